/// A source file with all its mutants beside the original: each run of the program chooses one by its number.
struct MutatedFile {
    /// A mutant as it was written.
    struct Written: Encodable {
        let number: Int
        let file: String
        let line: Int
        let place: String
        /// The line of the source in which the change begins.
        let text: String
        let kind: String
        let original: String
        let changed: String
        /// Bytes of the mutated file: of the change, and of all the choice that it stands in.
        let changedBytes: [Int]
        let wholeBytes: [Int]
    }

    /// What is written in another way than it stands.
    fileprivate enum Piece {
        case mutant(Int, Mutant)
        /// An expression in whose place an `if` may stand.
        case stretch(Range<Int>)
    }

    private let source: [UInt8]
    private let name: String
    private(set) var bytes: [UInt8] = []
    private(set) var written: [Written] = []

    /// - Parameters:
    ///   - mutants: with their numbers.
    ///   - stretches: expressions in whose place an `if` may stand.
    init(
        _ source: [UInt8], named name: String, mutants: [(number: Int, mutant: Mutant)], stretches: [Range<Int>]
    ) {
        self.source = source
        self.name = name
        if !mutants.isEmpty { bytes += "import PolicyValues; ".utf8 }
        let pieces = mutants.map { Piece.mutant($0.number, $0.mutant) } + stretches.map { Piece.stretch($0) }
        write(0..<source.count, pieces.sorted { $0.isOutside($1) }[...])
    }

    /// Writes some bytes of the source, with the pieces that lie in them, outermost first.
    private mutating func write(_ range: Range<Int>, _ pieces: ArraySlice<Piece>) {
        var place = range.lowerBound
        var rest = pieces
        while let next = rest.popFirst() {
            bytes += source[place..<next.range.lowerBound]
            let inside = rest.prefix { $0.range.lowerBound < next.range.upperBound }
            switch next {
            case .mutant(let number, let mutant): write(number, mutant, around: inside)
            case .stretch(let range): write(alternatives: inside, of: range)
            }
            place = next.range.upperBound
            rest = rest.dropFirst(inside.count)
        }
        bytes += source[place..<range.upperBound]
    }

    /// `(mutated(7) ? (changed) : (original))`, and what else there is.
    private mutating func write(_ number: Int, _ mutant: Mutant, around inside: ArraySlice<Piece>) {
        let start = bytes.count
        var changed = start..<start
        switch mutant.form {
        case .expression(let text):
            bytes += "(mutated(\(number)) ? (".utf8
            changed = bytes.count..<bytes.count + text.utf8.count
            bytes += "\(text)) : (".utf8
            write(mutant.range, inside)
            bytes += "))".utf8
        case .clause:
            write(mutant.range, inside)
            bytes += ", !mutated(\(number))".utf8
        case .statement:
            bytes += "if !mutated(\(number)) { ".utf8
            write(mutant.range, inside)
            bytes += " }".utf8
        }
        record(number, mutant, changed, start..<bytes.count)
    }

    /// `if mutated(7) { the whole, changed } else { the whole }`: the compiler finds the types of each by itself.
    private mutating func write(alternatives: ArraySlice<Piece>, of range: Range<Int>) {
        let start = bytes.count
        var found: [(number: Int, mutant: Mutant, changed: Range<Int>)] = []
        for case .mutant(let number, let mutant) in alternatives {
            guard case .expression(let text) = mutant.form else { continue }
            bytes += "if mutated(\(number)) { ".utf8
            let first = bytes.count
            bytes += source[range.lowerBound..<mutant.range.lowerBound] + text.utf8
            bytes += source[mutant.range.upperBound..<range.upperBound]
            found.append((number, mutant, first..<bytes.count))
            bytes += " } else ".utf8
        }
        let (open, close) = found.isEmpty ? ("", "") : ("{ ", " }")
        bytes += open.utf8 + source[range] + close.utf8
        for one in found { record(one.number, one.mutant, one.changed, start..<bytes.count) }
    }

    private mutating func record(_ number: Int, _ mutant: Mutant, _ changed: Range<Int>, _ whole: Range<Int>) {
        let lines = source[..<mutant.range.lowerBound].split(separator: Self.lineEnd, omittingEmptySubsequences: false)
        let start = mutant.range.lowerBound - (lines.last?.count ?? 0)
        let text = source[start...].prefix { $0 != Self.lineEnd }
        written.append(
            Written(
                number: number, file: name, line: lines.count, place: mutant.place,
                text: String(decoding: text, as: UTF8.self).onOneLine, kind: mutant.kind.rawValue,
                original: mutant.original, changed: mutant.changed,
                changedBytes: [changed.lowerBound, changed.upperBound],
                wholeBytes: [whole.lowerBound, whole.upperBound]))
    }

    private static let lineEnd = UInt8(ascii: "\n")
}

extension MutatedFile.Piece {
    fileprivate var range: Range<Int> {
        switch self {
        case .mutant(_, let mutant): mutant.range
        case .stretch(let range): range
        }
    }

    /// Of pieces that cover the same bytes.
    private var rank: Int {
        switch self {
        case .mutant(_, let mutant):
            switch mutant.form {
            case .statement: 0
            case .clause: 2
            case .expression: 3
            }
        case .stretch: 1
        }
    }

    fileprivate func isOutside(_ other: Self) -> Bool {
        (range.lowerBound, other.range.upperBound, rank) < (other.range.lowerBound, range.upperBound, other.rank)
    }
}
