import PolicyValues
import RuleModel
import SourceText

/// Makes every mutant of a rule set, in the order of files and places.
struct MutantMaker {
    private let set: RuleSet
    private let text: ModelText
    private var mutants: [Mutant] = []

    /// - Complexity: linear in the conditions and their values.
    static func mutants(of set: RuleSet) -> [Mutant] {
        var maker = MutantMaker(set)
        for id in set.ruleIDs { maker.mutate(id) }
        for id in set.definitionIDs { maker.mutate(id) }
        for id in set.decisionIDs { maker.mutate(id) }
        for index in set.parameters.indices { maker.mutate(ParameterID(index)) }
        return maker.mutants.enumerated().sorted { a, b in
            (a.element.range.file, a.element.range.start, a.offset) < (
                b.element.range.file, b.element.range.start, b.offset
            )
        }.map(\.element)
    }

    private init(_ set: RuleSet) {
        self.set = set
        text = ModelText(set: set)
    }

    private mutating func add(
        _ kind: Mutant.Kind, _ change: SmallChange, _ owner: String, _ target: Mutant.Target, _ range: SourceRange,
        _ before: String, _ after: String?
    ) {
        mutants.append(
            Mutant(
                kind: kind, change: change, owner: owner, range: range, before: before, after: after, target: target))
    }

    // MARK: Rules

    private mutating func mutate(_ id: RuleID) {
        let rule = set[id]
        let target = Mutant.Target.computed(.rule(id))
        if let condition = rule.condition {
            mutate(condition, of: .rule(id), rule.name)
            if condition.branches.isEmpty {
                add(.branch, .withoutCondition(id), rule.name, target, condition.range, text.text(condition.kind), nil)
            }
        }
        if let exception = rule.exception {
            mutate(exception, of: .rule(id), rule.name)
            let before = "sauf: {\(text.text(exception.kind))}"
            add(.exception, .withoutException(id), rule.name, target, exception.range, before, nil)
        }
        for other in rule.overrides {
            add(
                .override, .withoutOverride(id, of: other), rule.name, target, rule.range,
                "écarte: [\(set[other].name)]", nil)
        }
        for (place, conclusion) in rule.conclusions.enumerated() {
            let decision = set[conclusion.decision]
            let taken = rule.conclusions.filter { $0.decision == conclusion.decision }.map(\.outcome)
            guard let other = decision.outcomes.indices.first(where: { !taken.contains($0) }) else { continue }
            add(
                .conclusion, .conclusion(id, place: place, outcome: other), rule.name, target, rule.range,
                "conclut: {\(decision.name): \(decision.outcomes[conclusion.outcome].name)}",
                "conclut: {\(decision.name): \(decision.outcomes[other].name)}")
        }
        for period in shifted(rule.inForce) {
            addPeriod(.period(id, period), rule.name, target, rule.range, rule.inForce, period)
        }
    }

    private mutating func addPeriod(
        _ change: SmallChange, _ owner: String, _ target: Mutant.Target, _ range: SourceRange, _ before: Period?,
        _ after: Period
    ) {
        let old = before.map { "en vigueur: \(text.text($0))" } ?? ""
        add(.date, change, owner, target, range, old, "en vigueur: \(text.text(after))")
    }

    /// The period with one of its ends a day off.
    private func shifted(_ period: Period?) -> [Period] {
        guard let period else { return [] }
        let ends = [-1, 1].flatMap { step -> [Period?] in
            [
                period.from.flatMap { $0.shifted(by: step) }.map { Period(from: $0, through: period.through) },
                period.through.flatMap { $0.shifted(by: step) }.map { Period(from: period.from, through: $0) },
            ]
        }
        return ends.compactMap { $0 }.filter { period in
            guard let from = period.from, let through = period.through else { return true }
            return from <= through
        }
    }

    // MARK: Decisions and parameters

    private mutating func mutate(_ id: DecisionID) {
        let decision = set[id]
        let target = Mutant.Target.computed(.decision(id))
        if let condition = decision.applicability {
            mutate(condition, of: .decision(id), decision.name)
            add(
                .applicability, .withoutApplicability(id), decision.name, target, condition.range,
                "applicable si: {\(text.text(condition.kind))}", nil)
        }
        let byDefault: Int
        switch decision.method {
        case .priority(let outcome), .unique(let outcome): byDefault = outcome
        case .cumulative: return
        }
        guard let other = decision.outcomes.indices.first(where: { $0 != byDefault }) else { return }
        add(
            .byDefault, .byDefault(id, outcome: other), decision.name, target, decision.range,
            "par défaut: \(decision.outcomes[byDefault].name)", "par défaut: \(decision.outcomes[other].name)")
    }

    private mutating func mutate(_ id: ParameterID) {
        let parameter = set[id]
        for (place, version) in parameter.versions.enumerated() {
            guard let value = version.value else { continue }
            let before = "\(version.from.iso): \(set.spelled(value))"
            for other in neighbours(of: value, type: parameter.type) {
                add(
                    .parameter, .version(id, place: place, from: version.from, other), parameter.name, .parameter(id),
                    parameter.range, before, "\(version.from.iso): \(set.spelled(other))")
            }
            if let later = version.from.shifted(by: 1) {
                add(
                    .date, .version(id, place: place, from: later, value), parameter.name, .parameter(id),
                    parameter.range, before, "\(later.iso): \(set.spelled(value))")
            }
        }
    }

    // MARK: Definitions

    private mutating func mutate(_ id: DefinitionID) {
        let definition = set[id]
        let target = Mutant.Target.computed(.definition(id))
        switch definition.body {
        case .truth(let condition): mutate(condition, of: .definition(id), definition.name)
        case .calculation(let calculation):
            for other in calculation.slips {
                add(
                    .calculation, .calculation(id, other), definition.name, target, definition.range,
                    text.text(calculation), text.text(other))
            }
        case .byCase(let lines):
            for (place, line) in lines.enumerated() { mutate(line, place, of: id, isLast: place == lines.count - 1) }
        }
        for period in shifted(definition.inForce) {
            addPeriod(
                .definitionPeriod(id, period), definition.name, target, definition.range, definition.inForce, period)
        }
    }

    private mutating func mutate(_ line: Definition.CaseLine, _ place: Int, of id: DefinitionID, isLast: Bool) {
        let (name, target) = (set[id].name, Mutant.Target.computed(.definition(id)))
        if let condition = line.condition { mutate(condition, of: .definition(id), name) }
        if !isLast {
            add(
                .branch, .withoutLine(id, line: place), name, target, line.range, "vaut: \(text.text(line.value))", nil)
        }
        if case .constant(let value) = line.value {
            for other in neighbours(of: value, type: set[id].type) {
                add(
                    .value, .lineValue(id, line: place, .constant(other)), name, target, line.range,
                    "vaut: \(set.spelled(value))", "vaut: \(set.spelled(other))")
            }
        }
        for period in shifted(line.inForce) {
            addPeriod(.linePeriod(id, line: place, period), name, target, line.range, line.inForce, period)
        }
    }

    // MARK: Conditions

    private mutating func mutate(_ condition: Condition, of owner: Computed, _ name: String) {
        for slip in condition.slips(in: set) {
            let isDropped = slip.dropped != nil
            add(
                slip.kind, .condition(owner, number: condition.number, slip.condition), name, .computed(owner),
                slip.range ?? condition.range, text.text(slip.dropped ?? condition.kind),
                isDropped ? nil : text.text(slip.condition))
        }
        for branch in condition.branches { mutate(branch, of: owner, name) }
    }

    private func neighbours(of value: Value, type: ValueType) -> [Value] { value.neighbours(in: type) }
}

extension CivilDate {
    func shifted(by days: Int) -> CivilDate? { CivilDate(dayNumber: Int(dayNumber) + days) }
}
