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
        for statement in statements {
            let name = JSONValue.text(set[statement.fact].name).text(.compact)
            lines.append(
                "  \(Self.isPlain(set[statement.fact].name) ? set[statement.fact].name : name): "
                    + Self.yaml(statement.value, set))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func yaml(_ value: Value, _ set: RuleSet) -> String {
        switch value {
        case .yesNo(let holds): holds ? "oui" : "non"
        case .choice(let symbol): scalar(set[symbol])
        case .choices(let symbols): "[" + symbols.map { scalar(set[$0]) }.joined(separator: ", ") + "]"
        case .number(let number): number.description
        case .date(let date): date.iso
        case .text(let text): JSONValue.text(text).text(.compact)
        }
    }

    private static func scalar(_ text: String) -> String {
        isPlain(text) ? text : JSONValue.text(text).text(.compact)
    }

    /// Whether YAML reads the text unquoted as it stands, wherever it stands: letters, digits, spaces inside, and signs
    /// that mean nothing to YAML.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, text.last != " ",
            text.lowercased() != "null"
        else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " '’-()/_.".unicodeScalars.contains(scalar)
        }
    }
}
