package import SourceText

/// A block with its answers, ready to be written.
struct DecidedBlock: Sendable {
    let bytes: [UInt8]
    let tally: BatchTally
    let rejected: [RejectedLine]
    /// The numbers of the lines answered, in order.
    let lines: [BatchBlock.Line]

    init(_ block: BatchBlock, _ answer: BlockAnswer) {
        bytes = answer.bytes
        tally = answer.tally
        rejected = answer.rejections.map { RejectedLine($0, of: block) }
        lines = block.lines
    }
}

/// A rejected line as standard error says it.
package struct RejectedLine: Hashable, Sendable {
    package let line: Int
    /// In Unicode scalars, from 1; a byte order mark takes no column.
    package let column: Int
    package let code: DiagnosticCode
    package let message: String
    package let help: String?

    package init(_ rejection: BatchRejection, of block: BatchBlock) {
        let range = block.lines[rejection.line].range
        var before = block.bytes[range.lowerBound..<min(range.lowerBound + rejection.offset, range.upperBound)]
        if before.starts(with: ByteOrderMark.utf8) { before = before.dropFirst(ByteOrderMark.utf8.count) }
        // A row of CSV may take several lines.
        line = block.lines[rejection.line].number + before.count { $0 == 0x0A }
        if let lineFeed = before.lastIndex(of: 0x0A) { before = before[(lineFeed + 1)...] }
        column = 1 + before.count { $0 & 0xC0 != 0x80 }
        code = rejection.code
        message = rejection.message
        help = rejection.help
    }
}
