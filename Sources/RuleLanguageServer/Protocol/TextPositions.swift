import RuleJSON
import SourceText

/// Turns offsets of a text into the protocol's positions and back: lines from 0, and UTF-16 code units from 0.
struct TextPositions {
    private let bytes: [UInt8]
    private let lineStarts: [Int]

    /// - Complexity: linear in the text.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// - Complexity: logarithmic in the lines, linear in the line.
    func position(of offset: Int) -> (line: Int, character: Int) {
        let offset = min(max(offset, 0), bytes.count)
        var (low, high) = (0, lineStarts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return (low, bytes[lineStarts[low]..<offset].reduce(0) { $0 + Self.units($1) })
    }

    /// The offset of a position; one beyond its line or the text is brought back to their ends.
    func offset(line: Int, character: Int) -> Int {
        guard line >= 0 else { return 0 }
        guard line < lineStarts.count else { return bytes.count }
        var offset = lineStarts[line]
        var units = 0
        let next = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
        while offset < next, units < character {
            units += Self.units(bytes[offset])
            // A position inside a pair of surrogates is that of the character.
            if units > character { break }
            offset += 1
            while offset < next, bytes[offset] & 0xC0 == 0x80 { offset += 1 }  // bounded: next is at most the end
        }
        return offset
    }

    /// The UTF-16 code units of the character that begins with the byte; none for the bytes that follow.
    private static func units(_ byte: UInt8) -> Int { byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1 }

    func offset(_ node: Node?) throws(Refusal) -> Int {
        guard let line = node?["line"]?.int, let character = node?["character"]?.int else { throw .parameters }
        return offset(line: line, character: character)
    }

    func json(_ offset: Int) -> JSONValue {
        let position = position(of: offset)
        return .object([("line", .int(position.line)), ("character", .int(position.character))])
    }

    func json(_ start: Int, _ end: Int) -> JSONValue { .object([("start", json(start)), ("end", json(end))]) }

    func json(_ range: SourceRange) -> JSONValue { json(Int(range.start), Int(range.end)) }
}
