import SourceText

/// Breaks prose into lines.
enum TextFolding {
    /// The lines of a paragraph, each at most `room` columns wide where it can be. Joined with a space they give the
    /// paragraph again: a line ends only at a single space.
    static func fold(_ paragraph: String, _ room: Int) -> [String] {
        var lines: [String] = []
        var line: [Unicode.Scalar] = []
        for word in words(of: paragraph) {
            if line.isEmpty {
                line = word
            } else if Normalization.width(of: line) + 1 + Normalization.width(of: word) <= room {
                line += [" "] + word
            } else {
                lines.append(string(line))
                line = word
            }
        }
        return lines + [string(line)]
    }

    /// What stands between single spaces: several in a row, tabs and the inside of `{{name}}` hold together.
    private static func words(of paragraph: String) -> [[Unicode.Scalar]] {
        let scalars = Array(paragraph.unicodeScalars)
        var words: [[Unicode.Scalar]] = [[]]
        var isInHole = false
        for (index, scalar) in scalars.enumerated() {
            let before = index > 0 ? scalars[index - 1] : " "
            if before == "{", scalar == "{" { isInHole = true }
            if before == "}", scalar == "}" { isInHole = false }
            let isBreak =
                scalar == " " && !isInHole && index + 1 < scalars.count && !isBlank(before)
                && !isBlank(scalars[index + 1])
            if isBreak { words.append([]) } else { words[words.count - 1].append(scalar) }
        }
        return words
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

    private static func string(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }
}
