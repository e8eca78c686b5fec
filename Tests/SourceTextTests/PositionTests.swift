import SourceText
import Testing

@Suite("Lines and columns")
struct PositionTests {
    /// A text with ⟦ at the place, its line, its column, and the line itself.
    static let rows: [(marked: String, line: Int, column: Int, text: String)] = [
        ("⟦", 1, 1, ""), ("⟦abc", 1, 1, "abc"), ("abc⟦", 1, 4, "abc"), ("a\n⟦b", 2, 1, "b"), ("a⟦\nb", 1, 2, "a"),
        ("a\n⟦", 2, 1, ""), ("a\n\n\n⟦", 4, 1, ""), ("a\r\n⟦b\r\n", 2, 1, "b"), ("a⟦\r\nb", 1, 2, "a"),
        ("a\r⟦\nb", 1, 3, "a"),
        ("é😀⟦x", 1, 3, "é😀x"), ("e\u{301}⟦x", 1, 3, "e\u{301}x"), ("\u{FEFF}⟦a", 1, 1, "a"), ("⟦\u{FEFF}a", 1, 1, "a"),
        ("\u{FEFF}a\n⟦b", 2, 1, "b"), ("\u{FEFF}é⟦b", 1, 2, "éb"), ("a\rb⟦c", 1, 4, "a\rbc"), ("\tx⟦y", 1, 3, "\txy"),
        ("a\u{2028}⟦b", 1, 3, "a\u{2028}b"), ("a\n日本⟦語\nb", 2, 3, "日本語"),
    ]

    @Test("count scalars from 1; a BOM takes no column, CRLF ends a line", arguments: rows)
    func position(_ row: (marked: String, line: Int, column: Int, text: String)) {
        let bytes = Array(row.marked.replacing("⟦", with: "").utf8)
        let offset =
            row.marked.utf8.count
            - (row.marked.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false).last?.utf8.count ?? 0)
            - 3
        var library = SourceLibrary()
        let file = library.add(path: "d/a.yaml", bytes: bytes)
        let range = SourceRange(file: file, at: offset, length: 0)
        let position = library.position(of: range)
        #expect(position.line == row.line && position.column == row.column)
        #expect(
            String(decoding: bytes[position.lineBounds], as: UTF8.self).unicodeScalars.elementsEqual(
                row.text.unicodeScalars))
        #expect(library.place(range) == "d/a.yaml:\(row.line):\(row.column)")
    }

    @Test(
        "an index of places agrees with the slow way, everywhere",
        arguments: [
            "", "\u{FEFF}", "a", "a\n", "\n\n", "\u{FEFF}é\r\n😀x\r\n\r\n", "a\rb\nc\u{301}\n", "\u{FEFF}\n",
        ])
    func index(_ text: String) {
        var library = SourceLibrary()
        _ = library.add(path: "autre", bytes: Array("x\ny".utf8))
        let file = library.add(path: "d/a.yaml", bytes: Array(text.utf8))
        let (index, relative) = (PlaceIndex(library), PlaceIndex(library, relativeTo: "d"))
        for offset in 0...text.utf8.count + 2 {
            let range = SourceRange(file: file, at: offset, length: 1)
            #expect(index.place(range) == library.place(range), "\(offset)")
            #expect(relative.place(range).map { "d/" + $0 } == library.place(range))
        }
        #expect(index.place(.beginning(of: FileID(index: 7))) == nil)
    }

    @Test("a place beyond the end is the end")
    func beyond() {
        var library = SourceLibrary()
        let file = library.add(path: "a", bytes: Array("ab\ncd".utf8))
        let range = SourceRange(file: file, at: 100, length: 5)
        #expect(library.place(range) == "a:2:3")
        #expect(Array(library.bytes(in: range)) == [])
        #expect(Array(library.bytes(in: SourceRange(file: file, at: 3, length: 100))) == Array("cd".utf8))
    }

    @Test("ranges: never reversed, joined within a file, not part of a value's equality")
    func ranges() {
        let (a, b) = (FileID(index: 0), FileID(index: 1))
        #expect(SourceRange(file: a, start: 5, end: 2).end == 5)
        let (left, right) = (SourceRange(file: a, start: 2, end: 4), SourceRange(file: a, start: 8, end: 9))
        #expect(left.union(right) == SourceRange(file: a, start: 2, end: 9) && right.union(left) == left.union(right))
        #expect(left.union(SourceRange(file: b, start: 0, end: 1)) == left)
        #expect(Located("x", at: left) == Located("x", at: right))
        #expect(Set([Located("x", at: left), Located("x", at: right)]).count == 1)
        #expect(Located("x", at: left) != Located("y", at: left))
    }
}
