/// A document in Markdown, taken apart as far as the tests need: headings, fenced blocks, and the prose between them.
struct MarkdownDocument: CustomStringConvertible, Sendable {
    /// A fenced block.
    struct Block: Sendable {
        /// Among the document's blocks, from 0.
        let number: Int
        /// What stands after the opening fence: « yaml cas ».
        let words: [String]
        let lines: [String]
        /// The index of the first line inside.
        let firstLine: Int
        /// The last heading before it.
        let heading: String

        var language: String { words.first ?? "" }
        var text: String { lines.map { $0 + "\n" }.joined() }
    }

    /// A line outside of fenced blocks.
    struct Prose: Sendable {
        /// From 1.
        let number: Int
        let text: String

        /// Without code spans and the targets of links, which are not typeset.
        var typeset: String {
            text.replacing(/`[^`]*`/, with: "x").replacing(/\]\([^)]*\)/, with: "]").replacing(/<[^>]*>/, with: "")
        }
    }

    let path: String
    let lines: [String]
    private(set) var blocks: [Block] = []
    private(set) var prose: [Prose] = []
    /// In order, without their marks.
    private(set) var headings: [String] = []

    var description: String { path }

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var open: (words: [String], first: Int)?
        for (index, line) in lines.enumerated() {
            guard line.hasPrefix("```") else {
                if open == nil { add(line, index) }
                continue
            }
            if let (words, first) = open {
                blocks.append(
                    Block(
                        number: blocks.count, words: words, lines: Array(lines[first..<index]), firstLine: first,
                        heading: headings.last ?? ""))
                open = nil
            } else {
                open = (line.dropFirst(3).split(separator: " ").map(String.init), index + 1)
            }
        }
    }

    private mutating func add(_ line: String, _ index: Int) {
        prose.append(Prose(number: index + 1, text: line))
        if line.hasPrefix("#") { headings.append(line.drop { $0 == "#" }.trimmingSpaces) }
    }

    /// The code spans of the prose, each with its line.
    var codeSpans: [(line: Int, text: String)] {
        prose.flatMap { line in line.text.matches(of: /`([^`]+)`/).map { (line.number, String($0.1)) } }
    }

    /// The targets of links that lead into the repository.
    var relativeLinks: [(line: Int, target: String)] {
        prose.flatMap { line in
            line.text.replacing(/`[^`]*`/, with: "x").matches(of: /\]\(([^)]+)\)/).map { (line.number, String($0.1)) }
        }.filter { !$0.target.contains("://") && !$0.target.hasPrefix("mailto:") }
    }

    /// The fragments that lead to the headings.
    var anchors: [String] {
        headings.map { heading in
            let kept = heading.lowercased().unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == " " || $0 == "-" || $0 == "_"
            }
            return String(String.UnicodeScalarView(kept)).replacing(" ", with: "-")
        }
    }
}

extension Substring {
    var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
