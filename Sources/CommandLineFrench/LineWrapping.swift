/// Breaks a line at its spaces, never at no-break spaces.
enum LineWrapping {
    /// The line in pieces of at most `columns` characters where its words allow it; all pieces but the first begin
    /// with `indent` spaces. Brackets kept together are those of a usage, as in `[--date <date>]`.
    static func lines(
        of line: String, columns: Int, indent: Int, keepsBracketsTogether: Bool = false
    ) -> [String] {
        guard line.count > columns else { return [line] }
        var lines: [String] = []
        var current = ""
        for word in words(of: line, keepsBracketsTogether: keepsBracketsTogether) {
            let isBlank = current.allSatisfy { $0 == " " }
            if !isBlank, current.count + word.count > columns {
                lines.append(trimmed(current))
                current = String(repeating: " ", count: indent)
            }
            current += word
        }
        return lines + [trimmed(current)]
    }

    /// The words, each with the spaces before it, which are dropped where a line begins.
    private static func words(of line: String, keepsBracketsTogether: Bool) -> [String] {
        var words: [String] = []
        var word = ""
        var depth = 0
        for character in line {
            if character == "[" { depth += 1 }
            if character == "]" { depth -= 1 }
            if character == " ", depth <= 0 || !keepsBracketsTogether, word.last != " " {
                words.append(word + " ")
                word = ""
            } else {
                word.append(character)
            }
        }
        return words + [word]
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
