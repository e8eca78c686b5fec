/// Cuts lines that are all in memory into blocks, as ``BlockReader`` does those of a file.
package struct MemoryBlocks {
    private var splitter = LineSplitter()
    /// How many bytes are done with.
    private var start = 0
    private let numbersBefore: Int

    /// - Parameter numbersBefore: what is added to the numbers of the lines.
    package init(numbersBefore: Int) { self.numbersBefore = numbersBefore }

    /// The next block that has a line, nil after the last.
    ///
    /// - Parameter bytes: the whole, the same each time.
    package mutating func next(of bytes: RawSpan) -> BatchBlock? {
        var size = BlockReader.blockBytes
        while start < bytes.byteCount {
            let count = min(size, bytes.byteCount - start)
            let part = BatchBlock.padded(bytes.extracting(start..<start + count))
            let cut = splitter.split(part, upTo: count, searched: 0, isLast: start + count == bytes.byteCount)
            start += cut.consumed
            // A line that is longer than a block.
            if cut.consumed == 0 { size *= 2 }
            guard cut.lines.isEmpty else { return BatchBlock(bytes: part, lines: cut.lines.map(numbered)) }
        }
        return nil
    }

    private func numbered(_ line: BatchBlock.Line) -> BatchBlock.Line {
        BatchBlock.Line(line.range, number: numbersBefore &+ line.number)
    }
}

extension BatchBlock {
    /// Bytes with what follows the last line.
    package static func padded(_ bytes: RawSpan) -> [UInt8] {
        let count = bytes.byteCount + padding
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            unsafe bytes.withUnsafeBytes { source in
                unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
            }
            for place in bytes.byteCount..<count { unsafe buffer.initializeElement(at: place, to: 0) }
            initialized = count
        }
    }
}
