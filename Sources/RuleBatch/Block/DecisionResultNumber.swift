import RuleEngine
import RuleJSON
import RuleModel

/// The result of a decision as a number: of one outcome its place, then undetermined, then `sans objet`; of a `cumul`
/// decision a bit for each member, and above them 0, 1 or 2 for determined, undetermined and `sans objet`.
extension Decision {
    /// How many results there are.
    var resultCount: UInt64 {
        let count = UInt64(outcomes.count)
        return isCumulative ? 3 << count : count + 2
    }

    /// `état` and `issue` of a result.
    func entries(ofResult result: UInt64) -> [(String, JSONValue)] {
        let count = UInt64(outcomes.count)
        let state: DecisionResult.State
        let issue: JSONValue
        if isCumulative {
            state = result >> count == 0 ? .determined : result >> count == 1 ? .undetermined : .notApplicable
            let members = outcomes.indices.filter { result >> UInt64($0) & 1 != 0 }
            issue = state == .notApplicable ? .null : .texts(members.map { outcomes[$0].name })
        } else {
            state = result < count ? .determined : result == count ? .undetermined : .notApplicable
            issue = state == .determined ? .text(outcomes[Int(result)].name) : .null
        }
        return [("état", .text(state.word)), ("issue", issue)]
    }
}

extension DecisionSlots {
    /// The slots whose lanes have a result, each with what it adds to the number of the result.
    func results(_ isCumulative: Bool) -> [(lanes: BlockCircuit.Slot, amount: UInt64)] {
        let count = UInt64(settled.count)
        let members = settled.enumerated().map { outcome, lanes in
            (lanes: lanes, amount: isCumulative ? 1 << UInt64(outcome) : UInt64(outcome))
        }
        let open = isCumulative ? 1 << count : count
        let absent = isCumulative ? 2 << count : count + 1
        return members.filter { $0.amount > 0 }
            + [(lanes: undetermined, amount: open), (lanes: applicability.no, amount: absent)]
    }
}

extension [UInt64] {
    /// Adds an amount to the elements of some lanes, the first lane's standing at `start`.
    @inline(__always)
    mutating func add(_ amount: UInt64, in lanes: Lanes, from start: Int) {
        for place in 0..<Lanes.words {
            var word = lanes[place]
            let first = start &+ place << 6
            while word != 0 {
                self[first &+ word.trailingZeroBitCount] &+= amount
                word &= word &- 1
            }
        }
    }
}
