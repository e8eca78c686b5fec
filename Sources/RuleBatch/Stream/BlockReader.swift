package import Compression
package import FileAccess

/// Cuts an input into blocks of whole lines, or of whole rows of CSV.
package struct BlockReader {
    package enum Next: Sendable {
        case block(BatchBlock)
        case end
        /// A signal came while nothing arrived.
        case interrupted
    }

    private enum Splitter {
        case lines(LineSplitter)
        case records(RecordSplitter)
        /// Records whose separator is not known before the first bytes.
        case undecided
    }

    private var source: ByteSource
    private var splitter: Splitter
    /// The beginning of a line whose end has not come, and how much of it was searched.
    private var carry: [UInt8] = []
    private var isDone = false

    package init(_ stream: InputStream, _ format: CompressionFormat?, _ notation: BatchFormat) throws(FileProblem) {
        source = try ByteSource(stream, format)
        splitter =
            switch notation {
            case .ndjson: .lines(LineSplitter())
            case .csv: .undecided
            }
    }

    /// How many bytes of lines a block holds at least, where they come that fast: enough to hide the cost of handing a
    /// block to another core, little enough to stay in its cache.
    static let blockBytes = 256 << 10

    /// The size of the file, and how much of it was read.
    package var size: Int? { source.size }
    package var bytesRead: Int { source.bytesRead }
    package var isReady: Bool { isDone || source.isReady }

    /// The number of the last line that was read, blank or not.
    package var lastNumber: Int {
        switch splitter {
        case .lines(let splitter): splitter.number
        case .records(let splitter): splitter.number
        case .undecided: 0
        }
    }

    /// The next block that has a line.
    package mutating func next() throws(FileProblem) -> Next {
        while !isDone {
            let searched = carry.count
            let capacity = max(Self.blockBytes, 2 * carry.count)
            switch try source.read(after: carry[...], capacity: capacity) {
            case .interrupted: return .interrupted
            case .bytes(let bytes):
                let end = bytes.count - BatchBlock.padding
                if let block = block(bytes, end, searched, isLast: false) { return .block(block) }
            case .end:
                isDone = true
                let bytes = carry + [UInt8](repeating: 0, count: BatchBlock.padding)
                if let block = block(bytes, carry.count, searched, isLast: true) { return .block(block) }
            }
        }
        return .end
    }

    private mutating func block(_ bytes: [UInt8], _ end: Int, _ searched: Int, isLast: Bool) -> BatchBlock? {
        if case .undecided = splitter {
            splitter = .records(RecordSplitter(separator: CSVLayout.separator(of: bytes[..<end])))
        }
        let cut: Cut
        switch splitter {
        case .lines(var lines):
            cut = lines.split(bytes, upTo: end, searched: searched, isLast: isLast)
            splitter = .lines(lines)
        case .records(var records):
            cut = records.split(bytes, upTo: end, isLast: isLast)
            splitter = .records(records)
        case .undecided: return nil
        }
        carry = Array(bytes[cut.consumed..<end])
        return cut.lines.isEmpty ? nil : BatchBlock(bytes: bytes, lines: cut.lines)
    }
}
