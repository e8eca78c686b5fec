import PolicyValues

/// Looks for the smallest set of stated facts that still shows something, from a case that states all.
///
/// Leaves out one after the other, in several orders, and then tries other values that make more of the rest
/// superfluous. None of the facts of the result can be left out; a smaller set with quite other values may exist.
///
/// - Complexity: some hundred decisions for each fact that is kept.
struct FewestFacts<Statement> {
    /// Whether a case with these facts shows it.
    let shows: ([Statement]) -> Bool
    /// Whether a fact may be left out at all.
    let mayDrop: (Statement) -> Bool
    /// The same fact with its other values, where it has few.
    let others: (Statement) -> [Statement]

    private static var orders: Int { 8 }

    func of(_ all: [Statement]) -> [Statement] {
        var best = all
        var dice = SplitMix64(seed: 0)
        for round in 0..<Self.orders {
            var order = all.indices.map { $0 }
            if round == 1 { order.reverse() }
            if round > 1 { for index in order.indices { order.swapAt(index, dice.below(order.count)) } }
            let kept = reduced(all, inOrder: order)
            if kept.count < best.count { best = kept }
        }
        while let better = better(than: best) { best = better }
        return best
    }

    private func reduced(_ all: [Statement], inOrder order: [Int]) -> [Statement] {
        var isKept = all.map { _ in true }
        for index in order where mayDrop(all[index]) {
            isKept[index] = false
            if !shows(all.indices.filter { isKept[$0] }.map { all[$0] }) { isKept[index] = true }
        }
        return all.indices.filter { isKept[$0] }.map { all[$0] }
    }

    /// A smaller set in which one fact has another value.
    private func better(than best: [Statement]) -> [Statement]? {
        for index in best.indices {
            for other in others(best[index]) {
                var changed = best
                changed[index] = other
                guard shows(changed) else { continue }
                // The fact itself last: with its new value, which may be the presumed one, it may be superfluous.
                let kept = reduced(changed, inOrder: changed.indices.filter { $0 != index } + [index])
                if kept.count < best.count { return kept }
            }
        }
        return nil
    }
}
