import SourceText

/// How a scalar is written.
enum ScalarSpelling {
    case line(String)
    /// `>-` or `|-`, then lines.
    case block(header: String, lines: [String])

    /// A key, or a key or a value between braces or brackets (`inFlow`); nil when its text has several lines, or cannot
    /// be spelled on one.
    static func onOneLine(_ scalar: WrittenScalar, inFlow: Bool) -> String? {
        scalar.text.containsScalars(of: "\n") ? nil : oneLine(scalar, inFlow: inFlow)
    }

    /// A key that has no other spelling on one line: as it is written where that is on one, else with its line ends
    /// and what else cannot stand between double quotes by their escapes.
    static func escaped(_ scalar: WrittenScalar) -> String {
        if scalar.style == .quoted, !scalar.spelling.containsScalars(of: "\n") { return scalar.spelling }
        return escapes(scalar.text)
    }

    /// Between double quotes, with escapes for what cannot stand there.
    private static func escapes(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "\n": escaped += "\\n"
            case "\"", "\\": escaped += "\\" + String(character)
            case _ where Visible.isHidden(character):
                let digits = String(character.value, radix: 16, uppercase: true)
                escaped += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default: escaped.unicodeScalars.append(character)
            }
        }
        return "\"" + escaped + "\""
    }

    /// A value in a block.
    ///
    /// - Parameters:
    ///   - room: the columns left on its line.
    ///   - ownRoom: those of lines of its own.
    static func ofValue(_ scalar: WrittenScalar, room: Int, ownRoom: Int) -> ScalarSpelling {
        let text = scalar.text
        if text.containsScalars(of: "\n") {
            return scalar.style == .literal || hasIndentedLine(text) ? literal(text) : folded(text, ownRoom)
        }
        guard let line = oneLine(scalar, inFlow: false) else { return folded(text, ownRoom) }
        if Normalization.width(of: line.unicodeScalars) <= room || !canFold(text) { return .line(line) }
        return folded(text, ownRoom)
    }

    private static func hasIndentedLine(_ text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "\n")).contains { $0.first == 0x20 || $0.first == 0x09 }
    }

    private static func literal(_ text: String) -> ScalarSpelling {
        .block(header: "|-", lines: lines(of: text))
    }

    private static func lines(of text: String) -> [String] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    /// Each line of the text is a paragraph, folded; a line end of the text is an empty line.
    private static func folded(_ text: String, _ room: Int) -> ScalarSpelling {
        var folded: [String] = []
        for (number, paragraph) in lines(of: text).enumerated() {
            if number > 0 { folded.append("") }
            if !paragraph.isEmpty { folded += TextFolding.fold(paragraph, room) }
        }
        return .block(header: ">-", lines: folded)
    }

    private static func canFold(_ text: String) -> Bool { TextFolding.fold(text, 1).count > 1 }
}

extension ScalarSpelling {
    /// On one line: without quotes where YAML reads it as itself, else in double quotes, else with escapes where the quotes
    /// tell that it is a text, else as it is spelled; nil when that takes several lines.
    private static func oneLine(_ scalar: WrittenScalar, inFlow: Bool) -> String? {
        let text = scalar.text
        // Alone before `}`, an indicator is a text; before a blank or the end of a line it is not.
        let isIndicator = ["-", "?", ":"].contains(text)
        if scalar.style == .plain, !isIndicator, !looksLikeMarker(text) { return text }
        if isSafeBare(text, inFlow: inFlow), !looksTyped(scalar) { return text }
        if !text.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" || Visible.isHidden($0) }) {
            return "\"" + text + "\""
        }
        // By the text alone, since these stay between quotes however they are written.
        if beginsLikeNumber(text) { return escapes(text) }
        return scalar.style == .quoted && !scalar.spelling.containsScalars(of: "\n") ? scalar.spelling : nil
    }

    /// Whether YAML reads the text without quotes as the same text.
    private static func isSafeBare(_ text: String, inFlow: Bool) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return false }
        if "?:-,[]{}#&*!|>'\"%@`=<".unicodeScalars.contains(first) || last == ":" { return false }
        if looksLikeMarker(text) { return false }
        if scalars.contains(where: Visible.isHidden) { return false }
        if inFlow, scalars.contains(where: { ",[]{}?:".unicodeScalars.contains($0) }) { return false }
        return ![": ", " #"].contains(where: text.containsScalars)
    }

    /// Whether a line that began with the text would begin or end a document (YAML 1.2, 9.1.2).
    private static func looksLikeMarker(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars.prefix(4))
        return scalars.count == 4 && (scalars[3] == " " || scalars[3] == "\t")
            && (scalars.starts(with: "---".unicodeScalars) || scalars.starts(with: "...".unicodeScalars))
    }

    /// Whether other readers of YAML would see a number, a date or a boolean, or its author took care that they do not.
    private static func looksTyped(_ scalar: WrittenScalar) -> Bool {
        if ["true", "false", "null", "~", "yes", "no", "on", "off", "y", "n"].contains(scalar.text.lowercased()) {
            return true
        }
        return beginsLikeNumber(scalar.text)
            && (scalar.style != .plain
                || scalar.text.unicodeScalars.allSatisfy { "0123456789+-.,:_eExoT".unicodeScalars.contains($0) })
    }

    private static func beginsLikeNumber(_ text: String) -> Bool {
        text.unicodeScalars.first.map { "0123456789+-.".unicodeScalars.contains($0) } ?? false
    }
}
