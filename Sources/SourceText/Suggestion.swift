extension Diagnostic {
    /// Adds « vouliez-vous dire …? » with its correction, or lists what is allowed when nothing is near.
    package func suggesting(_ word: Located<String>, among candidates: [String]) -> Diagnostic {
        var diagnostic = self
        if let nearest = Spelling.nearest(to: word.value, among: candidates) {
            diagnostic.help = "vouliez-vous dire \(quoted(nearest))?"
            diagnostic.fix = Fix(replace: word.range, with: nearest)
        } else if candidates.count <= 16, !candidates.isEmpty {
            diagnostic.help = "permis: \(candidates.joined(separator: ", "))"
        }
        if let hidden = word.value.unicodeScalars.first(where: { Visible.isHidden($0) || Visible.isLookalike($0) }) {
            diagnostic.notes.append(.init("le texte contient le caractère \(Visible.codePoint(hidden))", at: word.range))
        }
        return diagnostic
    }
}
