import SourceText

/// Breaks a phrase into lines of at most ``width`` columns, at spaces; a word too long for a line is cut.
package struct TextLayout {
    /// The columns of a line.
    package static let width = 80

    private let colored: Bool
    private var lines: [String] = []

    package init(colored: Bool) { self.colored = colored }

    /// A stretch of one style without a place to break.
    private struct Piece {
        var text: String
        let style: Phrase.Style
    }

    /// All lines so far, each ended by a line feed.
    package var text: String { lines.map { $0 + "\n" }.joined() }

    package mutating func blankLine() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// Adds a phrase; `first` comes before its first line, as many spaces before the others.
    package mutating func add(_ phrase: Phrase, after first: String = "") {
        let margin = String(repeating: " ", count: Normalization.width(of: first.unicodeScalars))
        let room = Self.width - margin.unicodeScalars.count
        var line = first
        var used = 0
        for word in words(of: phrase).flatMap({ cut($0, to: room) }) {
            let length = width(of: word)
            if used > 0, used + 1 + length > room {
                lines.append(line)
                line = margin
                used = 0
            }
            if used > 0 { line += " " }
            let shown = word.map(painted).joined()
            line += used > 0 || line.contains { $0 != " " } ? shown : Visible.lineStart(shown)
            used += (used > 0 ? 1 : 0) + length
        }
        lines.append(line)
    }

    /// The words of the phrase; a word may change its style inside.
    private func words(of phrase: Phrase) -> [[Piece]] {
        var words: [[Piece]] = [[]]
        var endsWithSpace = true
        for run in phrase.runs {
            let startsWithSpace = run.text.unicodeScalars.first == " " && !endsWithSpace
            let shown = InertText.line(run.text)
            if startsWithSpace { words.append([]) }
            for (index, word) in shown.utf8.split(separator: UInt8(ascii: " ")).enumerated() {
                if index > 0 { words.append([]) }
                words[words.count - 1].append(Piece(text: String(Substring(word)), style: run.style))
            }
            endsWithSpace = run.text.unicodeScalars.last == " "
            if endsWithSpace { words.append([]) }
        }
        return words.filter { !$0.isEmpty }
    }

    /// A word in parts that fit in a line.
    private func cut(_ word: [Piece], to room: Int) -> [[Piece]] {
        guard width(of: word) > room else { return [word] }
        var parts: [[Piece]] = [[]]
        var used = 0
        for piece in word {
            var text = ""
            for scalar in piece.text.unicodeScalars {
                let length = Normalization.width(of: scalar)
                if used + length > room {
                    parts[parts.count - 1].append(Piece(text: text, style: piece.style))
                    parts.append([])
                    text = ""
                    used = 0
                }
                text.unicodeScalars.append(scalar)
                used += length
            }
            parts[parts.count - 1].append(Piece(text: text, style: piece.style))
        }
        return parts
    }

    private func width(of word: [Piece]) -> Int {
        word.reduce(0) { $0 + Normalization.width(of: $1.text.unicodeScalars) }
    }

    private func painted(_ piece: Piece) -> String {
        guard colored else { return piece.text }
        switch piece.style {
        case .plain: return piece.text
        case .strong: return "\u{1B}[1m\(piece.text)\u{1B}[0m"
        case .quiet: return "\u{1B}[2m\(piece.text)\u{1B}[0m"
        }
    }
}
