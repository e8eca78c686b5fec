/// Prints diagnostics for a person: the place, the line of the file with the exact span underlined, notes and help.
/// Lines and columns are those of ``SourceLibrary/position(of:)``, or of ``PlaceIndex`` where there is much to print.
package struct DiagnosticPrinter: Sendable {
    private let library: SourceLibrary
    private let colored: Bool
    private let showsLines: Bool
    /// Made where there is much to print; else places are looked for one by one.
    private var index: PlaceIndex?

    /// - Parameter showsLines: whether the lines of the files are shown; they may hold what is not to be seen.
    package init(_ library: SourceLibrary, colored: Bool = false, showsLines: Bool = true) {
        self.library = library
        self.colored = colored
        self.showsLines = showsLines
    }

    /// All of a run, sorted, at most ``Limits/shownDiagnostics`` with a count of the rest; ends with a line feed.
    package func print(_ bag: DiagnosticBag) -> String {
        let all = bag.sorted
        let shown = all.prefix(Limits.shownDiagnostics)
        var printer = self
        if shown.reduce(0, { $0 + 1 + $1.notes.count }) > Self.few { printer.index = PlaceIndex(library) }
        var text = shown.map { printer.print($0) }.joined()
        let rest = all.count - Limits.shownDiagnostics
        if rest > 0 { text += "… et \(rest) autre\(rest > 1 ? "s" : "")\n" }
        return text
    }

    /// The first line of what is said, whatever says it.
    package struct Headline: Sendable {
        package enum Color: String, Sendable {
            case red = "1;31"
            case yellow = "1;33"
            case blue = "1;34"
        }

        package let level: String
        package let color: Color
        package let code: String
        package let message: String

        package init(level: String, color: Color, code: String, message: String) {
            self.level = level
            self.color = color
            self.code = code
            self.message = message
        }
    }

    /// One diagnostic on several lines.
    package func print(_ diagnostic: Diagnostic) -> String {
        let (level, color): (String, Headline.Color) =
            switch diagnostic.level {
            case .error: ("erreur", .red)
            case .warning: ("avertissement", .yellow)
            }
        let headline = Headline(
            level: level, color: color, code: diagnostic.code.rawValue, message: diagnostic.message)
        return print(headline, at: diagnostic.range, notes: diagnostic.notes, help: diagnostic.help)
    }

    /// Anything that is said of a place, in the form of a diagnostic.
    package func print(
        _ headline: Headline, at range: SourceRange, notes: [Diagnostic.Note], help: String?
    ) -> String {
        let level = paint(headline.level, headline.color.rawValue)
        var text = "\(place(range)): \(level)[\(headline.code)]: " + Visible.text(headline.message) + "\n"
        text += excerpt(range)
        for note in notes { text += print(note) }
        if let help { text += "  aide\u{A0}: \(Visible.text(help))\n" }
        return text
    }

    private func print(_ note: Diagnostic.Note) -> String {
        let message = Visible.text(note.message)
        guard let range = note.range else { return "  note\u{A0}: \(message)\n" }
        return "  note\u{A0}: \(place(range)): \(message)\n" + excerpt(range)
    }

    private static let few = 10

    private func position(_ range: SourceRange) -> SourcePosition {
        index?.wholePosition(range) ?? library.position(of: range)
    }

    private func place(_ range: SourceRange) -> String {
        let position = position(range)
        return Visible.lineStart(
            Visible.text("\(library[range.file].path):\(position.line):\(position.column)"))
    }

    private func paint(_ text: String, _ code: String) -> String {
        colored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// How many columns of a source line are shown at most.
    private static let width = 100
    /// How many bytes hold that many columns and more, whatever the characters.
    private static let bytesLooked = 4 * (width + 2)

    /// The line of the place and, under it, the span.
    private func excerpt(_ range: SourceRange) -> String {
        let file = library[range.file]
        guard showsLines, !file.bytes.isEmpty else { return "" }
        let position = position(range)
        let bounds = position.lineBounds
        let start = min(max(Int(range.start), bounds.lowerBound), bounds.upperBound)
        let end = min(max(Int(range.end), start), bounds.upperBound)
        // Of the line, which may hold megabytes, only what can be shown is looked at.
        var before = shown(file.bytes[bounds.lowerBound..<start].suffix(Self.bytesLooked).drop { $0 & 0xC0 == 0x80 })
        let span = shown(file.bytes[start..<end].prefix(Self.bytesLooked))
        let marked = Array(span.prefix(Self.width))
        let after = shown(file.bytes[end..<bounds.upperBound].prefix(Self.bytesLooked))
        if before.count + marked.count > Self.width {
            before = ["…"] + before.suffix(max(0, Self.width - marked.count - 1))
        }
        let room = max(0, Self.width - before.count - marked.count)
        let rest = span.count > marked.count || after.count > room ? after.prefix(room) + ["…"] : after[...]
        let number = String(position.line)
        let margin = String(repeating: " ", count: number.count)
        let line = text(before) + text(marked) + text(Array(rest))
        let indent = String(repeating: " ", count: Normalization.width(of: before))
        let underline = String(repeating: "^", count: max(1, Normalization.width(of: marked)))
        return " \(number) | \(line)\n \(margin) | \(indent)\(paint(underline, "1;31"))\n"
    }

    /// The scalars of a part of a line as they are shown: tabs as one space, what is hidden spelled out.
    private func shown(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
        // Scalar by scalar: a search in a string would weigh what looks alike.
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0 == "\t" ? " " : $0 }
        return Array(Visible.text(text(scalars)).unicodeScalars)
    }

    private func text(_ scalars: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
