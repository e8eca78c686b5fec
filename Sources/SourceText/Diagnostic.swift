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
    ///
    /// - Complexity: O(*n* log *n*) in their number.
    package var sorted: [Diagnostic] {
        let ordered = all.indices.sorted { precedes($0, $1) }
        var kept: [Diagnostic] = []
        /// Those of the place of the last, where there are several: only they can be the same.
        var there: Set<Diagnostic> = []
        for index in ordered {
            let diagnostic = all[index]
            if let last = kept.last, last.range == diagnostic.range {
                if there.isEmpty { there.insert(last) }
                guard there.insert(diagnostic).inserted else { continue }
            } else if !there.isEmpty {
                there = []
            }
            kept.append(diagnostic)
        }
        return kept
    }

    /// By place, then by code, then as reported.
    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (all[left].range, all[right].range)
        if (a.file, a.start, a.end) != (b.file, b.start, b.end) {
            return (a.file, a.start, a.end) < (b.file, b.start, b.end)
        }
        let codes = (all[left].code.rawValue, all[right].code.rawValue)
        return codes.0 == codes.1 ? left < right : codes.0 < codes.1
    }
}

/// The user's text as a message quotes it: in « », made visible, and cut when it is long. Guillemets inside become “ ”, as
/// French has it, so that where a quotation ends is certain (``Discretion``).
package func quoted(_ text: String) -> String {
    let shown = Visible.cut(Visible.text(text), to: Visible.quotedLength)
    return "«\u{A0}\(shown.replacingScalars(["«": "“", "»": "”"]))\u{A0}»"
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
