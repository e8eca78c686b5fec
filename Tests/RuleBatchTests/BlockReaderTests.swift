import FileAccess
import Foundation
import RuleBatch
import Testing

/// How an input is cut, whatever the parts in which it comes.
@Suite struct BlockReaderTests {
    /// The lines of a file, and their numbers.
    private func lines(_ bytes: [UInt8], _ notation: BatchFormat) throws -> [(text: [UInt8], number: Int)] {
        let file = FileManager.default.temporaryDirectory.appending(path: "lot-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var reader = try BlockReader(try InputStream(file.path), nil, notation)
        var lines: [(text: [UInt8], number: Int)] = []
        while case .block(let block) = try reader.next() {
            #expect(block.lines.allSatisfy { $0.range.upperBound + BatchBlock.padding <= block.bytes.count })
            lines += block.lines.map { (Array(block.bytes[$0.range]), $0.number) }
        }
        return lines
    }

    @Test func linesAreCutAtLineFeedsAlone() throws {
        let text = "a\r\n\n \t\r\nb\u{2028}c\u{85}d\re\nf"
        let found = try lines(Array(text.utf8), .ndjson)
        #expect(found.map { String(decoding: $0.text, as: UTF8.self) } == ["a", "b\u{2028}c\u{85}d\re", "f"])
        #expect(found.map(\.number) == [1, 4, 5])
    }

    /// Around the size of a part and the limit of a line.
    @Test(arguments: [0, 1, 2, 3], [BatchFormat.ndjson, .csv])
    func longLinesAreCutAndTheNextFound(_ more: Int, _ notation: BatchFormat) throws {
        let limit = BatchLimits.lineBytes
        for lineEnd in ["\n", "\r\n"] {
            let long = [UInt8](repeating: 0x61, count: limit - 1 + more)
            let found = try lines(Array("x\n".utf8) + long + Array((lineEnd + "y" + lineEnd).utf8), notation)
            #expect(found.map(\.number) == [1, 2, 3])
            #expect(found.map(\.text.count) == [1, min(limit - 1 + more, limit + 1), 1])
        }
        let endless = [UInt8](repeating: 0x61, count: 3 * limit + more)
        #expect(try lines(endless, notation).map(\.text.count) == [limit + 1])
    }

    @Test func manyLinesKeepTheirOrder() throws {
        let text = (1...40_000).map { $0.isMultiple(of: 13) ? "\n" : "ligne \($0)\n" }.joined()
        let found = try lines(Array(text.utf8), .ndjson)
        #expect(found.allSatisfy { String(decoding: $0.text, as: UTF8.self) == "ligne \($0.number)" })
        #expect(found.count == (1...40_000).count { !$0.isMultiple(of: 13) })
    }

    @Test(arguments: [
        ("a;b\n1;2\n", ["a;b", "1;2"], [1, 2]),
        ("a\n\"1\n2\";\"x\"\"\n\"\n3\n", ["a", "\"1\n2\";\"x\"\"\n\"", "3"], [1, 2, 5]),
        ("a\n\"never closed\nb\nc\n", ["a", "\"never closed", "b", "c"], [1, 2, 3, 4]),
        ("a\nx\"\"y\nz\n", ["a", "x\"\"y", "z"], [1, 2, 3]), ("a\n\"\"\nz", ["a", "\"\"", "z"], [1, 2, 3]),
    ])
    func rowsMayTakeSeveralLines(_ text: String, _ rows: [String], _ numbers: [Int]) throws {
        let found = try lines(Array(text.utf8), .csv)
        #expect(found.map { String(decoding: $0.text, as: UTF8.self) } == rows)
        #expect(found.map(\.number) == numbers)
    }
}
