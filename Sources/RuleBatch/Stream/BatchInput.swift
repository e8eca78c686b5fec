package import Compression
package import FileAccess

/// The lines of a batch to decide: without the header of CSV, nor those that were answered before.
package struct BatchInput {
    /// Why lines cannot be resumed after (`--reprendre-apres`).
    package enum ResumptionProblem: Error, Hashable, Sendable {
        /// The partial file has answers up to this line only.
        case answeredThrough(Int)
        /// The input has this many lines only.
        case endsAt(Int)
    }

    private var reader: BlockReader
    /// What was read ahead.
    private var waiting: BlockReader.Next?
    /// The header of CSV, where it has one, and its line.
    package private(set) var header: (row: [UInt8], number: Int)?

    /// Reads ahead to the first row of data.
    package init(_ stream: InputStream, _ format: CompressionFormat?, _ notation: BatchFormat)
        throws(FileProblem)
    {
        reader = try BlockReader(stream, format, notation)
        guard notation == .csv, case .block(let block) = try reader.next(), let first = block.lines.first else {
            return
        }
        header = (Array(block.bytes[first.range]), first.number)  // bounded: the range was made from these bytes
        let rest = Array(block.lines.dropFirst())
        if !rest.isEmpty { waiting = .block(BatchBlock(bytes: block.bytes, lines: rest)) }
    }

    package var size: Int? { reader.size }
    package var bytesRead: Int { reader.bytesRead }
    package var isReady: Bool { waiting != nil || reader.isReady }

    package mutating func next() throws(FileProblem) -> BlockReader.Next {
        if let next = waiting {
            waiting = nil
            return next
        }
        return try reader.next()
    }

    /// Leaves out the lines up to `last`, of which those up to `answered` have their answers.
    package mutating func skip(through last: Int, answered: Int) throws {
        while true {
            let next = try next()
            guard case .block(let block) = next else {
                if case .end = next, reader.lastNumber < last {
                    throw ResumptionProblem.endsAt(reader.lastNumber)
                }
                waiting = next
                return
            }
            if block.lines.contains(where: { $0.number > answered && $0.number <= last }) {
                throw ResumptionProblem.answeredThrough(answered)
            }
            let rest = block.lines.filter { $0.number > last }
            guard rest.isEmpty else {
                waiting = .block(BatchBlock(bytes: block.bytes, lines: rest))
                return
            }
        }
    }
}
