/// Text made safe to show: nothing from outside moves the cursor, hides or turns a line around.
package enum Visible {
    /// How much of the user's text a message quotes.
    package static let quotedLength = 60

    /// Control, format and separator characters become `\u{…}`; the rest stays. So does the bracket of what a build
    /// server obeys wherever it stands in its log (`##[error]`, `##vso[task.setvariable …]`).
    package static func text(_ text: String) -> String {
        let hides = text.unicodeScalars.contains(where: isHidden)
        guard hides || text.utf8.contains(UInt8(ascii: "#")) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            let isSpelled =
                isHidden(scalar) || scalar == "[" && marks.contains { shown.utf8.reversed().starts(with: $0) }
            shown += isSpelled ? name(of: scalar) : String(scalar)
        }
        return shown
    }

    /// Backwards.
    private static let marks = ["##", "##vso"].map { Array($0.utf8.reversed()) }

    /// A line of text that is the first of its line in a log: a command of GitHub's runner, `::error::…`, is not one.
    package static func lineStart(_ text: String) -> String {
        text.utf8.starts(with: "::".utf8) ? name(of: ":") + text.dropFirst() : text
    }

    /// `U+202F`, the way messages name a character that cannot be seen.
    package static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// At most `length` scalars, with an ellipsis where something was left out.
    package static func cut(_ text: String, to length: Int) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > length else { return text }
        return String(scalars.prefix(max(0, length - 1))) + "…"
    }

    /// Whether a terminal or page would not show the character as itself.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B...0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
}

extension Visible {
    /// Whether a character changes how another looks and nothing else: two names that differ by it look the same.
    package static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x180B...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        default: false
        }
    }

    /// Whether the character is a space of any width (general category Zs).
    package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a character looks like a plainer one that was most likely meant: odd spaces and hyphens.
    package static func isLookalike(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2010...0x2012, 0x202F, 0x205F, 0x2212, 0x3000: true
        default: false
        }
    }
}
