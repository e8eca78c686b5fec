import PolicyValues
import RuleModel

/// Says a resolved condition as the rule files write it, in flow style: `montant: {plus de: 30}`.
struct ModelText {
    let set: RuleSet

    func text(_ kind: Condition.Kind) -> String {
        switch kind {
        case .all(let branches): "toutes: [\(list(branches))]"
        case .any(let branches): "une: [\(list(branches))]"
        case .none(let branches): "aucune: [\(list(branches))]"
        case .atLeast(let count, let branches): "au moins: {nombre: \(count), parmi: [\(list(branches))]}"
        case .not(let branch): "non: {\(text(branch.kind))}"
        case .rules(let rules): "règle: \(bracketed(rules.map { set[$0].name }))"
        case .test(let test): "\(name(of: test.subject)): \(expected(test))"
        case .decisionTest(let test): "\(set[test.decision].name): \(expected(test))"
        }
    }

    private func list(_ branches: [Condition]) -> String {
        branches.map { "{\(text($0.kind))}" }.joined(separator: ", ")
    }

    private func name(of subject: Test.Subject) -> String {
        switch subject {
        case .fact(let id): set[id].name
        case .definition(let id): set[id].name
        }
    }

    func text(_ operand: Operand) -> String {
        switch operand {
        case .constant(let value): set.spelled(value)
        case .parameter(let id): "{paramètre: \(set[id].name)}"
        case .fact(let id): "{fait: \(set[id].name)}"
        case .definition(let id): "{fait: \(set[id].name)}"
        }
    }

    private func expected(_ test: Test) -> String {
        let isDate = type(of: test.subject) == .date
        let parts = test.comparisons.map { comparison in
            pair(comparison.comparator, comparison.operands.map(text), isDate: isDate)
        }
        return joined(parts)
    }

    private func type(of subject: Test.Subject) -> ValueType {
        switch subject {
        case .fact(let id): set[id].type
        case .definition(let id): set[id].type
        }
    }

    private func expected(_ test: DecisionTest) -> String {
        joined(
            test.comparisons.map { comparison in
                let names = comparison.expected.map { expected in
                    expected.outcome.map { set[test.decision].outcomes[$0].name } ?? "sans objet"
                }
                return pair(comparison.comparator, names, isDate: false)
            })
    }

    private func joined(_ parts: [(word: String?, value: String)]) -> String {
        if let only = parts.first, parts.count == 1, only.word == nil { return only.value }
        return "{" + parts.map { "\($0.word ?? "parmi"): \($0.value)" }.joined(separator: ", ") + "}"
    }

    private func pair(
        _ comparator: Comparison.Comparator, _ values: [String], isDate: Bool
    ) -> (word: String?, value: String) {
        switch comparator {
        case .oneOf: (nil, bracketed(values))
        case .noneOf: values.count == 1 ? ("n'est pas", values[0]) : ("hors de", "[\(values.joined(separator: ", "))]")
        case .containsAll: ("contient toutes", "[\(values.joined(separator: ", "))]")
        case .above: (isDate ? "après" : "plus de", values.joined())
        case .atLeast: (isDate ? "au plus tôt" : "au moins", values.joined())
        case .below: (isDate ? "avant" : "moins de", values.joined())
        case .atMost: (isDate ? "au plus tard" : "au plus", values.joined())
        }
    }

    private func bracketed(_ values: [String]) -> String {
        values.count == 1 ? values[0] : "[\(values.joined(separator: ", "))]"
    }

    func text(_ period: Period) -> String {
        let ends = [period.from.map { "du: \($0.iso)" }, period.through.map { "au: \($0.iso)" }]
        return "{\(ends.compactMap { $0 }.joined(separator: ", "))}"
    }

    func text(_ calculation: Calculation) -> String {
        switch calculation {
        case .days(let a, let b): "jours: {du: \(term(a)), au: \(term(b))}"
        case .businessDays(let a, let b, _): "jours ouvrables: {du: \(term(a)), au: \(term(b))}"
        case .dueDate(let a, let delay, let calendar):
            "échéance: {du: \(term(a)), délai: \(term(delay)), en: \(calendar == nil ? "jours" : "jours ouvrables")}"
        case .sum(let all): "somme: [\(all.map(term).joined(separator: ", "))]"
        case .product(let all): "produit: [\(all.map(term).joined(separator: ", "))]"
        case .difference(let a, let b): "différence: [\(term(a)), \(term(b))]"
        case .minimum(let all): "minimum: [\(all.map(term).joined(separator: ", "))]"
        case .maximum(let all): "maximum: [\(all.map(term).joined(separator: ", "))]"
        }
    }

    /// An operand where names stand by themselves.
    private func term(_ operand: Operand) -> String {
        switch operand {
        case .constant, .parameter: text(operand)
        case .fact(let id): set[id].name
        case .definition(let id): set[id].name
        }
    }
}
