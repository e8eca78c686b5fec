import SourceText

/// A document that sources cite, ready to be searched.
struct DocumentText {
    /// A title of the document, and where what it heads begins.
    struct Heading {
        /// `4.2`; nil of a title without a number.
        let number: String?
        /// Letters and digits of the title, folded.
        let title: String
        let offset: Int
    }

    let file: FileID
    let matcher: ExtractMatcher
    let headings: [Heading]
    let words: DocumentWords
    let length: Int

    /// - Complexity: linear in the bytes.
    init(_ file: FileID, in library: SourceLibrary) {
        let bytes = library[file].bytes
        self.file = file
        matcher = ExtractMatcher(ScannedText(bytes, isDocument: true))
        headings = Self.headings(of: bytes)
        words = DocumentWords(bytes)
        length = bytes.count
    }

    /// The bytes of a section as sources write it (`"1"`, `"1, note 3"`, `"Définitions"`); nil when the document has no
    /// such title.
    func section(_ written: String) -> Range<Int>? {
        let name = String(written.prefix { $0 != "," })
        let key = Self.key(name)
        guard
            let place = headings.firstIndex(where: { heading in
                heading.number.map { $0 == name.trimmedSpaces } ?? (heading.title == key)
            })
        else { return nil }
        let heading = headings[place]
        // A note stands at the foot of its page, perhaps before the section's last lines: the section ends where one
        // begins that is not below it.
        let end = headings[(place + 1)...].first { next in
            guard let number = heading.number, let below = next.number else { return next.number != nil }
            return !below.hasPrefix(number + ".")
        }
        return heading.offset..<(end?.offset ?? length)
    }

    private static func headings(of bytes: [UInt8]) -> [Heading] {
        var headings: [Heading] = []
        var start = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            let text = String(decoding: line, as: UTF8.self).trimmedSpaces
            guard !text.isEmpty, text.unicodeScalars.count <= longestHeading else { continue }
            if let number = leadingNumber(of: text) {
                headings.append(Heading(number: number, title: "", offset: start))
            } else if let first = text.first, first.isUppercase, !text.contains(where: { ".;:,".contains($0) }) {
                headings.append(Heading(number: nil, title: key(text), offset: start))
            }
        }
        return headings
    }

    /// In scalars: a title is shorter.
    private static let longestHeading = 90

    /// `4.2` of `4.2. Équipe de la gestion`: digits and points, a last point, a space, a capital.
    private static func leadingNumber(of text: String) -> String? {
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let rest = text.dropFirst(number.count)
        guard number.first?.isNumber == true, number.last == ".", rest.first?.isWhitespace == true,
            rest.drop(while: \.isWhitespace).first?.isUppercase == true
        else { return nil }
        return String(number.dropLast())
    }

    private static func key(_ text: String) -> String { NameKey.bare(text).filter { $0.isLetter || $0.isNumber } }
}

extension String {
    /// Without white space and page breaks at the ends.
    var trimmedSpaces: String {
        let trimmed = drop(while: \.isWhitespace)
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(trimmed[...last])
    }
}
