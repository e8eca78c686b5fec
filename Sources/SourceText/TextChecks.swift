/// Looks at the bytes of a file before any reader sees them: what is not plain, visible text is refused here, since it
/// could make a file say one thing to a person and another to the program.
package enum TextChecks {
    /// Which characters a notation lets stand in its text.
    package enum Accepted: Sendable {
        /// YAML: what a reader sees, with tabs and line ends.
        case visibleText
        /// JSON, whose grammar itself says which: only the encoding is looked at.
        case anyCharacter
    }

    /// Everything wrong with the bytes, in order; a few places, since one is enough to refuse a file.
    ///
    /// - Parameter limit: how many bytes the file may have.
    /// - Complexity: linear.
    package static func problems(
        in bytes: [UInt8], of file: FileID, accepting accepted: Accepted = .visibleText,
        limit: Int = Limits.fileBytes
    ) -> [Diagnostic] {
        if bytes.count > limit { return [.fileTooLong(.beginning(of: file), limit: limit)] }
        if let utf16 = utf16Problem(bytes, file) { return [utf16] }
        var scan = TextScan(bytes, file, accepted)
        scan.run()
        return scan.found
    }

    /// Whether more marks than ``Limits/stackedMarks`` follow one another, as escapes in a text can make them.
    package static func stacksMarks(_ text: String) -> Bool {
        var marks = 0
        for scalar in text.unicodeScalars {
            marks = Normalization.isMark(scalar) ? marks + 1 : 0
            if marks > Limits.stackedMarks { return true }
        }
        return false
    }

    /// Whether a character is refused wherever it stands in a text, escaped or not.
    package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func utf16Problem(_ bytes: [UInt8], _ file: FileID) -> Diagnostic? {
        let start = Array(bytes.prefix(4))
        let marked = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
        let unmarked =
            start.count == 4
            && (start[0] != 0 && start[1] == 0 && start[2] != 0 && start[3] == 0
                || start[0] == 0 && start[1] != 0 && start[2] == 0 && start[3] != 0)
        return marked || unmarked ? .utf16(.beginning(of: file)) : nil
    }
}

/// One look through the bytes of a file.
private struct TextScan {
    private let bytes: [UInt8]
    private let file: FileID
    private let accepted: TextChecks.Accepted
    private(set) var found: [Diagnostic] = []
    private var index: Int
    /// How many marks stand before `index`.
    private var marks = 0

    private static let most = 5

    init(_ bytes: [UInt8], _ file: FileID, _ accepted: TextChecks.Accepted) {
        self.bytes = bytes
        self.file = file
        self.accepted = accepted
        index = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
    }

    mutating func run() {
        while index < bytes.count, found.count < Self.most {
            let byte = bytes[index]
            if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 || byte < 0x80 && accepted == .anyCharacter {
                index += 1
                marks = 0
            } else if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
                index += 2
                marks = 0
            } else {
                check()
            }
        }
    }

    /// Examines the character at `index` and goes past it.
    private mutating func check() {
        guard let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index) else {
            // bounded: called below the end alone
            found.append(.invalidUTF8(bytes[index], SourceRange(file: file, at: index, length: 1)))
            index += UTF8Decoding.lengthOfInvalid(in: bytes, at: index)
            return
        }
        let range = SourceRange(file: file, at: index, length: length)
        if accepted == .visibleText, TextChecks.isForbidden(scalar) { found.append(.forbiddenCharacter(scalar, range)) }
        marks = Normalization.isMark(scalar) ? marks + 1 : 0
        // Said once for a run of them.
        if marks == Limits.stackedMarks + 1 { found.append(.stackedMarks(range)) }
        index += length
    }
}

extension SourceRange {
    /// The range of `length` bytes from an offset.
    package init(file: FileID, at offset: Int, length: Int) {
        self.init(file: file, start: UInt32(clamping: offset), end: UInt32(clamping: offset + length))
    }
}

/// UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates.
package enum UTF8Decoding {
    /// The character that starts at `index` and its length in bytes, or nil at the end and where it is not UTF-8.
    package static func scalar(in bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int)? {
        guard index < bytes.count else { return nil }
        let first = bytes[index]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return nil }
        var value = UInt32(first) & (0x7F >> UInt32(length))  // bounded: widened; a length is 2 to 4
        for offset in 1..<length {
            let byte = bytes[index + offset]
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)  // bounded: widened
        }
        let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
        guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }

    /// How many bytes to pass over after an invalid one: up to the next that may start a character.
    static func lengthOfInvalid(in bytes: [UInt8], at index: Int) -> Int {
        var next = index + 1
        while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
        return next - index
    }
}
