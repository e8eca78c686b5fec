package import PolicyValues
package import RuleModel

/// Why a definition is unknown, at the root (section 5).
package enum UnknownReason: Hashable, Sendable {
    /// A fact is unknown.
    case missingFact(FactID)
    /// The parameter's value in force is written `à préciser`.
    case parameterToSpecify(ParameterID)
    /// The parameter has no value before its first date.
    case parameterBefore(ParameterID, first: CivilDate)
    /// The parameter is evaluated outside its own `en vigueur`.
    case parameterOutOfForce(ParameterID)
    /// The definition is evaluated outside its own `en vigueur`.
    case definitionOutOfForce(DefinitionID)
    /// A day to count lies outside the calendar's `couvre`.
    case outsideCalendar(DefinitionID, CalendarID)
    /// A delay is negative or not whole.
    case delayNotCountable(DefinitionID, ExactDecimal)
    /// 4 fractional digits or the range cannot hold the result, or the date leaves the calendar.
    case resultDoesNotFit(DefinitionID)
}

extension Examination {
    /// Why a definition is unknown: what the walk of `manquants` comes to from it, facts by name, then the rest.
    /// Nothing when it is known.
    package func reasons(_ id: DefinitionID, isUnknownIn set: RuleSet) -> [UnknownReason] {
        guard evaluation[id] == nil else { return [] }
        let situation = Situation(set: set, facts: facts, evaluation: evaluation, truths: truths)
        let leaves = OpenGraph(situation, from: [.definition(id)]).leaves
        let facts = leaves.compactMap { if case .fact(let fact) = $0 { fact } else { nil } }.sorted()
        return facts.map { .missingFact($0) } + leaves.compactMap { situation.reason($0) }
    }
}

extension Situation {
    /// Why a leaf other than a fact is unknown.
    fileprivate func reason(_ leaf: OpenLeaf) -> UnknownReason? {
        switch leaf {
        case .fact: nil
        case .parameter(let id): reason(id)
        case .definition(let id):
            isInForce(set[id].inForce) ? failure(of: id) : .definitionOutOfForce(id)
        }
    }

    private func reason(_ id: ParameterID) -> UnknownReason {
        let parameter = set[id]
        guard isInForce(parameter.inForce) else { return .parameterOutOfForce(id) }
        if let first = parameter.versions.first?.from, evaluation.date < first {
            return .parameterBefore(id, first: first)
        }
        return .parameterToSpecify(id)
    }

    /// Why a calculation of known operands has no result.
    private func failure(of id: DefinitionID) -> UnknownReason {
        guard case .calculation(let calculation) = set[id].body else { return .resultDoesNotFit(id) }
        switch calculation {
        case .businessDays(_, _, let calendar): return .outsideCalendar(id, calendar)
        case .dueDate(_, let delay, let calendar):
            if case .number(let days) = value(of: delay), days < .zero || days.whole == nil {
                return .delayNotCountable(id, days)
            }
            return calendar.map { .outsideCalendar(id, $0) } ?? .resultDoesNotFit(id)
        case .days, .sum, .product, .difference, .minimum, .maximum: return .resultDoesNotFit(id)
        }
    }
}
