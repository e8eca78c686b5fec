import RuleExplanation
import SourceText

/// Reads the few marks that templates use, those of Markdown: `# ` and `## ` headings, `- ` lists, `> ` passages,
/// `**important**`, a `\` at the end of a line where it breaks, and blank lines between paragraphs. A `\` before any
/// other mark takes its meaning away.
struct LetterReader {
    private var blocks: [Letter.Block] = []
    /// The lines of the block that is being read, joined where the template does not break them.
    private var lines: [String] = []
    private var kind = Kind.paragraph
    private var breaksHere = false

    private enum Kind {
        case paragraph
        case list
        case quote
    }

    static func read(_ text: String) -> [Letter.Block] {
        var reader = LetterReader()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reader.add(line) }
        reader.close()
        return reader.blocks
    }

    /// Text in which nothing is a mark, on one line, its apostrophes as a letter has them: cases and names are typed
    /// with straight ones.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        var previous: Unicode.Scalar?
        for scalar in InertText.line(text).unicodeScalars {
            if marks.contains(scalar) { escaped += "\\" }
            let isApostrophe = scalar == "'" && previous?.properties.isAlphabetic == true
            escaped.unicodeScalars.append(isApostrophe ? "’" : scalar)
            previous = scalar
        }
        return escaped
    }

    private static let marks: Set<Unicode.Scalar> = ["\\", "*", "#", ">", "-"]

    private mutating func add(_ written: Substring) {
        let line = written.trimmed
        if line.isEmpty { return close() }
        if let level = headingLevel(line) {
            close()
            blocks.append(.heading(level: level, Self.line(String(line.dropFirst(level + 1)))))
        } else if line.hasPrefix("- ") {
            if kind != .list { close() }
            kind = .list
            append(line.dropFirst(2), isNew: true)
        } else if line.hasPrefix("> ") {
            if kind != .quote { close() }
            kind = .quote
            append(line.dropFirst(2), isNew: lines.isEmpty)
        } else {
            append(line, isNew: lines.isEmpty)
        }
    }

    private func headingLevel(_ line: Substring) -> Int? {
        let level = line.prefix { $0 == "#" }.count
        return (1...3).contains(level) && line.dropFirst(level).first == " " ? level : nil
    }

    /// A line that goes on from the one before, unless that one ends with a break.
    private mutating func append(_ line: Substring, isNew: Bool) {
        let ends = line.endsWithBreak
        let text = String(ends ? line.dropLast() : line)
        if isNew || breaksHere || lines.isEmpty {
            lines.append(text)
        } else {
            lines[lines.count - 1] += " " + text
        }
        breaksHere = ends
    }

    private mutating func close() {
        let read = lines.map { Self.line($0) }.filter { !$0.runs.isEmpty }
        if !read.isEmpty {
            switch kind {
            case .paragraph: blocks.append(.paragraph(read))
            case .list: blocks.append(.list(read))
            case .quote: blocks.append(.quote(read))
            }
        }
        (lines, kind, breaksHere) = ([], .paragraph, false)
    }

    private static func line(_ text: String) -> Letter.Line {
        var runs: [Letter.Line.Run] = []
        var current = Letter.Line.Run(text: "", isStrong: false)
        var rest = Substring(text).trimmed
        while let character = rest.popFirst() {
            if character == "\\", let next = rest.first {
                current.text.append(next)
                rest.removeFirst()
            } else if character == "*", rest.first == "*" {
                rest.removeFirst()
                if !current.text.isEmpty { runs.append(current) }
                current = Letter.Line.Run(text: "", isStrong: !current.isStrong)
            } else {
                current.text.append(character)
            }
        }
        if !current.text.isEmpty { runs.append(current) }
        return Letter.Line(runs: runs)
    }
}

extension Substring {
    /// Without spaces and tabs at its ends; no-break spaces stay.
    fileprivate var trimmed: Substring {
        var trimmed = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        while let last = trimmed.last, last == " " || last == "\t" || last == "\r" { trimmed.removeLast() }
        return trimmed
    }

    /// An odd number of `\` at the end: one that has no mark after it.
    fileprivate var endsWithBreak: Bool { !reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2) }
}
