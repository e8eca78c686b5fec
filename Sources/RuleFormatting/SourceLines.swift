/// The lines of a text, for what looks around a place.
struct SourceLines {
    let bytes: [UInt8]

    func start(of offset: Int) -> Int {
        var start = min(offset, bytes.count)
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    /// Where the line ends, its line feed apart.
    func end(of offset: Int) -> Int {
        bytes[min(offset, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    /// How many bytes stand before the place on its line.
    func column(of offset: Int) -> Int { offset - start(of: offset) }

    /// Whether the line above is there and empty.
    func isBlankAbove(_ offset: Int) -> Bool {
        let start = start(of: offset)
        guard start > 0 else { return false }
        // bounded: start is above 0, and a line starts at or before its places
        return bytes[self.start(of: start - 1)..<start].allSatisfy { $0 <= 0x20 }
    }
}
