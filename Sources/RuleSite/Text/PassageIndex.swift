import RuleModel
import RuleReview
import SourceText

/// The passages of all documents, found from what cites them.
struct PassageIndex {
    let documents: [DocumentReading]
    /// By the place of a source: the document and the passage in it, by their places.
    private let places: [SourceRange: (document: Int, passage: Int)]

    /// - Complexity: linear in the sources and the bytes of the documents.
    init(_ material: SiteMaterial) {
        let referrers = material.set.referrers
        let reasons = Dictionary(
            material.set.documents.flatMap(\.exempt).map { ($0.range, $0.reason) },
            uniquingKeysWith: { first, _ in first })
        var documents: [DocumentReading] = []
        var places: [SourceRange: (Int, Int)] = [:]
        for document in material.review.documents {
            let bytes = material.library[document.file].bytes
            let located = material.review.located.filter { $0.passage.file == document.file }
            let passages = Self.passages(located, in: bytes, referrers, reasons)
            for extract in located {
                let range = Self.range(of: extract, in: bytes)
                guard let place = passages.firstIndex(where: { $0.bytes == range }) else { continue }
                places[extract.citation] = (documents.count, place)
            }
            documents.append(DocumentReading(document, bytes: bytes, passages: passages))
        }
        self.documents = documents
        self.places = places
    }

    /// Where the extract of a source stands; nil when it was not found.
    func passage(citedAt range: SourceRange) -> (document: DocumentReading, passage: Passage)? {
        places[range].map { (documents[$0.document], documents[$0.document].passages[$0.passage]) }
    }

    /// The passage, with the whole of its first and last words: extracts are found whatever the scan made of thin
    /// letters, so that a word may begin or end with some that the finding left out.
    private static func range(of extract: LocatedExtract, in text: [UInt8]) -> Range<Int> {
        var (start, end) = (Int(extract.passage.start), Int(extract.passage.end))
        while start > 0, isInWord(text[start - 1]) { start -= 1 }
        while end < text.count, isInWord(text[end]) { end += 1 }
        return start..<end
    }

    /// Whether a byte is an ASCII letter or digit: what is not ASCII may be a sign, and is never left out.
    private static func isInWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static func passages(
        _ located: [LocatedExtract], in text: [UInt8], _ referrers: [SourceRange: [Referrer]],
        _ reasons: [SourceRange: String]
    ) -> [Passage] {
        var found: [Range<Int>: Passage] = [:]
        for extract in located {
            let bytes = range(of: extract, in: text)
            var passage = found[bytes] ?? Passage(bytes: bytes)
            passage.section = passage.section ?? extract.section
            passage.referrers += (referrers[extract.citation] ?? []).filter { !passage.referrers.contains($0) }
            if let reason = reasons[extract.citation] { passage.reasons.append(reason) }
            found[bytes] = passage
        }
        let ordered = found.values.sorted {
            ($0.bytes.lowerBound, -$0.bytes.upperBound) < ($1.bytes.lowerBound, -$1.bytes.upperBound)
        }
        return ordered.enumerated().map { index, passage in
            var numbered = passage
            numbered.number = index + 1
            return numbered
        }
    }
}

extension RuleSet {
    /// By the place of a source: what cites it. Lines of a table share their table's sources, which then are the
    /// table's.
    fileprivate var referrers: [SourceRange: [Referrer]] {
        var found: [SourceRange: [Referrer]] = [:]
        func add(_ sources: [Source], _ referrer: Referrer) {
            for source in sources { found[source.range, default: []].append(referrer) }
        }
        let shared = Set(tables.flatMap(\.sources).map(\.range))
        for kind in Entry.Kind.allCases {
            for entry in entries(kind) {
                switch entry {
                case .decision(let id): add(self[id].sources, .entry(entry))
                case .rule(let id): add(self[id].sources.filter { !shared.contains($0.range) }, .entry(entry))
                case .fact(let id): add(self[id].sources, .entry(entry))
                case .definition(let id): add(self[id].sources, .entry(entry))
                case .table(let id): add(self[id].sources, .entry(entry))
                case .parameter(let id): add(self[id].sources, .entry(entry))
                case .calendar(let id): add(self[id].sources, .entry(entry))
                }
            }
        }
        for (place, invariant) in (constraints + properties).enumerated() {
            add(invariant.sources, .invariant(place))
        }
        return found
    }
}
