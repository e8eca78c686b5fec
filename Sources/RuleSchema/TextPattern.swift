/// Regular expressions (ECMA 262) for the texts of the language.
enum TextPattern {
    /// Something other than blanks, `null` and `~`, which say nothing.
    static let notEmpty = "^(?![ \\t\\r\\n]*(?:null|~)?[ \\t\\r\\n]*$)"

    /// A number as text (language, section 2).
    static let number = "^-?[0-9]+(?:\\.[0-9]+)?$"

    /// A civil date; how long the months are is left to the format `date`.
    static let date = "^(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"

    /// A text whose holes `{{name}}` name only these.
    static func holes(_ names: [String]) -> String {
        let known = names.map(NamePattern.spelled).joined(separator: "|")
        return "^(?:(?!\\{\\{)[\\s\\S]|\\{\\{[ \\t\\r\\n]*(?:\(known))[ \\t\\r\\n]*\\}\\})*$"
    }

    /// A name that a new entry may have (language, section 1).
    static func newName(except reserved: [String], readsAsValue: Bool) -> String {
        let words = reserved.map(NamePattern.spelled).joined(separator: "|")
        let values = readsAsValue ? "" : "|-?[0-9]+(?:\\.[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}"
        return "^(?!(?:\(words)\(values))$)[^\\r\\n]{1,120}$"
    }
}
