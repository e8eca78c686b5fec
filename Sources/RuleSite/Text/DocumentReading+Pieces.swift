extension DocumentReading {
    /// A stretch of text in which the same passages hold.
    struct Piece {
        let bytes: Range<Int>
        /// By their places; empty where nothing is cited.
        let passages: [Int]
    }

    /// A stretch cut wherever one of the passages begins or ends.
    func pieces(of range: Range<Int>, _ places: [Int]) -> [Piece] {
        var cuts: Set<Int> = [range.lowerBound, range.upperBound]
        for place in places {
            cuts.formUnion([passages[place].bytes.lowerBound, passages[place].bytes.upperBound])
        }
        let inside = cuts.filter { range.lowerBound <= $0 && $0 <= range.upperBound }.sorted()
        return zip(inside, inside.dropFirst()).map { start, end in
            Piece(bytes: start..<end, passages: places.filter { passages[$0].bytes.overlaps(start..<end) })
        }
    }

    /// Whether the stretch says something: a bullet or a label such as « Plainte fondée » does not.
    func hasWords(_ range: Range<Int>) -> Bool {
        text(range).split { !$0.isLetter }.count >= Self.fewestWords
    }

    private static let fewestWords = 4
}

/// How much of a document is cited, set apart, or neither, in letters.
struct CitedShare {
    private(set) var cited = 0
    private(set) var exempt = 0
    private(set) var rest = 0

    init(_ reading: DocumentReading) {
        for paragraph in reading.paragraphs where paragraph.kind == .text {
            for piece in reading.pieces(of: paragraph.bytes, reading.passages(meeting: paragraph.bytes)) {
                let letters = reading.text(piece.bytes).count(where: \.isLetter)
                if piece.passages.contains(where: { !reading.passages[$0].referrers.isEmpty }) {
                    cited += letters
                } else if piece.passages.isEmpty {
                    rest += letters
                } else {
                    exempt += letters
                }
            }
        }
    }

    /// What is cited, set apart and neither, in per cent; together a hundred.
    var texts: (cited: String, exempt: String, rest: String) {
        let whole = max(1, cited + exempt + rest)
        // bounded: the whole is one at least.
        let (first, second) = ((cited * 100 + whole / 2) / whole, (exempt * 100 + whole / 2) / whole)
        return (
            SiteWording.percent(first), SiteWording.percent(second), SiteWording.percent(max(0, 100 - first - second))
        )
    }
}
