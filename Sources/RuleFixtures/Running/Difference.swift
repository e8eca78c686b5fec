package import PolicyValues
package import SourceText

/// Something that came out otherwise than expected, in the words of a case file.
package struct Difference: Sendable {
    /// What is compared.
    package enum Subject: Sendable {
        case issue(decision: String)
        case motifs(decision: String)
        case missing(decision: String)
        case possible(decision: String)
        case rule(String)
        case definition(String)
        /// Whether the case is decided or refused.
        case refusal
    }

    /// One side of the comparison.
    package enum Side: Equatable, Sendable {
        case word(String)
        /// A set, in its order; may be empty.
        case list([String])
    }

    /// A rule or definition that the difference comes from.
    package struct Origin: Equatable, Sendable {
        package let name: String
        /// Whether the rule applies; nil for a definition.
        package let truth: Truth?
        package let range: SourceRange
    }

    /// The object of the case, where it has several.
    package let object: String?
    package let subject: Subject
    package let expected: Side
    package let found: Side
    /// What explains the found side, in French; one line.
    package let remark: String?
    package let origins: [Origin]
    /// Where it is expected.
    package let range: SourceRange

    /// What is expected and was not found, of two sets; else nothing.
    package var lacking: [String] { members(of: expected, absentFrom: found) }

    /// What was found and is not expected, of two sets; else nothing.
    package var extra: [String] { members(of: found, absentFrom: expected) }

    private func members(of side: Side, absentFrom other: Side) -> [String] {
        guard case .list(let all) = side, case .list(let others) = other else { return [] }
        return all.filter { !others.contains($0) }
    }
}
