/// A truth value of strong Kleene logic (Kleene, *Introduction to Metamathematics*, § 64), ordered
/// `faux < inconnu < vrai`: « et » is the minimum, « ou » the maximum.
package enum Truth: UInt8, Comparable, Hashable, Sendable, CaseIterable {
    case no = 0
    case unknown = 1
    case yes = 2

    package init(_ known: Bool) { self = known ? .yes : .no }

    package static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

    /// `non`: swaps `vrai` and `faux`, keeps `inconnu`.
    package var negated: Truth {
        switch self {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }

    /// As the language writes it.
    package var word: String {
        switch self {
        case .no: "faux"
        case .unknown: "inconnu"
        case .yes: "vrai"
        }
    }
}

extension Sequence where Element == Truth {
    /// `toutes`: the minimum; `vrai` of nothing.
    package var conjunction: Truth { reduce(.yes, Swift.min) }

    /// `une`: the maximum; `faux` of nothing.
    package var disjunction: Truth { reduce(.no, Swift.max) }
}
