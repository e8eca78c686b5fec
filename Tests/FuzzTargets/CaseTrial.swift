import RandomPolicies
import RuleEngine
import RuleExplanation
import RuleJSON
import RulePipeline
import SourceText

/// The case loader: a case in YAML or JSON, decided and explained in every format where it can be.
enum CaseTrial {
    static func run(_ bytes: [UInt8], _ notation: CaseLoader.Notation) -> String? {
        guard let set = SmallRules.set else { return "the small rules are refused" }
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "cas", bytes: bytes)
        let cases = CaseLoader.load(file, notation, of: set, in: library, into: &bag).cases
        var decider = CaseDecider(Program(set), asked: nil, today: SmallRules.today)
        let decided = cases.prefix(4).compactMap { decider.decide($0, into: &bag) }
        if let problem = Printed.problem(bag, library) { return problem }
        if bag.hasErrors { return nil }
        let places = PlaceIndex(library, relativeTo: "Règles")
        let (pages, json) = (PageWriter(set, placedBy: places), DecisionJSON(set, placedBy: places))
        for one in decided {
            let page = pages.page(of: one, fingerprint: json.fingerprint(of: one))
            for text in [
                TextRenderer().render(page), MarkdownRenderer().render(page), HTMLRenderer().render(page),
            ] {
                if let problem = Printed.problem(text) { return problem }
            }
            if let problem = refused(json.value(of: one)) { return problem }
        }
        return nil
    }

    /// What our own reader says against our own JSON.
    static func refused(_ value: JSONValue) -> String? {
        var bag = DiagnosticBag()
        let read = JSONReader.read(
            Array(value.text(.compact).utf8), of: FileID(index: 0), extent: .message, into: &bag)
        return read == nil || bag.hasErrors ? "our JSON is refused by our reader" : nil
    }
}
