/// How text from a file enters the program (language, section 1): in NFC, without space, tab, LF and CR at its ends.
package enum BorderText {
    package static func normalized(_ text: String) -> String {
        let utf8 = text.utf8
        guard let first = utf8.first, let last = utf8.last else { return text }
        if !isBlank(first), !isBlank(last) { return Normalization.nfc(text) }
        let start = utf8.firstIndex { !isBlank($0) } ?? utf8.endIndex
        let end = utf8.lastIndex { !isBlank($0) }.map { utf8.index(after: $0) } ?? start
        return Normalization.nfc(String(text[start..<end]))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}

extension Node.Scalar {
    /// Whether nothing is said: no text, or `null` or `~` (JSON's `null` too).
    package var isEmptyValue: Bool { text.isEmpty || text == "null" || text == "~" || style == .null }
}
