import PolicyValues
import RuleModel

extension Program {
    /// The program as text, in the order of evaluation: for tests and reports of trouble.
    ///
    ///     définition urgence
    ///       vrai si
    ///         0  toutes                              condition 0
    ///         1    délai > 5                         condition 1
    package var listing: String {
        var lines: [String] = []
        for step in steps {
            switch step {
            case .definition(let index): lines += listing(ofDefinition: Int(index))
            case .rule(let index): lines += listing(ofRule: Int(index))
            case .decision(let index): lines += listing(ofDecision: Int(index))
            }
        }
        for (code, invariant) in zip(constraints, model.constraints) {
            lines += listing(of: code, named: "contrainte " + invariant.name)
        }
        for (code, invariant) in zip(properties, model.properties) {
            lines += listing(of: code, named: "propriété " + invariant.name)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// A cell, by what it stands for.
    func name(of slot: Slot) -> String {
        let position = slot.position
        if position < firstDefinition { return model.facts[position].name }
        if position < firstParameter { return model.definitions[position - firstDefinition].name }
        if position < firstConstant { return "{paramètre: \(model.parameters[position - firstParameter].name)}" }
        return spelled(constantValues[position - firstConstant])
    }

    private func spelled(_ value: Value) -> String {
        switch value {
        case .yesNo(let holds): holds ? "oui" : "non"
        case .choice(let symbol): model[symbol]
        case .choices(let symbols): "[" + symbols.map { model[$0] }.joined(separator: ", ") + "]"
        case .number(let number): number.description
        case .date(let date): date.iso
        case .text(let text): "\"\(text)\""
        }
    }

    private func listing(ofDefinition index: Int) -> [String] {
        let definition = definitions[index]
        let heading = "définition " + model.definitions[index].name + inForceText(definition.period)
        switch definition.body {
        case .truth(let address): return [heading, "  vrai si"] + listing(at: address)
        case .byCase(let first, let count): return [heading] + listing(ofLines: Int(first)..<Int(first + count))
        case .days(let from, let to): return [heading, "  jours " + names([from, to])]
        case .businessDays(let from, let to, let calendar):
            return [heading, "  jours ouvrables " + names([from, to]) + calendarText(calendar)]
        case .dueDate(let from, let delay): return [heading, "  échéance " + names([from, delay])]
        case .businessDueDate(let from, let delay, let calendar):
            return [heading, "  échéance " + names([from, delay]) + calendarText(calendar)]
        case .sum(let list): return [heading, "  somme " + names(list)]
        case .product(let list): return [heading, "  produit " + names(list)]
        case .difference(let left, let right): return [heading, "  différence " + names([left, right])]
        case .minimum(let list): return [heading, "  minimum " + names(list)]
        case .maximum(let list): return [heading, "  maximum " + names(list)]
        }
    }

    private func listing(ofLines range: Range<Int>) -> [String] {
        range.flatMap { index in
            let line = lines[index]  // bounded: a range of the same program
            return ["  vaut " + name(of: line.value) + inForceText(line.period)]
                + (line.condition.map { listing(at: $0) } ?? [])
        }
    }

    private func listing(ofRule index: Int) -> [String] {
        let rule = rules[index]
        var lines = ["règle " + model.rules[index].name + inForceText(rule.period)]
        if let condition = rule.condition { lines += ["  si"] + listing(at: condition) }
        if let exception = rule.exception { lines += ["  sauf"] + listing(at: exception) }
        if !elements(of: rule.overriders).isEmpty { lines.append("  écartée par " + ruleNames(rule.overriders)) }
        return lines
    }

    private func listing(ofDecision index: Int) -> [String] {
        let decision = decisions[index]
        let model = self.model.decisions[index]
        var lines = ["décision " + model.name + ", " + model.method.name]
        if let applicability = decision.applicability { lines += ["  applicable si"] + listing(at: applicability) }
        for (place, outcome) in model.outcomes.enumerated() {
            let rules = ruleNames(outcomes[Int(decision.firstOutcome) + place])
            let fallback = decision.method.fallback == Int32(place) ? " (par défaut)" : ""  // bounded: counts outcomes
            lines.append("  " + outcome.name + fallback + ": " + rules)
        }
        return lines
    }

    private func listing(of invariant: InvariantCode, named heading: String) -> [String] {
        [heading] + (invariant.condition.map { ["  si"] + listing(at: $0) } ?? [])
            + ["  alors"] + listing(at: invariant.consequence)
    }

    private func inForceText(_ period: Int32) -> String {
        guard period > 0 else { return "" }
        let period = periods[Int(period)]
        return ", en vigueur du \(period.from?.iso ?? "…") au \(period.through?.iso ?? "…")"
    }

    private func calendarText(_ calendar: Int32) -> String { ", calendrier " + model.calendars[Int(calendar)].name }

    private func names(_ slots: [Slot]) -> String { slots.map { name(of: $0) }.joined(separator: ", ") }
}
