import RuleEngine
import RuleExplanation
import RuleJSON
import RuleModel
import SourceText

/// Prints decided cases in the form that is asked for.
struct Report {
    private let pages: PageWriter
    private let json: DecisionJSON
    private let colored: Bool

    init(_ set: RuleSet, placedBy places: PlaceIndex, detail: ExplanationDetail, colored: Bool) {
        pages = PageWriter(set, placedBy: places, detail: detail)
        json = DecisionJSON(set, placedBy: places, detail: detail)
        self.colored = colored
    }

    /// - Parameter isList: whether several cases were asked for, were it with one result.
    func print(_ cases: [DecidedCase], as format: Evaluer.Format, isList: Bool) -> String {
        switch format {
        case .text: cases.map { TextRenderer(colored: colored).render(page(of: $0)) }.joined(separator: "\n")
        case .markdown: cases.map { MarkdownRenderer().render(page(of: $0)) }.joined(separator: "\n---\n\n")
        case .html: HTMLRenderer().render(cases.map(page))
        case .json:
            isList
                ? JSONValue.list(cases.map(json.value)).text(.pretty) + "\n"
                : cases.first.map { json.value(of: $0).text(.pretty) + "\n" } ?? ""
        }
    }

    private func page(of decided: DecidedCase) -> Page {
        pages.page(of: decided, fingerprint: json.fingerprint(of: decided))
    }
}
