package import Compression
import FileAccess

/// The answers of an interrupted run that stay (`--reprendre-apres`).
package struct KeptAnswers: Sendable {
    package enum Problem: Error, Hashable, Sendable {
        /// The file holds answers of another form.
        case otherForm
    }

    /// The last line that has its answer.
    package private(set) var last = 0
    /// How many bytes they take, not compressed.
    package private(set) var bytes = 0
    /// Whether a line was rejected or a decision contradictory.
    package private(set) var hasFindings = false

    private let format: BatchSettings.Format
    private let header: [UInt8]

    /// Reads the partial file up to the answer to a line, or to what was half written.
    package init(
        _ path: String, _ compression: CompressionFormat?, through line: Int, writtenBy writer: AnswerWriter
    ) throws {
        format = writer.format
        header = writer.header
        var source = try ByteSource(try InputStream(path), compression)
        var carry: [UInt8] = []
        while let part = try Self.next(&source, after: carry) {
            var start = 0
            while let end = answerEnd(in: part, from: start) {
                guard try keep(part, start..<end, through: line) else { return }
                start = end
            }
            carry = Array(part[start...])
        }
    }

    /// The bytes of the answers that stay, in parts.
    package func copy(_ path: String, _ compression: CompressionFormat?, to use: ([UInt8]) throws -> Void) throws {
        var source = try ByteSource(try InputStream(path), compression)
        var rest = bytes
        while rest > 0, let part = try Self.next(&source, after: []) {
            try use(Array(part.prefix(rest)))
            rest -= min(rest, part.count)
        }
    }

    /// What a run that was killed compressed may break off anywhere: that is its end.
    private static func next(_ source: inout ByteSource, after carry: [UInt8]) throws(FileProblem) -> [UInt8]? {
        do throws(FileProblem) {
            let capacity = max(BlockReader.blockBytes, 2 * carry.count)
            guard case .bytes(let bytes) = try source.read(after: carry[...], capacity: capacity) else { return nil }
            return bytes.dropLast(BatchBlock.padding)
        } catch {
            switch error.reason {
            case .truncated, .damaged: return nil
            default: throw error
            }
        }
    }

    /// The end of the answer that starts at a place, after its line feed.
    private func answerEnd(in bytes: [UInt8], from start: Int) -> Int? {
        var from = start
        while let lineFeed = ByteSearch.first(0x0A, in: bytes, from..<bytes.count) {
            switch format {
            case .ndjson: return lineFeed + 1
            case .csv:
                // Inside quotes there is an odd number of them before.
                if bytes[start..<lineFeed].count(where: { $0 == 0x22 }).isMultiple(of: 2) { return lineFeed + 1 }
            }
            from = lineFeed + 1
        }
        return nil
    }

    /// Keeps an answer; false when it is beyond the last that stays.
    private mutating func keep(_ part: [UInt8], _ range: Range<Int>, through line: Int) throws -> Bool {
        if bytes == 0, !header.isEmpty {
            guard part[range].elementsEqual(header) else { throw Problem.otherForm }
            bytes = range.count
            return true
        }
        guard let number = number(of: part[range]) else { throw Problem.otherForm }
        guard number <= line else { return false }
        last = number
        bytes += range.count
        hasFindings = hasFindings || isFinding(part, range)
        return true
    }

    private func number(of answer: ArraySlice<UInt8>) -> Int? {
        switch format {
        case .ndjson:
            guard answer.starts(with: Self.start) else { return nil }
            let digits = answer.dropFirst(Self.start.count).prefix { $0 != UInt8(ascii: ",") }
            return Int(String(decoding: digits, as: UTF8.self))
        case .csv(let separator): return Int(String(decoding: answer.prefix { $0 != separator }, as: UTF8.self))
        }
    }

    private func isFinding(_ part: [UInt8], _ range: Range<Int>) -> Bool {
        switch format {
        case .ndjson:
            // A quote inside a text has a backslash before it: this is no text of a case.
            return ByteSearch.contains(Self.error, in: part, range)
                || ByteSearch.contains(Self.contradiction, in: part, range)
        case .csv(let separator):
            var row = CSVCells()
            guard (try? row.read(part, range.dropLast(), separator: separator)) != nil else { return false }
            return row.cells.last?.range.isEmpty == false
                || row.cells.contains { cell in
                    part[cell.range].split(separator: UInt8(ascii: "|")).contains { $0.elementsEqual(Self.word) }
                }
        }
    }

    private static let start = Array(#"{"ligne":"#.utf8)
    private static let error = Array(#","erreur":{"code":"#.utf8)
    private static let contradiction = Array(#""état":"contradictoire""#.utf8)
    private static let word = Array("contradictoire".utf8)
}
