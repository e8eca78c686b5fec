import SourceText

/// Where the cursor stands, read from the lines above it: the keys that lead there, whatever else is wrong with the
/// text. Completion needs it while a line is half typed.
struct LinePath {
    /// The keys from the root, folded.
    private(set) var keys: [String] = []
    /// Whether a key is being typed, else a value of the last of ``keys``.
    private(set) var isKey = true
    /// The word that is being typed.
    private(set) var word: Range<Int>
    /// The keys beside the one that is typed, folded.
    private(set) var siblings: Set<String> = []

    init(_ bytes: [UInt8], at offset: Int) {
        let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = Line(bytes[start..<offset])
        word = line.wordStart..<offset
        isKey = line.isKey
        climb(above: start, in: bytes, from: line)
        keys += line.keys
        if line.isAtBlockLevel, line.isKey { lookBelow(offset, in: bytes, column: line.keyColumn) }
        if !line.isAtBlockLevel { siblings = line.siblings }
    }

    private mutating func climb(above start: Int, in bytes: [UInt8], from line: Line) {
        var limit = line.dashColumn.map { $0 + 1 } ?? line.keyColumn
        // A value on its own line, without a dash, belongs to a key indented less.
        let column = line.keyColumn
        var hasLeftEntry = line.dashColumn != nil
        var parents: [String] = []
        var end = start
        while end > 0, limit > 0 {
            let begin = bytes[..<(end - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let above = Line(bytes[begin..<(end - 1)])
            end = begin
            guard !above.isEmpty else { continue }
            if let dash = above.dashColumn {
                if above.keyColumn < limit, let key = above.blockKey {
                    parents.insert(key, at: 0)
                    limit = dash + 1
                    hasLeftEntry = true
                } else if dash < limit {
                    if !hasLeftEntry, above.keyColumn == column { above.blockKey.map { _ = siblings.insert($0) } }
                    limit = dash + 1
                    hasLeftEntry = true
                }
            } else if above.keyColumn < limit, let key = above.blockKey {
                parents.insert(key, at: 0)
                limit = above.keyColumn
                hasLeftEntry = true
            } else if !hasLeftEntry, above.keyColumn == column, let key = above.blockKey {
                siblings.insert(key)
            }
        }
        keys = parents
    }

    private mutating func lookBelow(_ offset: Int, in bytes: [UInt8], column: Int) {
        var start = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = Line(bytes[start..<end])
            start = end + 1
            if line.isEmpty { continue }
            if line.keyColumn < column || line.dashColumn.map({ $0 < column }) ?? false { return }
            if line.keyColumn == column, let key = line.blockKey { siblings.insert(key) }
        }
    }
}

/// One line, up to the cursor or whole.
private struct Line {
    /// Bytes before the first dash, if there is one.
    private(set) var dashColumn: Int?
    /// Bytes before the key, after any dashes.
    private(set) var keyColumn = 0
    /// The key before a colon, outside of braces.
    private(set) var blockKey: String?
    /// ``blockKey`` and the keys in braces that are still open.
    private(set) var keys: [String] = []
    private(set) var isKey = true
    private(set) var isAtBlockLevel = true
    private(set) var siblings: Set<String> = []
    private(set) var wordStart: Int
    let isEmpty: Bool

    /// An open brace or bracket.
    private struct Frame {
        let isMapping: Bool
        var key: String?
        var siblings: Set<String> = []
    }

    init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        func skipSpaces() { while index < bytes.endIndex, bytes[index] == 0x20 { index += 1 } }
        skipSpaces()
        while index < bytes.endIndex, bytes[index] == UInt8(ascii: "-"),
            index + 1 == bytes.endIndex || bytes[index + 1] == 0x20
        {
            if dashColumn == nil { dashColumn = index - bytes.startIndex }
            index += 1
            skipSpaces()
        }
        keyColumn = index - bytes.startIndex
        isEmpty =
            index == bytes.endIndex && dashColumn == nil || index < bytes.endIndex && bytes[index] == UInt8(ascii: "#")
        wordStart = index
        scan(bytes[index...])
    }

    private mutating func scan(_ bytes: ArraySlice<UInt8>) {
        var frames: [Frame] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if index == wordStart, let end = bytes[(index + 1)...].firstIndex(of: byte) { index = end }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if index == wordStart {
                    frames.append(Frame(isMapping: byte == UInt8(ascii: "{")))
                    wordStart = nextWord(bytes, after: index)
                }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if !frames.isEmpty {
                    frames.removeLast()
                    wordStart = nextWord(bytes, after: index)
                }
            case UInt8(ascii: ","):
                if let key = frames.last?.key { frames[frames.count - 1].siblings.insert(key) }
                if !frames.isEmpty {
                    frames[frames.count - 1].key = nil
                    wordStart = nextWord(bytes, after: index)
                }
            case UInt8(ascii: ":") where index + 1 == bytes.endIndex || bytes[index + 1] == 0x20:
                let key = Self.key(bytes[wordStart..<index])
                if frames.isEmpty {
                    if blockKey == nil { (blockKey, wordStart) = (key, nextWord(bytes, after: index)) }
                } else if frames.last?.isMapping ?? false, frames.last?.key == nil {
                    frames[frames.count - 1].key = key
                    wordStart = nextWord(bytes, after: index)
                }
            case UInt8(ascii: "#") where index > bytes.startIndex && bytes[index - 1] == 0x20 && index == wordStart:
                index = bytes.endIndex
            default: break
            }
            index += 1
        }
        keys = (blockKey.map { [$0] } ?? []) + frames.compactMap(\.key)
        isAtBlockLevel = frames.isEmpty
        siblings = frames.last?.siblings ?? []
        isKey = frames.last.map { $0.isMapping && $0.key == nil } ?? (blockKey == nil)
    }

    private func nextWord(_ bytes: ArraySlice<UInt8>, after index: Int) -> Int {
        var next = index + 1
        while next < bytes.endIndex, bytes[next] == 0x20 { next += 1 }
        return next
    }

    private static func key(_ bytes: ArraySlice<UInt8>) -> String {
        let text = BorderText.normalized(String(decoding: bytes, as: UTF8.self))
        let isQuoted =
            text.count > 1
            && (text.hasPrefix("\"") && text.hasSuffix("\"") || text.hasPrefix("'") && text.hasSuffix("'"))
        return NameKey.fold(isQuoted ? String(text.dropFirst().dropLast()) : text)
    }
}
