/// One thing to say about a place of the user's text. The same value serves the terminal, JSON, SARIF, annotations and
/// the editor.
package struct Diagnostic: Hashable, Sendable {
    package enum Level: Hashable, Sendable {
        case error
        case warning
    }

    /// A related place, or a remark without one.
    package struct Note: Hashable, Sendable {
        package let message: String
        package let range: SourceRange?

        package init(_ message: String, at range: SourceRange? = nil) {
            self.message = message
            self.range = range
        }
    }

    /// A correction: the text to put in place of a range.
    package struct Fix: Hashable, Sendable {
        package let range: SourceRange
        package let replacement: String

        package init(replace range: SourceRange, with replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    package let code: DiagnosticCode
    package let level: Level
    /// One line of French, lower case, no full stop, the user's text in « ».
    package let message: String
    package let range: SourceRange
    package var notes: [Note]
    /// Advice, one line.
    package var help: String?
    package var fix: Fix?

    package init(
        _ code: DiagnosticCode, level: Level = .error, _ message: String, at range: SourceRange, notes: [Note] = [],
        help: String? = nil, fix: Fix? = nil
    ) {
        self.code = code
        self.level = level
        self.message = message
        self.range = range
        self.notes = notes
        self.help = help
        self.fix = fix
    }
}

/// Collects what is to be said, so that one mistake does not hide the next.
package struct DiagnosticBag: Sendable {
    package private(set) var all: [Diagnostic] = []
    /// With how many candidates an unknown word may still be compared (``candidates(_:)``).
    var suggestions = Limits.comparedCandidates

    package init() {}

    package var hasErrors: Bool { all.contains { $0.level == .error } }

    /// What is in the bag, taken out of it: a reader that fills it further then need not copy it.
    package mutating func taken() -> DiagnosticBag {
        let taken = self
        self = DiagnosticBag()
        return taken
    }

    package mutating func report(_ diagnostic: Diagnostic) { all.append(diagnostic) }

    package mutating func report(contentsOf diagnostics: some Sequence<Diagnostic>) {
        all.append(contentsOf: diagnostics)
    }

    /// In the order of files and places, each once.
    package var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return all.filter { seen.insert($0).inserted }
            .sorted { left, right in
                let a = (left.range.file.index, left.range.start, left.range.end, left.code.rawValue)
                let b = (right.range.file.index, right.range.start, right.range.end, right.code.rawValue)
                return a < b
            }
    }
}

/// The user's text as a message quotes it: in « », made visible, and cut when it is long.
package func quoted(_ text: String) -> String {
    "«\u{A0}\(Visible.cut(Visible.text(text), to: Visible.quotedLength))\u{A0}»"
}

/// A count as messages write it, `1 000 000`.
package func counted(_ count: Int) -> String {
    let digits = Array(String(count))
    return digits.indices.map { index in
        (index > 0 && (digits.count - index).isMultiple(of: 3) ? "\u{A0}" : "") + String(digits[index])
    }.joined()
}

/// A list of quoted texts, `« a », « b » ou « c »`.
package func quotedList(_ texts: [String], _ conjunction: String = "ou") -> String {
    let all = texts.map(quoted)
    guard let last = all.last, all.count > 1 else { return all.first ?? "" }
    return all.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
