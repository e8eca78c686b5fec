package import PolicyValues
package import RuleCases
package import RuleJSON
package import RuleModel

/// A case that shows a finding: usable as it is as a case file.
package struct WitnessCase: Sendable {
    /// A fact that the case states.
    package struct Statement: Sendable {
        package let fact: FactID
        package let value: Value
    }

    package let name: String
    package let date: CivilDate
    /// In the order of the vocabulary.
    package let statements: [Statement]
    private let set: RuleSet

    package init(named name: String, on date: CivilDate, stating statements: [Statement], in set: RuleSet) {
        self.name = name
        self.date = date
        self.statements = statements
        self.set = set
    }

    /// As the case reader would give it.
    package var sheet: FactSheet {
        var sheet = FactSheet(nothingStatedIn: set)
        for statement in statements { sheet.state(statement.fact, as: statement.value) }
        return sheet
    }

    /// The case as a JSON case file.
    package var json: JSONValue {
        .object([
            ("nom", .text(name)), ("date", .text(date.iso)),
            ("faits", .object(statements.map { (set[$0.fact].name, set.json($0.value)) })),
        ])
    }

    /// The case as a YAML case file, texts quoted as JSON quotes them, which YAML reads.
    package var yaml: String {
        var lines = ["nom: " + JSONValue.text(name).text(.compact), "date: \(date.iso)"]
        lines.append(statements.isEmpty ? "faits: {}" : "faits:")
        let spelling = CaseSpelling(set)
        lines += statements.map { "  \(CaseSpelling.text(set[$0.fact].name)): \(spelling.value($0.value))" }
        return lines.joined(separator: "\n") + "\n"
    }
}
