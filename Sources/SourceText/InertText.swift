/// Text from rules and cases, made harmless before a format adds its own escapes: on one line, and with nothing that
/// moves a cursor or turns a line around.
package enum InertText {
    /// Line ends, tabs and runs of spaces become one space; hidden characters are spelled out.
    ///
    /// No-break spaces stay: French needs them.
    package static func line(_ text: String) -> String {
        isOneLine(text) ? Visible.text(text) : Visible.text(flowed(text))
    }

    /// Whether nothing has to become a space.
    private static func isOneLine(_ text: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x20 && last == 0x20 { return false }
            last = byte
        }
        return last != UInt8(ascii: " ") || text.isEmpty
    }

    private static func flowed(_ text: String) -> String {
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
        return flowed
    }
}
