import RuleExplanation
import RuleModel

/// The page of a document in full: each passage that something cites is marked, with what cites it beside; what no rule
/// answers for is visible as such, with the reason where one is given.
struct DocumentPage {
    private let parts: PageParts
    private let reading: DocumentReading

    init(_ reading: DocumentReading, at address: PageAddress, of site: Site) {
        self.reading = reading
        parts = PageParts(site: site, from: address)
    }

    private var title: String {
        parts.set.documents.first { $0.name == reading.name }?.title ?? reading.name
    }

    var page: SitePage {
        let body: Markup = """
            <h1>\(title)</h1>
            <p>\(SiteWording.textMeaning)</p>
            \(legend)<div class="document">
            \(reading.paragraphs.map { row($0) })</div>

            """
        return SitePage(address: parts.from, title: SiteWording.text, width: .wide, body: body)
    }

    private var legend: Markup {
        let share = CitedShare(reading).texts
        return """
            <ul class="legend">
            <li><mark class="cited">\(SiteWording.citedLegend)</mark> (\(share.cited))</li>
            <li><span class="exempt">\(SiteWording.exemptLegend)</span> (\(share.exempt))</li>
            <li>\(SiteWording.uncitedLegend) (\(share.rest))</li>
            </ul>
            <p>\(parts.link(to: AddressBook.coverage, saying: SiteWording.seeCoverage))</p>

            """
    }

    // MARK: A paragraph and its notes

    private func row(_ paragraph: DocumentReading.Paragraph) -> Markup {
        let places = reading.passages(meeting: paragraph.bytes)
        let text = text(of: paragraph, places)
        switch paragraph.kind {
        case .heading(let level):
            let name = "h\(level + 1)"
            let notes = notes(in: paragraph, places)
            return "<div class=\"row\">\n<\(name)>\(text)</\(name)>\n\(notes.isEmpty ? "" : aside(notes))</div>\n"
        case .text:
            var notes = notes(in: paragraph, places)
            if let rest = restNote(paragraph, places) { notes.append(rest) }
            return "<div class=\"row\">\n<p>\(text)</p>\n\(notes.isEmpty ? "" : aside(notes))</div>\n"
        }
    }

    private func aside(_ notes: [Markup]) -> Markup { "<ul class=\"notes\">\n\(notes)</ul>\n" }

    /// The notes of the passages that begin in the paragraph.
    private func notes(in paragraph: DocumentReading.Paragraph, _ places: [Int]) -> [Markup] {
        places.map { reading.passages[$0] }.filter { paragraph.bytes.contains($0.bytes.lowerBound) }.map { note($0) }
    }

    private func note(_ passage: Passage) -> Markup {
        let back: Markup =
            "<a href=\"#\(passage.anchor)\" aria-label=\"\(SiteWording.backTo(passage.number))\">\(passage.number)</a>"
        let citing = passage.referrers.map { referrer -> Markup in
            "<li>\(SiteWording.capitalized(parts.kind(of: referrer)))\u{A0}: \(parts.link(to: referrer))\(fixtures(of: referrer))</li>\n"
        }
        let reasons = passage.reasons.map { "<li>\(SiteWording.exempt) \($0)</li>\n" as Markup }
        return "<li id=\"\(passage.note)\">\(back)\n<ul>\n\(citing)\(reasons)</ul>\n</li>\n"
    }

    /// How many cases a rule applies in, with the way to them.
    private func fixtures(of referrer: Referrer) -> Markup {
        guard case .entry(.rule(let id)) = referrer, !parts.site.material.fixtures.isEmpty else { return "" }
        let count = parts.site.runs.fixtures(applying: id).count
        let address = parts.address(of: .rule(id), anchor: "cas")
        let name = parts.set.label(of: .rule(id))
        let text = SiteWording.cases(count)
        return " (<a href=\"\(address)\" aria-label=\"\(SiteWording.casesOf(text, name))\">\(text)</a>)"
    }

    /// What no source cites, of a paragraph in which a word is left.
    private func restNote(_ paragraph: DocumentReading.Paragraph, _ places: [Int]) -> Markup? {
        let rest = reading.pieces(of: paragraph.bytes, places).filter(\.passages.isEmpty)
        guard rest.contains(where: { reading.hasWords($0.bytes) }) else { return nil }
        return "<li class=\"rest\">\(places.isEmpty ? SiteWording.uncited : SiteWording.restUncited)</li>\n"
    }

    // MARK: The text

    private func text(of paragraph: DocumentReading.Paragraph, _ places: [Int]) -> Markup {
        Markup(reading.pieces(of: paragraph.bytes, places).map(piece))
    }

    private func piece(_ piece: DocumentReading.Piece) -> Markup {
        let text = PageParts.spaced(reading.text(piece.bytes))
        let passages = piece.passages.map { reading.passages[$0] }
        guard !passages.isEmpty else { return text }
        let beginning = passages.filter { $0.bytes.lowerBound == piece.bytes.lowerBound }
        let anchors = beginning.map { "<span id=\"\($0.anchor)\"></span>" as Markup }
        let ending = passages.filter { $0.bytes.upperBound == piece.bytes.upperBound }
        let marks = ending.map { passage -> Markup in
            let label = SiteWording.note(passage.number)
            return "<sup><a href=\"#\(passage.note)\" aria-label=\"\(label)\">\(passage.number)</a></sup>"
        }
        let isCited = passages.contains { !$0.referrers.isEmpty }
        let marked: Markup =
            isCited ? "<mark class=\"cited\">\(text)</mark>" : "<span class=\"exempt\">\(text)</span>"
        return "\(anchors)\(marked)\(marks)"
    }
}
