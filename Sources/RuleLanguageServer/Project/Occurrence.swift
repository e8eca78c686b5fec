import SourceText

/// A name of the rules where a file writes it.
struct Occurrence {
    enum Kind: Hashable {
        /// A fact, a definition or a decision.
        case vocable
        case rule
        case parameter
        case calendar
        case document
        case constraint
        case property
        /// A value of a fact or definition, or an outcome of a decision, whose folded name this is.
        case value(of: String)
    }

    /// Folded.
    let name: String
    let kind: Kind
    let range: SourceRange
    let isDefinition: Bool
    /// Whether it stands inside a longer text, where it has no quotes of its own.
    var isInText = false
}
