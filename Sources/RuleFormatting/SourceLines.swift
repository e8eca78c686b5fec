/// The lines of a text, for what looks around a place.
struct SourceLines {
    let bytes: [UInt8]
    /// Where each line starts: one line may hold thousands of places that are asked about.
    private let starts: [Int]

    init(bytes: [UInt8]) {
        self.bytes = bytes
        starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// - Complexity: logarithmic in the lines, as all below.
    func start(of offset: Int) -> Int { starts[line(of: offset)] }

    /// Where the line ends, its line feed apart.
    func end(of offset: Int) -> Int {
        let next = line(of: offset) + 1
        return next < starts.count ? starts[next] - 1 : bytes.count
    }

    /// The last line that starts at or before the place.
    private func line(of offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
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
