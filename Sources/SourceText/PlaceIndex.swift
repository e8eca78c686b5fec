/// Names many places of a library quickly: each file is read once for its line starts, where
/// ``SourceLibrary/place(_:)`` reads it anew for every place.
package struct PlaceIndex: Sendable {
    private let library: SourceLibrary
    /// By file: the offset of the first byte of each line.
    private let lineStarts: [[Int]]
    /// What the shown paths leave out at their start.
    private let prefix: String

    /// Paths that begin with `folder` are shown relative to it.
    ///
    /// - Complexity: linear in the bytes of the library.
    package init(_ library: SourceLibrary, relativeTo folder: String = "") {
        self.library = library
        prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        lineStarts = library.files.map { file in
            let first = file.bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
            return [first] + file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        }
    }

    /// `file:line:column`, as ``SourceLibrary/place(_:)`` gives it but for the folder; nil for a file of another
    /// library.
    ///
    /// - Complexity: logarithmic in the lines of the file, linear in the length of the line.
    package func place(_ range: SourceRange) -> String? {
        guard let (line, column) = position(range) else { return nil }
        let path = library[range.file].path
        return "\(path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path):\(line):\(column)"
    }

    /// The line and the column, as ``SourceLibrary/position(of:)`` gives them; nil for a file of another library.
    ///
    /// - Complexity: as ``place(_:)``.
    package func position(_ range: SourceRange) -> (line: Int, column: Int)? {
        let number = Int(range.file.index)
        guard lineStarts.indices.contains(number) else { return nil }
        let file = library[range.file]
        let offset = min(Int(range.start), file.bytes.count)
        let line = lastLine(of: lineStarts[number], startingAtOrBefore: offset)
        let start = min(lineStarts[number][line], offset)
        let column = file.bytes[start..<offset].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return (line + 1, column)
    }

    /// As ``SourceLibrary/position(of:)``; nil for a file of another library.
    func wholePosition(_ range: SourceRange) -> SourcePosition? {
        guard let (line, column) = position(range) else { return nil }
        let (starts, bytes) = (lineStarts[Int(range.file.index)], library[range.file].bytes)
        let start = min(starts[line - 1], bytes.count)
        var end = line < starts.count ? starts[line] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return SourcePosition(line: line, column: column, lineBounds: start..<max(start, end))
    }

    private func lastLine(of starts: [Int], startingAtOrBefore offset: Int) -> Int {
        var low = 0
        var high = starts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
