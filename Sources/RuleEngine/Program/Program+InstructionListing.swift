import RuleModel

extension Program {
    /// The instructions of the condition at an address, one a line, indented by depth.
    func listing(at address: Int32) -> [String] {
        var lines: [String] = []
        var ends: [Int32] = []
        for place in address..<code[Int(address)].end {
            while let end = ends.last, end <= place { ends.removeLast() }
            let number = conditions[Int(place)]
            let indent = String(repeating: "  ", count: ends.count)
            let text = padded(String(place), to: 6) + "  " + indent + text(of: code[Int(place)].operation)
            lines.append(number < 0 ? text : text + " ; condition \(number)")
            ends.append(code[Int(place)].end)
        }
        return lines
    }

    private func text(of operation: Instruction.Operation) -> String {
        switch operation {
        case .all: "toutes"
        case .any: "une"
        case .none: "aucune"
        case .atLeast(let least, let count): "au moins \(least) de \(count)"
        case .not: "non"
        case .rules(let list): "règle " + ruleNames(list)
        case .equal(let left, let right): name(of: left) + " = " + name(of: right)
        case .different(let left, let right): name(of: left) + " ≠ " + name(of: right)
        case .oneOf(let left, let list): name(of: left) + " parmi " + names(list)
        case .noneOf(let left, let list): name(of: left) + " hors de " + names(list)
        case .above(let left, let right): name(of: left) + " > " + name(of: right)
        case .notBelow(let left, let right): name(of: left) + " ≥ " + name(of: right)
        case .below(let left, let right): name(of: left) + " < " + name(of: right)
        case .notAbove(let left, let right): name(of: left) + " ≤ " + name(of: right)
        case .containsOne(let set, let list): name(of: set) + " contient une de " + names(list)
        case .containsNone(let set, let list): name(of: set) + " ne contient aucune de " + names(list)
        case .containsAll(let set, let list): name(of: set) + " contient toutes " + names(list)
        case .outcome(let decision, let accepted):
            model.decisions[Int(decision)].name + " parmi " + marks(accepted, of: decision)
        case .member(let decision, let outcome): memberText(decision, outcome)
        case .notApplicable(let decision): model.decisions[Int(decision)].name + " sans objet"
        }
    }

    private func memberText(_ index: Int32, _ outcome: Int32) -> String {
        let decision = model.decisions[Int(index)]
        let place = Int(outcome - decisions[Int(index)].firstOutcome)
        return decision.name + " contient " + decision.outcomes[place].name
    }

    private func marks(_ accepted: ListAddress, of decision: Int32) -> String {
        let names = model.decisions[Int(decision)].outcomes.map(\.name) + ["sans objet"]
        let chosen = zip(names, elements(of: accepted)).filter { pool[$0.1] != 0 }.map(\.0)
        return "[" + chosen.joined(separator: ", ") + "]"
    }

    func names(_ list: ListAddress) -> String {
        "[" + elements(of: list).map { name(of: Slot(Int(pool[$0]))) }.joined(separator: ", ") + "]"
    }

    func ruleNames(_ list: ListAddress) -> String {
        "[" + elements(of: list).map { model.rules[Int(pool[$0])].name }.joined(separator: ", ") + "]"
    }

    private func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
