/// A place as a reader counts it: line and column from 1, columns in Unicode scalars.
package struct SourcePosition: Hashable, Sendable {
    package let line: Int
    package let column: Int
    /// UTF-8 offsets of the whole line, without its line end.
    package let lineBounds: Range<Int>
}

extension SourceLibrary {
    /// The position of the first byte of a range. A BOM at the start of a file takes no column.
    ///
    /// - Complexity: linear in the offset.
    package func position(of range: SourceRange) -> SourcePosition {
        position(at: Int(range.start), in: self[range.file].bytes)
    }

    /// `file:line:column`, the form of every printed place.
    package func place(_ range: SourceRange) -> String {
        let position = position(of: range)
        return "\(self[range.file].path):\(position.line):\(position.column)"
    }

    private func position(at offset: Int, in bytes: [UInt8]) -> SourcePosition {
        let end = min(offset, bytes.count)
        var line = 1
        var lineStart = bytes.starts(with: ByteOrderMark.utf8) ? min(ByteOrderMark.utf8.count, bytes.count) : 0
        for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        var column = 1
        if lineStart < end {
            for byte in bytes[lineStart..<end] where byte & 0xC0 != 0x80 {
                _ = byte
                column += 1
            }
        }
        var lineEnd = bytes[min(lineStart, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if lineEnd > lineStart, bytes[lineEnd - 1] == UInt8(ascii: "\r") { lineEnd -= 1 }
        return SourcePosition(line: line, column: column, lineBounds: min(lineStart, lineEnd)..<lineEnd)
    }
}

/// The mark that some editors put before a text.
package enum ByteOrderMark {
    package static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
}
