/// A stretch of a batch's input: whole lines, in order. Blocks are what is decided at once, on one core.
package struct BatchBlock: Sendable {
    /// A line that is not blank, as a part of ``bytes``.
    package struct Line: Hashable, Sendable {
        /// Without the line end (LF, or CR and LF). A line over ``BatchLimits/lineBytes`` is cut one byte after the limit,
        /// which is how it is told.
        package let range: Range<Int>
        /// Its number in the whole input, from 1; blank lines count.
        package let number: Int

        package init(_ range: Range<Int>, number: Int) {
            self.range = range
            self.number = number
        }
    }

    /// How many bytes there are at least after the last line, so that a scanner may load past its end.
    package static let padding = 64

    /// The lines, what lies between them, and what follows them.
    package let bytes: [UInt8]
    /// Blank lines (space, tab and CR, after a byte order mark) are left out.
    package let lines: [Line]

    package init(bytes: [UInt8], lines: [Line]) {
        self.bytes = bytes
        self.lines = lines
    }
}

/// What a batch holds at most.
package enum BatchLimits {
    /// A line of the input: 1 MiB, over a thousand times a usual requête. A longer one is refused alone.
    package static let lineBytes = 1 << 20
    /// How many rejected lines are said on standard error.
    package static let shownRejections = 100
}
