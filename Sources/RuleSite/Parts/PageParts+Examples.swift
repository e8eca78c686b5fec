import PolicyValues
import RuleCases
import RuleExplanation
import RuleFixtures
import RuleModel
import SourceText

extension PageParts {
    /// The examples beside a rule or definition: what is stated, what is expected, and whether it comes out.
    func examples(_ examples: [Example], _ caption: String, expected: (Example.Expected) -> String) -> Markup {
        let rows = examples.enumerated().map { index, example -> [Markup] in
            [
                "\(example.name ?? SiteWording.example(index + 1))", stated(in: example),
                "\(expected(example.expected))", "\(SiteWording.verdict(site.runs.result(of: example)?.verdict))",
            ]
        }
        return table(caption, head: SiteWording.exampleHead, rows: rows)
    }

    private func stated(in example: Example) -> Markup {
        // What is wrong in it was said when it was run.
        var bag = DiagnosticBag()
        let sheet = CaseReader.readFacts(example.facts, in: set, into: &bag)
        let date: Markup = example.date.map { "<p>\(SiteWording.onDate(FrenchFormat.date($0)))</p>\n" } ?? ""
        let stated = sheet.map { facts($0.withoutPresumptions) } ?? ""
        return "\(date)\(stated.isEmpty ? "\(SiteWording.nothingStated)" : stated)"
    }
}

extension FactSheet {
    /// Only what is stated.
    fileprivate var withoutPresumptions: FactSheet {
        var sheet = self
        for (place, origin) in origins.enumerated() where origin == .presumed { sheet.origins[place] = .absent }
        return sheet
    }
}
