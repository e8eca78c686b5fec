import SourceText

/// Text that a browser shows as it is.
package enum HTMLText {
    /// One line in which nothing is markup.
    package static func escaped(_ text: String) -> String {
        let line = InertText.line(text)
        // Most texts hold no sign of HTML's.
        guard line.utf8.contains(where: isSign) else { return line }
        var escaped = ""
        for scalar in line.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }

    /// A phrase with its styles; each run keeps its own direction, so that a name in another script stays in its place.
    package static func phrase(_ phrase: Phrase) -> String { phrase.runs.map(run).joined() }

    private static func run(_ run: Phrase.Run) -> String {
        let leading = run.text.first == " " ? " " : ""
        let trailing = run.text.count > 1 && run.text.last == " " ? " " : ""
        let text = escaped(run.text)
        switch run.style {
        case .plain: return leading + text + trailing
        case .strong: return "\(leading)<strong dir=\"auto\">\(text)</strong>\(trailing)"
        case .quiet: return "\(leading)<span class=\"q\">\(text)</span>\(trailing)"
        }
    }
}
