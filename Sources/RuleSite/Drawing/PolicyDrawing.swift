import RuleExplanation
import RuleModel

/// The drawing of the whole policy: the facts, and the decisions in the order in which they depend on each other, each
/// with its rules.
struct PolicyDrawing {
    private let parts: PageParts
    private let reach: DecisionReach

    init(_ parts: PageParts) {
        self.parts = parts
        reach = DecisionReach(parts.set)
    }

    private var set: RuleSet { parts.set }

    var figure: Markup {
        guard !set.decisions.isEmpty else { return "" }
        let figure = DrawingFigure(
            drawing, title: SiteWording.policyDrawing, description: SiteWording.policyDrawingInWords)
        return figure.markup + inWords
    }

    /// More would not be read: beyond, a line says how many are left out.
    private static let mostFacts = 48
    private static let mostRules = 16

    private var drawing: Drawing {
        var drawing = Drawing()
        var facts: [FactID: Int] = [:]
        let read = set.factIDs.filter { id in set.decisionIDs.contains { reach[$0].facts.contains(id) } }
        for id in read.prefix(Self.mostFacts) {
            let label = Drawing.Label(text: set[id].name, address: parts.address(of: .fact(id)))
            facts[id] = drawing.add(Drawing.Box(kind: .fact, label: label, column: 0))
        }
        if read.count > Self.mostFacts {
            let address = parts.from.reference(to: AddressBook.list(of: .facts))
            let label = Drawing.Label(text: SiteWording.andOtherFacts(read.count - Self.mostFacts), address: address)
            _ = drawing.add(Drawing.Box(kind: .fact, label: label, column: 0))
        }
        var decisions: [DecisionID: Int] = [:]
        for id in set.decisionsInOrder {
            let place = drawing.add(box(id))
            decisions[id] = place
            for fact in set.factIDs where reach[id].facts.contains(fact) {
                if let source = facts[fact] { drawing.connect(source, place) }
            }
            for other in set.decisionsInOrder where reach[id].decisions.contains(other) {
                if let source = decisions[other] { drawing.connect(source, place) }
            }
        }
        return drawing
    }

    private func box(_ id: DecisionID) -> Drawing.Box {
        let rules = set[id].rules
        var lines = rules.prefix(Self.mostRules).map { rule in
            Drawing.Label(text: set.label(of: .rule(rule)), address: parts.address(of: .rule(rule)))
        }
        if rules.count > Self.mostRules {
            let text = SiteWording.andOtherRules(rules.count - Self.mostRules)
            lines.append(Drawing.Label(text: text, address: parts.address(of: .decision(id), anchor: "regles")))
        }
        let label = Drawing.Label(text: set[id].name, address: parts.address(of: .decision(id)))
        return Drawing.Box(kind: .decision, label: label, lines: lines, column: 1 + reach[id].depth)
    }

    /// The text alternative: what each decision rests on.
    private var inWords: Markup {
        let items = set.decisionsInOrder.map { id -> Markup in
            let decisions = set.decisionsInOrder.filter { reach[id].decisions.contains($0) }
            let facts = set.factIDs.filter { reach[id].facts.contains($0) }
            let links = decisions.map { parts.link(to: .decision($0)) } + facts.map { parts.link(to: .fact($0)) }
            let rest: Markup = links.isEmpty ? "\(SiteWording.nothing)" : links.joined(by: ", ")
            return "\(parts.link(to: .decision(id))) \(SiteWording.restsOn) \(rest)."
        }
        return "<details>\n<summary>\(SiteWording.drawingInWords)</summary>\n\(parts.list(items))</details>\n"
    }
}
