import PolicyValues

extension RandomRules {
    /// What a condition may read.
    enum Reading {
        case anything
        /// Facts and definitions behind which stands no decision or rule.
        case plain
    }

    /// A condition in one of its shapes.
    mutating func condition(_ depth: Int, _ reading: Reading = .anything) -> String {
        switch dice.below(10) {
        case 0: return list((0..<1 + dice.below(2)).map { _ in condition(depth - 1, reading) })
        case 1, 2:
            var entries: [String: String] = [:]
            for _ in 0..<2 {
                let (key, value) = entry(depth - 1, reading)
                entries[key] = value
            }
            return mapping(entries.sorted { $0.key < $1.key }.map { $0.key + ": " + $0.value })
        default:
            let (key, value) = entry(depth, reading)
            return mapping([key + ": " + value])
        }
    }

    private mutating func entry(_ depth: Int, _ reading: Reading) -> (String, String) {
        guard depth > 0, dice.chance(45) else { return test(reading) }
        let branches = (0..<1 + dice.below(3)).map { _ in condition(depth - 1, reading) }
        switch dice.below(6) {
        case 0: return ("toutes", list(branches))
        case 1, 2: return ("une", list(branches))
        case 3: return ("aucune", list(branches))
        case 4:
            let least = 1 + dice.below(branches.count)
            return ("au moins", "{nombre: \(least), parmi: \(list(branches))}")
        default: return ("non", branches[0])
        }
    }

    private mutating func test(_ reading: Reading) -> (String, String) {
        if case .anything = reading {
            if decided > 0, dice.chance(25), let answer = dice.pick(Array(decisions[..<decided])) {
                return (answer.name, expected(of: answer))
            }
            if !rules.isEmpty, dice.chance(10) { return ("règle", ruleReference()) }
        }
        let known = definitions.filter { if case .anything = reading { true } else { $0.isPlain } }
        let subject = dice.chance(30) ? dice.pick(known) : dice.pick(facts)
        guard let subject = subject ?? dice.pick(facts) else { return ("", "") }
        return (subject.name, expected(of: subject, reading))
    }

    /// A rule, a line, a table, or several of them.
    private mutating func ruleReference() -> String {
        let names = rules.map(\.name) + tables
        let chosen = dice.some(1 + dice.below(2), of: names)
        return chosen.count == 1 && dice.chance(70) ? chosen[0] : list(chosen)
    }

    /// What stands right of a fact or definition.
    mutating func expected(of subject: Named, _ reading: Reading = .anything) -> String {
        let few = operands(1 + dice.below(3), for: subject, reading)
        let one = few[0]
        switch dice.below(isOrdered(subject.kind) ? 12 : isSet(subject.kind) ? 9 : 7) {
        case 0: return one
        case 1: return list(few)
        case 2: return "{est: \(one)}"
        case 3: return "{n'est pas: \(one)}"
        case 4: return "{parmi: \(list(few))}"
        case 5: return "{hors de: \(list(few))}"
        case 6:
            let other = operands(1, for: subject, reading)[0]
            return "{hors de: \(list(few)), \(dice.chance(50) ? "est" : "n'est pas"): \(other)}"
        case 7 where isSet(subject.kind): return "{contient toutes: \(list(few))}"
        case 8 where isSet(subject.kind):
            let other = operands(1, for: subject, reading)[0]
            return "{contient toutes: \(list(few)), n'est pas: \(other)}"
        case 7, 8, 9: return "{\(comparators(subject.kind)[dice.below(4)]): \(one)}"
        default:
            let other = operands(1, for: subject, reading)[0]
            let chosen = dice.some(2, of: comparators(subject.kind))
            return "{\(chosen[0]): \(one), \(chosen[1]): \(other)}"
        }
    }

    /// Distinct operands for a subject: constants, parameters, facts and definitions.
    private mutating func operands(_ count: Int, for subject: Named, _ reading: Reading) -> [String] {
        var kind = subject.kind
        if case .choices(let group) = kind { kind = .choice(group) }
        var operands: [String] = []
        for _ in 0..<count {
            let operand = self.operand(kind, otherThan: subject.name, reading)
            if !operands.contains(operand) { operands.append(operand) }
        }
        return operands
    }

    private mutating func operand(_ kind: Kind, otherThan name: String, _ reading: Reading) -> String {
        if dice.chance(15), let parameter = dice.pick(parameters.filter { $0.kind == kind }) {
            return "{paramètre: \(parameter.name)}"
        }
        let known = definitions.filter { if case .anything = reading { true } else { $0.isPlain } }
        if dice.chance(20), let other = dice.pick((facts + known).filter { $0.kind == kind && $0.name != name }) {
            return "{fait: \(other.name)}"
        }
        return constant(kind)
    }

    private func isOrdered(_ kind: Kind) -> Bool {
        switch kind {
        case .number, .date: true
        case .yesNo, .choice, .choices, .text: false
        }
    }

    private func isSet(_ kind: Kind) -> Bool { if case .choices = kind { true } else { false } }

    private func comparators(_ kind: Kind) -> [String] {
        kind == .date
            ? ["avant", "après", "au plus tard", "au plus tôt"] : ["plus de", "au moins", "moins de", "au plus"]
    }

    /// What stands right of a decision: literal outcomes.
    private mutating func expected(of answer: Answer) -> String {
        let outcomes = answer.outcomes + (answer.mayNotApply ? ["sans objet", "sans objet"] : [])
        var few: [String] = []
        for outcome in dice.some(1 + dice.below(2), of: outcomes) where !few.contains(outcome) { few.append(outcome) }
        let other = dice.pick(outcomes) ?? ""
        switch dice.below(answer.method == "cumul" ? 10 : 8) {
        case 0, 1: return few[0]
        case 2: return list(few)
        case 3: return "{est: \(few[0])}"
        case 4: return "{n'est pas: \(few[0])}"
        case 5: return "{parmi: \(list(few))}"
        case 6: return "{hors de: \(list(few))}"
        case 7: return "{parmi: \(list(few)), n'est pas: \(other)}"
        case 8: return "{contient toutes: \(list(few))}"
        default: return "{contient toutes: \(list(few)), n'est pas: \(other)}"
        }
    }
}
