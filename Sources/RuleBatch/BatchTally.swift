package import RuleEngine
package import RuleModel
package import SourceText

/// What a batch counts for its summary. A case with `objets` counts each object.
package struct BatchTally: Equatable, Sendable {
    /// Lines answered, rejected ones included.
    package var lines = 0
    /// Rejected lines, by the code of the first thing wrong.
    package var errors: [DiagnosticCode: Int] = [:]
    /// Matters decided at another date than their own, because one was asked for.
    package var redated = 0
    /// By ``place(of:_:)``: how many matters had this result.
    package private(set) var results: [Int]
    /// By decision: its first place in ``results``.
    private let firstPlaces: [Int]

    /// What one decision of a matter came to. A determined `cumul` decision counts each of its members.
    package enum Result: Hashable, Sendable {
        case outcome(Int)
        /// The empty set of a determined `cumul` decision.
        case emptySet
        case undetermined
        case notApplicable
        case contradictory
    }

    package init(_ set: RuleSet) {
        var places: [Int] = []
        var next = 0
        for decision in set.decisions {
            places.append(next)
            next += decision.outcomes.count + Self.states
        }
        firstPlaces = places
        results = Array(repeating: 0, count: next)
    }

    /// What stands after the outcomes of a decision.
    private static let states = 4

    /// Where a result is counted, so that a decider may count by place.
    package func place(of decision: DecisionID, _ result: Result) -> Int {
        let next = decision.position + 1 < firstPlaces.count ? firstPlaces[decision.position + 1] : results.count
        return switch result {
        case .outcome(let index): firstPlaces[decision.position] + index
        case .emptySet: next - 4
        case .undetermined: next - 3
        case .notApplicable: next - 2
        case .contradictory: next - 1
        }
    }

    package mutating func count(_ amount: Int = 1, at place: Int) { results[place] += amount }

    package mutating func count(_ result: DecisionResult, of id: DecisionID, in set: RuleSet) {
        switch result.state {
        case .undetermined: count(at: place(of: id, .undetermined))
        case .notApplicable: count(at: place(of: id, .notApplicable))
        case .contradictory: count(at: place(of: id, .contradictory))
        case .determined:
            let outcomes = set[id].isCumulative ? result.certainOutcomes : result.possibleOutcomes
            if outcomes.isEmpty { count(at: place(of: id, .emptySet)) }
            for outcome in outcomes { count(at: place(of: id, .outcome(outcome))) }
        }
    }

    /// Whether a line was rejected or a decision contradictory: what a run ends with 1 for.
    package func hasFindings(in set: RuleSet) -> Bool {
        !errors.isEmpty || set.decisionIDs.contains { results[place(of: $0, .contradictory)] > 0 }
    }

    package mutating func reject(_ code: DiagnosticCode) { errors[code, default: 0] += 1 }

    /// Adds what another block counted.
    package mutating func add(_ other: BatchTally) {
        lines += other.lines
        redated += other.redated
        errors.merge(other.errors, uniquingKeysWith: +)
        for (place, amount) in other.results.enumerated() { results[place] += amount }
    }
}
