import RuleModel
import RuleReview
import SourceText

/// A document as the site shows it: its paragraphs, and the passages that are cited or set apart.
struct DocumentReading {
    /// A stretch of lines between blank ones.
    struct Paragraph {
        enum Kind: Equatable {
            case text
            /// With its level below the page's title, from 1.
            case heading(level: Int)
        }

        let kind: Kind
        /// UTF-8 offsets, line ends at both ends aside.
        let bytes: Range<Int>
    }

    let name: String
    let file: FileID
    let bytes: [UInt8]
    let paragraphs: [Paragraph]
    /// In the order of the text, the longer first where two begin together.
    let passages: [Passage]

    init(_ document: ReadDocument, bytes: [UInt8], passages: [Passage]) {
        name = document.name
        file = document.file
        self.bytes = bytes
        self.passages = passages
        paragraphs = Self.paragraphs(of: bytes, document.headings)
    }

    // bounded: ranges of this text, which passages and paragraphs hold
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The passages that a stretch of the text meets, by their places.
    func passages(meeting range: Range<Int>) -> [Int] {
        passages.indices.filter { passages[$0].bytes.overlaps(range) }
    }

    // MARK: Paragraphs

    private static func paragraphs(of bytes: [UInt8], _ headings: [ReadDocument.Heading]) -> [Paragraph] {
        var titles: [Int: ReadDocument.Heading] = [:]
        for heading in headings { titles[heading.offset] = heading }
        var paragraphs: [Paragraph] = []
        var lines: [Range<Int>] = []
        func close() {
            if let first = lines.first, let last = lines.last {
                let kind = kind(of: lines, titles[first.lowerBound])
                let range = trimmed(first.lowerBound..<last.upperBound, in: bytes)
                paragraphs.append(Paragraph(kind: kind, bytes: range))
            }
            lines = []
        }
        var start = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let range = start..<start + line.count
            // A new page begins a new paragraph.
            if line.first == formFeed || line.allSatisfy(isBlank) { close() }
            if !line.allSatisfy(isBlank) { lines.append(range) }
            start = range.upperBound + 1
        }
        close()
        return paragraphs
    }

    private static let formFeed: UInt8 = 0x0C

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        let start = bytes[range].firstIndex { !isBlank($0) } ?? range.upperBound
        let end = bytes[range].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
        return start..<max(start, end)
    }

    /// A numbered title may take two lines; one without a number is a line by itself.
    private static func kind(of lines: [Range<Int>], _ heading: ReadDocument.Heading?) -> Paragraph.Kind {
        guard let heading else { return .text }
        guard let number = heading.number else { return lines.count == 1 ? .heading(level: 1) : .text }
        guard lines.count <= 2 else { return .text }
        return .heading(level: min(4, number.count { $0 == "." } + 1))
    }
}

/// A passage of a document, and why it stands out.
struct Passage {
    /// From 1, in the order of the text: its anchor is `p1`.
    var number = 0
    /// UTF-8 offsets in the document.
    let bytes: Range<Int>
    /// The section that the first source to cite it names.
    var section: String?
    /// What cites it, in the order of the set; empty when it is only set apart.
    var referrers: [Referrer] = []
    /// Why no rule answers for it (`hors règles`).
    var reasons: [String] = []

    var anchor: String { "p\(number)" }
    var note: String { "n\(number)" }
}

extension DocumentReading {
    func range(of passage: Passage) -> SourceRange {
        // bounded: files have a limited size
        SourceRange(file: file, start: UInt32(passage.bytes.lowerBound), end: UInt32(passage.bytes.upperBound))
    }
}
