/// Keeps what a case says out of a message about it: of the texts that a message quotes, the words of the rules stay,
/// and so do single signs; the others become « … ».
///
///     Discretion(["urgente", "oui"]).text("« Tremblay » a été trouvé pour « urgente »")  // « … » a été trouvé pour…
package struct Discretion: Sendable {
    /// As messages quote them.
    private let known: Set<String>

    /// - Parameter words: what may be quoted.
    package init(_ words: some Sequence<String>) { known = Set(words.map(quoted)) }

    /// The message with what it quotes of the case left out; what is quoted ends at the first », since ``quoted(_:)``
    /// leaves none inside.
    package func text(_ message: String) -> String {
        var kept = ""
        var rest = message[...]
        while let opening = rest.firstRange(ofScalars: Self.opening) {
            kept += rest[..<opening.lowerBound]
            guard let closing = rest[opening.upperBound...].firstRange(ofScalars: Self.closing) else {
                return kept + Self.left
            }
            let quote = rest[opening.lowerBound..<closing.upperBound]
            let isSign = rest[opening.upperBound..<closing.lowerBound].unicodeScalars.count == 1
            kept += isSign || known.contains(String(quote)) ? String(quote) : Self.left
            rest = rest[closing.upperBound...]
        }
        return kept + rest
    }

    /// Advice, without what the case says; nil for a corrected text, which is that of the case but for a few signs.
    package func help(_ help: String) -> String? { help.hasPrefix(Self.correction) ? nil : text(help) }

    /// The whole, for a message about a case.
    package func diagnostic(_ diagnostic: Diagnostic) -> Diagnostic {
        Diagnostic(
            diagnostic.code, level: diagnostic.level, text(diagnostic.message), at: diagnostic.range,
            notes: diagnostic.notes.map { Diagnostic.Note(text($0.message), at: $0.range) },
            help: diagnostic.help.flatMap(help))
    }

    private static let opening = "«\u{A0}"
    private static let closing = "\u{A0}»"
    private static let left = "«\u{A0}…\u{A0}»"
    private static let correction = "écrivez "
}
