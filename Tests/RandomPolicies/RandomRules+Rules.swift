import PolicyValues

extension RandomRules {
    /// The decisions, before the rules that conclude them.
    mutating func makeDecisions() {
        for index in 0..<1 + dice.below(3) {
            let outcomes = (0..<2 + dice.below(3)).map { "issue \($0 + 1)" }
            let method = dice.pick(["priorité", "unique", "cumul"]) ?? ""
            decisions.append(Answer(name: "décision \(index + 1)", outcomes: outcomes, method: method))
        }
    }

    /// Writes a decision, once its rules are there.
    mutating func write(_ index: Int) {
        let answer = decisions[index]
        var fields = ["question: Quoi", "méthode: " + answer.method]
        fields.append("issues: " + mapping(answer.outcomes.map { $0 + ": x" }))
        if answer.method != "cumul" { fields.append("par défaut: " + (dice.pick(answer.outcomes) ?? "")) }
        if dice.chance(45) {
            fields.append("applicable si: " + condition(1))
            decisions[index].mayNotApply = true
        }
        add(answer.name + ": " + mapping(fields), to: "décisions")
    }

    mutating func makeRule(concluding decision: Int) {
        var fields: [String] = []
        if dice.chance(92) { fields.append("si: " + condition(2)) }
        var conclusions = [conclusion(decision)]
        let later = decisions.indices.filter { $0 > decision }
        if dice.chance(25), let other = dice.pick(later) { conclusions.append(conclusion(other)) }
        fields.append("conclut: " + mapping(conclusions))
        makeRule(named: "règle-\(rules.count + 1)", fields, table: nil)
    }

    /// Adds what rules and lines share, and lets earlier ones `écarte` it.
    private mutating func makeRule(named name: String, _ fields: [String], table: String?) {
        var fields = fields
        if dice.chance(20) { fields.append("sauf: " + condition(1)) }
        if dice.chance(15) { fields.append("en vigueur: " + period()) }
        if !rules.isEmpty, dice.chance(25) { rules[dice.below(rules.count)].overrides.append(name) }
        rules.append(Rule(name: name, fields: fields, table: table))
    }

    private mutating func conclusion(_ decision: Int) -> String {
        let answer = decisions[decision]
        return answer.name + ": " + outcome(of: answer)
    }

    private mutating func outcome(of answer: Answer) -> String {
        let outcomes = dice.some(answer.method == "cumul" ? 1 + dice.below(2) : 1, of: answer.outcomes)
        return answer.method == "cumul" && (outcomes.count > 1 || dice.chance(50)) ? list(outcomes) : outcomes[0]
    }

    mutating func makeTable(concluding decision: Int) {
        let answer = decisions[decision]
        let name = "tableau-\(tables.count + 1)"
        let columns = dice.some(1 + dice.below(2), of: facts + definitions)
        var fields = ["décision: " + answer.name, "entrées: " + list(columns.map(\.name))]
        if dice.chance(20) { fields.append("en vigueur: " + period()) }
        // Its lines read what was there before it, so that an earlier rule can set all of them aside.
        let overrider = rules.isEmpty || !dice.chance(30) ? nil : dice.below(rules.count)
        for number in 1...1 + dice.below(3) {
            let cells = columns.map { dice.chance(25) ? "\"*\"" : expected(of: $0) }
            let line = ["si: " + list(cells), "conclut: " + outcome(of: answer)]
            makeRule(named: "\(name)#\(number)", line, table: name)
        }
        if let overrider { rules[overrider].overrides.append(name) }
        tables.append(name)
        add(name + ": " + mapping(fields), to: "tableaux")
    }

    /// Writes the rules, and the tables with their lines, once it is known what each one sets aside.
    mutating func writeRules() {
        for rule in rules where rule.table == nil {
            add(rule.name + ": " + text(of: rule), to: "règles")
        }
        sections["tableaux"] = sections["tableaux"]?.map { entry in
            let lines = rules.filter { $0.table.map { entry.hasPrefix($0 + ":") } ?? false }.map { text(of: $0) }
            return entry.dropLast() + ", lignes: [" + lines.joined(separator: ", ") + "]}"
        }
    }

    private func text(of rule: Rule) -> String {
        var overrides: [String] = []
        for name in rule.overrides where !overrides.contains(name) { overrides.append(name) }
        let last = overrides.isEmpty ? [] : ["écarte: [" + overrides.map { "\"\($0)\"" }.joined(separator: ", ") + "]"]
        return mapping(rule.fields + last)
    }

    mutating func makeInvariants() {
        for (section, reading) in [("contraintes", Reading.plain), ("propriétés", .anything)] where dice.chance(50) {
            var fields = ["alors: " + condition(1, reading)]
            if dice.chance(60) { fields.append("si: " + condition(1, reading)) }
            add("\(section) 1: " + mapping(fields), to: section)
        }
    }
}
