extension Diagnostic.Fix {
    /// The replacement as it is spelled at its place: in the quotes that stand there, bare where it reads as the same
    /// text without them, else in quotes.
    package func spelled(in library: SourceLibrary) -> String {
        switch library.bytes(in: range).first {
        case UInt8(ascii: "\""): inDoubleQuotes
        case UInt8(ascii: "'"): "'" + replacement.replacingScalars(["'": "''"]) + "'"
        default: isSafeBare ? replacement : inDoubleQuotes
        }
    }

    /// With the escapes that YAML and JSON share.
    private var inDoubleQuotes: String {
        var text = "\""
        for scalar in replacement.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }

    /// Whether YAML reads the text without quotes as itself, as a key or a value, also between brackets.
    private var isSafeBare: Bool {
        let scalars = replacement.unicodeScalars
        guard let first = scalars.first, !"?:,[]{}#&*!|>'\"%@`~ ".unicodeScalars.contains(first) else { return false }
        if first == "-", scalars.dropFirst().first.map({ $0 == " " }) ?? true { return false }
        if scalars.contains(where: { ",[]{}".unicodeScalars.contains($0) || Visible.isHidden($0) }) { return false }
        return ![": ", " #"].contains(where: replacement.containsScalars) && scalars.last != ":" && scalars.last != " "
    }
}
