extension Diagnostic {
    /// Adds « vouliez-vous dire …? » with its correction, or lists what is allowed when nothing is near and it fits on
    /// a line.
    ///
    /// - Parameter isListing: false where the message itself says what is allowed.
    package func suggesting(
        _ word: Located<String>, among candidates: [String], isListing: Bool = true
    ) -> Diagnostic {
        var diagnostic = self
        if let nearest = Spelling.nearest(to: word.value, among: candidates) {
            diagnostic.help = "vouliez-vous dire \(quoted(nearest))?"
            diagnostic.fix = Fix(replace: word.range, with: nearest)
        } else if isListing, (1...Self.mostListed).contains(candidates.count) {
            let list = "permis\u{A0}: " + candidates.joined(separator: ", ")
            if list.utf8.count <= Self.longestList { diagnostic.help = list }
        }
        return diagnostic.showingOddCharacter(of: word)
    }

    /// Notes a character of the text that cannot be seen or looks like another.
    package func showingOddCharacter(of word: Located<String>) -> Diagnostic {
        let odd = word.value.unicodeScalars.first { Visible.isHidden($0) || Visible.isLookalike($0) }
        guard let odd else { return self }
        var diagnostic = self
        diagnostic.notes.append(.init("le texte contient le caractère \(Visible.codePoint(odd))"))
        return diagnostic
    }

    private static let mostListed = 16
    /// In bytes: a line of help stays readable.
    private static let longestList = 300
}

extension DiagnosticBag {
    /// The candidates of a suggestion, or none once so much is wrong that nobody reads on: looking for the nearest of
    /// many names, many times, takes long.
    package mutating func candidates(_ names: @autoclosure () -> [String]) -> [String] {
        guard suggestions > 0 else { return [] }
        let names = names()
        suggestions -= names.count
        return names
    }
}
