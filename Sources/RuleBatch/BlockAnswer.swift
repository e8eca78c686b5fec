package import SourceText

/// What became of a block: one line of output for each of its lines, in order, and what is to be counted and said.
package struct BlockAnswer: Sendable {
    /// Whole lines, each with its line feed.
    package var bytes: [UInt8] = []
    package var tally: BatchTally
    /// The first rejected lines of the block, in order, at most ``BatchLimits/shownRejections``.
    package var rejections: [BatchRejection] = []

    package init(tally: BatchTally) { self.tally = tally }
}

/// A line that could not be used.
package struct BatchRejection: Hashable, Sendable {
    /// The line's place in ``BatchBlock/lines``.
    package let line: Int
    /// Where in the line, in bytes from its start.
    package let offset: Int
    package let code: DiagnosticCode
    package let message: String
    package let help: String?

    package init(line: Int, offset: Int, code: DiagnosticCode, message: String, help: String?) {
        self.line = line
        self.offset = offset
        self.code = code
        self.message = message
        self.help = help
    }
}
