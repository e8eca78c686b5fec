/// Breaks labels into lines that fit a box. Letters are counted, not measured: a drawing has no fonts.
enum LabelLines {
    /// In characters, of a label and of a smaller line.
    static let longest = 27
    static let longestSmall = 30
    static let mostLines = 2

    /// At most two lines; what is left over ends with an ellipsis.
    static func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > longest {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        guard lines.count > mostLines else { return lines.map { shortened($0, to: longest) } }
        let kept = lines.prefix(mostLines - 1)
        let rest = lines.dropFirst(mostLines - 1).joined(separator: " ")
        return kept.map { shortened($0, to: longest) } + [shortened(rest, to: longest)]
    }

    static func shortened(_ text: String, to length: Int) -> String {
        text.count <= length ? text : text.prefix(length - 1) + "…"
    }
}
