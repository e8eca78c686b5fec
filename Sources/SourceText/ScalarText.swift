// Signs are looked for scalar by scalar: as a `Character`, a sign with a mark after it (U+0301) or U+0D4E before it is
// another one, and what reads the text would still obey it.

extension String {
    /// With each scalar of the table replaced.
    package func replacingScalars(_ replacements: [Unicode.Scalar: String]) -> String {
        guard unicodeScalars.contains(where: { replacements[$0] != nil }) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if let replacement = replacements[scalar] {
                text += replacement
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension StringProtocol {
    /// Whether the scalars of another text stand in it, one after the other.
    package func containsScalars(of other: String) -> Bool { utf8.contains(other.utf8) }

    /// Where they first do.
    package func firstRange(ofScalars other: String) -> Range<Index>? {
        unicodeScalars.firstRange(of: other.unicodeScalars)
    }
}
