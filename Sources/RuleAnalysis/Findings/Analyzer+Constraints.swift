import PolicyValues
import RuleModel

/// Constraints that no case can satisfy together.
extension Analyzer {
    /// Whether there are coherent cases at every date; nothing else can be said of a set without.
    mutating func checkConstraints() throws(AnalysisBug) -> Bool {
        guard !set.constraints.isEmpty else { return true }
        var isSound = true
        for date in prover.dates {
            guard case .never = try prover.find([], on: date) else { continue }
            isSound = false
            let clashing = try clash(on: date)
            report(.contradictoryConstraints(clashing.map { set.constraints[$0] }, on: date))
            break
        }
        return isSound
    }

    /// Constraints that are enough for the contradiction, none of which can be left out.
    private func clash(on date: CivilDate) throws(AnalysisBug) -> [Int] {
        var kept = Array(set.constraints.indices)
        for index in kept {
            let rest = kept.filter { $0 != index }
            if try prover.cannotHold(constraints: rest, on: date) { kept = rest }
        }
        return kept
    }
}

extension Prover {
    /// Whether these constraints alone contradict each other at a date.
    func cannotHold(constraints: [Int], on date: CivilDate) throws(AnalysisBug) -> Bool {
        let encoding = encoding(on: date)
        let terms = constraints.map { bank.not(encoding.truth(of: set.constraints[$0]).no) }
        if case .never = ask(terms) { return true }
        return false
    }
}
