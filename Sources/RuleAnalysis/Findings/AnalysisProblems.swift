import PolicyValues
import RuleModel
import SourceText

/// Wording: what static analysis finds of rules and decisions.
extension FindingDraft {
    static func deadRule(_ rule: Rule, _ condition: Condition) -> FindingDraft {
        FindingDraft(
            .deadRule,
            "la règle \(quoted(rule.name)) ne s’applique jamais\u{A0}: sa condition n’est remplie "
                + FindingWording.everywhere, at: rule.range, names: [rule.name],
            notes: [Diagnostic.Note("ceci n’est jamais vrai", at: condition.range)])
    }

    static func neverInForce(_ rule: Rule) -> FindingDraft {
        FindingDraft(
            .deadRule,
            "la règle \(quoted(rule.name)) ne s’applique jamais\u{A0}: elle n’est en vigueur à aucune date où la "
                + "politique l’est", at: rule.range, names: [rule.name])
    }

    static func alwaysExcluded(_ rule: Rule, _ overriders: [Rule]) -> FindingDraft {
        let exception = rule.exception.map { [Diagnostic.Note("son exception est ici", at: $0.range)] } ?? []
        return FindingDraft(
            .deadRule,
            "la règle \(quoted(rule.name)) ne s’applique jamais\u{A0}: "
                + (overriders.isEmpty
                    ? "son exception est remplie chaque fois que sa condition l’est"
                    : "chaque fois que sa condition est remplie, son exception l’est aussi ou une autre règle l’écarte"),
            at: rule.range, names: [rule.name] + overriders.map(\.name),
            notes: exception + overriders.map { Diagnostic.Note("\(quoted($0.name)) l’écarte", at: $0.range) })
    }

    static func coveredRule(_ rule: Rule, by others: [Rule]) -> FindingDraft {
        let why =
            others.isEmpty
            ? "la décision serait la même par défaut"
            : "\(FindingWording.rules(others)) \(others.count == 1 ? "suffit" : "suffisent")"
        return FindingDraft(
            .coveredRule, "sans la règle \(quoted(rule.name)), aucune décision ne changerait\u{A0}: \(why)",
            at: rule.range, names: [rule.name] + others.map(\.name),
            notes: others.map { Diagnostic.Note("\(quoted($0.name)) est ici", at: $0.range) })
    }

    static func maskedLine(_ rule: Rule, by others: [Rule]) -> FindingDraft {
        FindingDraft(
            .maskedLine,
            "la ligne \(quoted(rule.name)) ne change jamais rien\u{A0}: chaque fois qu’elle s’applique, "
                + "\(others.count == 1 ? "la ligne" : "une des lignes") \(quotedList(others.map(\.name))) décide déjà",
            at: rule.range, names: [rule.name] + others.map(\.name),
            notes: others.map { Diagnostic.Note("\(quoted($0.name)) est ici", at: $0.range) })
    }

    static func uselessException(_ rule: Rule, _ exception: Condition) -> FindingDraft {
        FindingDraft(
            .uselessException,
            "l’exception de la règle \(quoted(rule.name)) n’y change jamais rien\u{A0}: elle n’est remplie "
                + "dans aucun cas où la règle s’appliquerait", at: exception.range, names: [rule.name])
    }

    static func uselessOverride(_ rule: Rule, _ name: String, _ others: [Rule]) -> FindingDraft {
        FindingDraft(
            .uselessOverride,
            "la règle \(quoted(rule.name)) écarte \(quoted(name)) pour rien\u{A0}: dans aucun cas les deux "
                + "ne s’appliqueraient ensemble", at: rule.range, names: [rule.name, name],
            notes: others.prefix(3).map { Diagnostic.Note("\(quoted($0.name)) est ici", at: $0.range) })
    }

    static func unreachableOutcome(_ outcome: Decision.Outcome, of decision: Decision, _ rules: [Rule]) -> FindingDraft
    {
        FindingDraft(
            .unreachableOutcome,
            "aucun cas ne mène à l’issue \(quoted(outcome.name)) de la décision "
                + quoted(decision.name) + (rules.isEmpty ? ", pas même par défaut" : ""),
            at: decision.range, names: [decision.name, outcome.name],
            notes: rules.prefix(3).map { Diagnostic.Note("\(quoted($0.name)) la conclut", at: $0.range) })
    }

    static func conflict(_ first: Rule, _ second: Rule, of decision: Decision, areLines: Bool) -> FindingDraft {
        FindingDraft(
            areLines ? .conflictingLines : .conflict,
            "\(areLines ? "les lignes" : "les règles") \(quoted(first.name)) et \(quoted(second.name)) peuvent s’appliquer "
                + "ensemble, et donnent à la décision \(quoted(decision.name)) deux issues différentes",
            at: first.range, names: [first.name, second.name, decision.name], verdict: .refuted,
            notes: [Diagnostic.Note("\(quoted(second.name)) est ici", at: second.range)])
    }

    static func gap(
        _ table: RuleTable, of decision: Decision, _ entries: [(name: String, value: String?)]
    ) -> FindingDraft {
        let values = entries.map { "\(quoted($0.name))\u{A0}: \($0.value.map(quoted) ?? "peu importe")" }
        return FindingDraft(
            .gap,
            "aucune ligne du tableau \(quoted(table.name)) ne répond à "
                + "\(FrenchFormat.list(values)); la décision \(quoted(decision.name)) prend son issue par défaut",
            at: table.range, names: [table.name, decision.name] + entries.map(\.name), verdict: .refuted,
            help: "ajoutez une ligne, ou une dernière ligne de «\u{A0}*\u{A0}» si l’issue par défaut est voulue")
    }
}

/// Wording: what static analysis finds of conditions, facts, constraints and properties.
extension FindingDraft {
    static func constantCondition(_ condition: Condition, _ holds: Bool, _ owner: ConditionOwner) -> FindingDraft {
        let owner = FindingWording.owner(owner)
        return FindingDraft(
            .constantCondition, "cette condition \(owner.text) est \(holds ? "vraie" : "fausse") dans tous les cas",
            at: condition.range, names: [owner.name])
    }

    static func superfluousCondition(_ condition: Condition, _ owner: ConditionOwner) -> FindingDraft {
        let owner = FindingWording.owner(owner)
        return FindingDraft(
            .superfluousCondition,
            "cette condition \(owner.text) n’y change rien\u{A0}: là où elle compterait, les autres "
                + "l’assurent ou l’excluent déjà", at: condition.range, names: [owner.name],
            help: "elle peut être supprimée, ou gardée si elle rend la règle plus claire")
    }

    static func unchosenLine(_ line: Definition.CaseLine, of definition: Definition) -> FindingDraft {
        FindingDraft(
            .maskedLine,
            "cette ligne de la définition \(quoted(definition.name)) n’est jamais retenue\u{A0}: les lignes "
                + "précédentes la devancent dans tous les cas, ou sa condition n’est jamais remplie",
            at: line.range, names: [definition.name])
    }

    static func factWithoutEffect(_ fact: Fact) -> FindingDraft {
        FindingDraft(
            .factWithoutEffect, "le fait \(quoted(fact.name)) ne change jamais une décision, quelle que soit sa valeur",
            at: fact.range, names: [fact.name], help: "si le fait est voulu, dites pourquoi avec «\u{A0}usage\u{A0}»")
    }

    static func contradictoryConstraints(_ constraints: [Invariant], on date: CivilDate) -> FindingDraft {
        FindingDraft(
            .contradictoryConstraints,
            "au \(FrenchFormat.bareDate(date)), aucun cas ne respecte à la fois "
                + (constraints.count == 1 ? "la contrainte " : "les contraintes ")
                + quotedList(constraints.map(\.name), "et"),
            at: constraints.first?.range ?? .beginning(of: FileID(index: 0)), names: constraints.map(\.name),
            notes: constraints.dropFirst().map { Diagnostic.Note("\(quoted($0.name)) est ici", at: $0.range) })
    }

    static func refutedProperty(_ property: Invariant) -> FindingDraft {
        FindingDraft(
            .refutedProperty, "la propriété \(quoted(property.title ?? property.name)) est fausse dans un cas",
            at: property.range, names: [property.name], verdict: .refuted)
    }

    static func openProperty(_ property: Invariant, on date: CivilDate) -> FindingDraft {
        FindingDraft(
            .unprovedProperty,
            "la propriété \(quoted(property.title ?? property.name)) n’est pas démontrée\u{A0}: "
                + "elle n’est jamais fausse, mais elle peut être inconnue au \(FrenchFormat.bareDate(date)) même quand "
                + "tous les faits sont connus", at: property.range, names: [property.name], verdict: .notProved,
            help: "un paramètre sans valeur, un calendrier trop court ou un nombre hors limites en est la cause")
    }

    static func unprovedProperty(_ property: Invariant, _ reason: OpenReason) -> FindingDraft {
        FindingDraft(
            .unprovedProperty,
            "la propriété \(quoted(property.title ?? property.name)) n’est pas démontrée\u{A0}: "
                + FindingWording.openReason(reason), at: property.range, names: [property.name], verdict: .notProved)
    }
}
