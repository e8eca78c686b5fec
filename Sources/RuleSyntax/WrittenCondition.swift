package import SourceText

/// A condition as written (language, section 4).
package struct WrittenCondition: Sendable {
    package indirect enum Kind: Sendable {
        case all([WrittenCondition])
        case any([WrittenCondition])
        case none([WrittenCondition])
        case atLeast(Words, [WrittenCondition])
        case not(WrittenCondition)
        case rules([Words])
        case test(Words, WrittenExpected)
    }

    package let kind: Kind
    package let range: SourceRange

    package init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// What stands right of a name in a test: comparisons that must all hold.
package struct WrittenExpected: Sendable {
    package let comparisons: [WrittenComparison]
    package let range: SourceRange
}

package struct WrittenComparison: Sendable {
    package let comparator: Located<WrittenComparator>
    package let operands: [WrittenOperand]
    package let range: SourceRange
}

/// The comparators, as the language spells them.
package enum WrittenComparator: String, CaseIterable, Sendable {
    /// A scalar or a list without a comparator.
    case implied = ""
    case equal = "est"
    case different = "n'est pas"
    case among = "parmi"
    case outside = "hors de"
    case containsAll = "contient toutes"
    case moreThan = "plus de"
    case atLeast = "au moins"
    case lessThan = "moins de"
    case atMost = "au plus"
    case before = "avant"
    case after = "après"
    case atLatest = "au plus tard"
    case atEarliest = "au plus tôt"

    /// Whether a list stands right of it.
    package var takesList: Bool {
        switch self {
        case .among, .outside, .containsAll: true
        case .implied, .equal, .different, .moreThan, .atLeast, .lessThan, .atMost, .before, .after, .atLatest,
            .atEarliest:
            false
        }
    }

    /// The words of the language, without the implied comparator.
    package static let words = allCases.dropFirst().map(\.rawValue)
}

/// A value as written: text whose sense depends on what it is compared with, a parameter, a fact or definition.
package struct WrittenOperand: Sendable {
    package enum Kind: Sendable {
        case words
        /// `{paramètre: name}`.
        case parameter
        /// `{fait: name}`.
        case fact
    }

    package let kind: Kind
    package let words: Words
    package let range: SourceRange

    /// The same, its words read as a name.
    package var asName: WrittenOperand { WrittenOperand(kind: .fact, words: words, range: range) }
}
