import SourceText

/// Text from rules and cases, made harmless before a format adds its own escapes: on one line, and with nothing that
/// moves a cursor or turns a line around.
enum InertText {
    /// Line ends, tabs and runs of spaces become one space; hidden characters are spelled out.
    ///
    /// No-break spaces stay: French needs them.
    static func line(_ text: String) -> String {
        var flowed = ""
        var pending = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\t", "\n", "\r": pending = true
            default:
                if pending, !flowed.isEmpty { flowed += " " }
                pending = false
                flowed.unicodeScalars.append(scalar)
            }
        }
        return Visible.text(flowed)
    }
}
