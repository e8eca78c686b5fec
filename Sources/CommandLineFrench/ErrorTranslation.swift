import SourceText

/// One message of error of the library, in French.
struct ErrorTranslation: Equatable {
    /// The French sentence, or the text as it was when it is none of the library's (a command's own, in French).
    let text: String
    /// Whether the message is one of the library's.
    let isKnown: Bool
    /// Whether it tells of a mistake in the program, not on the command line.
    let isOurBug: Bool
    /// The option that the message says is unknown.
    let unknownOption: String?

    init(of message: String) {
        for candidate in FrenchWording.errors {
            guard let holes = candidate.english.match(message) else { continue }
            text = candidate.french.filled(with: Self.translated(holes))
            isKnown = true
            isOurBug = candidate.isOurBug
            unknownOption = FrenchWording.unknownOptions.contains(candidate) ? holes["option"] : nil
            return
        }
        text = message
        isKnown = false
        isOurBug = false
        unknownOption = nil
    }

    /// The holes that hold what was typed.
    private static let typed = ["option", "value", "shell"]

    /// What stands in the holes is the user's, but for lists, reasons and flags, which have words of the library.
    private static func translated(_ holes: [String: String]) -> [String: String] {
        var result = holes
        for name in Self.typed { result[name] = holes[name].map(Visible.text) }
        result["values"] = holes["values"].map { list(Visible.text($0)) }
        result["reason"] = holes["reason"].map { first(of: FrenchWording.reasons, for: $0) }
        result["duplicate"] = holes["duplicate"].map { first(of: FrenchWording.flags, for: $0) }
        result["previous"] = holes["previous"].map { first(of: FrenchWording.flags, for: $0) }
        return result
    }

    private static func first(of messages: [FrenchWording.Message], for text: String) -> String {
        for message in messages {
            guard let holes = message.english.match(text) else { continue }
            return message.french.filled(with: translated(holes))
        }
        return text
    }

    private static func list(_ values: String) -> String {
        FrenchWording.separators.reduce(values) { $0.replacing($1.key, with: $1.value) }
    }
}
