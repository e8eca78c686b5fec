import RuleExplanation
import RuleModel
import Testing

@testable import RuleSite

@Suite("Drawings")
struct DrawingTests {
    @Test("boxes do not cover each other, and lines lead to the right") func layout() throws {
        let site = Site(try SampleSite.real.get().material)
        let set = site.set
        for id in set.decisionIDs {
            let parts = PageParts(site: site, from: site.book[.decision(id)])
            let figure = DecisionDrawing(id, parts).figure.text
            let boxes = figure.matches(of: /class="box" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/).map {
                match in
                [match.1, match.2, match.3, match.4].compactMap { Int($0) }
            }
            #expect(boxes.count >= set[id].rules.count)
            for (place, box) in boxes.enumerated() {
                for other in boxes[(place + 1)...] {
                    let isBeside = box[0] + box[2] <= other[0] || other[0] + other[2] <= box[0]
                    let isAbove = box[1] + box[3] <= other[1] || other[1] + other[3] <= box[1]
                    #expect(isBeside || isAbove, "\(set[id].name): \(box) \(other)")
                }
            }
        }
    }

    @Test("lines cross less often than in the order in which boxes came") func crossings() {
        var drawing = Drawing()
        func box(_ text: String, _ column: Int) -> Int {
            drawing.add(.init(kind: .fact, label: .init(text: text, address: "#"), column: column))
        }
        let (a, b, c) = (box("a", 0), box("b", 0), box("c", 0))
        let (x, y, z) = (box("x", 1), box("y", 1), box("z", 1))
        for (from, to) in [(a, z), (b, y), (c, x)] { drawing.connect(from, to) }
        drawing.connect(x, a)
        #expect(drawing.links.count == 3)
        let frames = LayeredLayout(drawing).frames
        let left = [a, b, c].map { frames[$0].y }
        let right = [z, y, x].map { frames[$0].y }
        #expect(
            left.sorted() == left && right.sorted() == right
                || left.sorted() == left.reversed() && right.sorted() == right.reversed())
    }

    @Test("labels keep to two lines") func labels() {
        #expect(LabelLines.wrapped("court") == ["court"])
        let long = LabelLines.wrapped("Un titre de règle qui ne tient pas du tout sur deux lignes d’une boîte étroite")
        #expect(long.count == 2 && long[1].hasSuffix("…"))
        for line in long { #expect(line.count <= LabelLines.longest) }
        #expect(LabelLines.wrapped(String(repeating: "x", count: 90)).map(\.count) == [LabelLines.longest])
    }

    @Test("the whole policy's drawing names every decision and leads to every rule") func policy() throws {
        let site = try SampleSite.real.get()
        let home = try site.text("index.html")
        let drawing = home[(home.firstRange(of: "<svg")?.lowerBound ?? home.startIndex)...]
        let book = AddressBook(site.material)
        for id in site.material.set.decisionIDs { #expect(drawing.contains("href=\"\(book[.decision(id)].path)\"")) }
        for id in site.material.set.ruleIDs { #expect(drawing.contains("href=\"\(book[.rule(id)].path)\"")) }
    }
}
