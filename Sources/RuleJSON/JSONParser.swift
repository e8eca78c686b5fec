import SourceText

/// One pass over a text. What is wrong is noted in ``found``; where the meaning is evident all the same, reading goes
/// on, so that the next mistake is seen too.
struct JSONParser {
    /// Reading cannot go on; ``found`` says why.
    struct Stop: Error {}

    let bytes: [UInt8]
    let file: FileID
    let extent: JSONReader.Extent
    /// The offset of the next byte to read.
    var index: Int
    private(set) var found: [Diagnostic] = []
    private var depth = 0
    private var nodes = 0

    init(_ bytes: [UInt8], of file: FileID, _ extent: JSONReader.Extent) {
        self.bytes = bytes
        self.file = file
        self.extent = extent
        index = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
    }

    /// The whole text as one value.
    mutating func parse(_ root: JSONReader.Root) -> Node? {
        do throws(Stop) {
            try blanks()
            guard let first = current else { throw stop(.emptyJSON(extent, .beginning(of: file))) }
            // Before the end of a list is looked for: the first line of a list spread over lines says what is wrong.
            if root == .caseObject, first == .openBracket { throw stop(.jsonRoot(.sequence([]), extent, here(1))) }
            let node = try value()
            try blanks()
            if current != nil { throw stop(.afterEnd(extent, node, upcoming)) }
            if root == .caseObject, node.entries == nil { throw stop(.jsonRoot(node.content, extent, node.range)) }
            return node
        } catch {
            return nil
        }
    }

    // MARK: Values

    mutating func value() throws(Stop) -> Node {
        nodes += 1
        guard nodes <= Limits.nodes else { throw stop(.tooManyValues(here(1))) }
        guard let byte = current else { throw stop(.endOfJSON(extent, .value, end)) }
        switch byte {
        case .openBrace: return try object()
        case .openBracket: return try list()
        case .quote:
            let text = try text()
            return Node(.scalar(Node.Scalar(text: text.value, style: .quoted)), at: text.range)
        case .minus, .plus, .dot, UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: return try word()
        }
    }

    private mutating func list() throws(Stop) -> Node {
        let start = index
        try enter()
        var elements: [Node] = []
        while try another(since: start, closing: .closeBracket, isFirst: elements.isEmpty) {
            elements.append(try value())
        }
        depth -= 1
        return Node(.sequence(elements), at: range(start, index))
    }

    private mutating func object() throws(Stop) -> Node {
        let start = index
        try enter()
        var entries: [Node.Entry] = []
        var keys = KeyIndex()
        while try another(since: start, closing: .closeBrace, isFirst: entries.isEmpty) {
            nodes += 1
            let key = try key(after: entries.last)
            if let earlier = keys.insert(key.value) {
                let first = entries[earlier].key.range
                let sameSpelling = bytes(key.range) == bytes(first)
                try report(.repeatedKey(key, first, sameSpelling: sameSpelling))
            }
            try blanks()
            guard current == .colon else {
                throw stop(current == nil ? .endOfJSON(extent, .colon, end) : .missingColon(key, upcoming))
            }
            index += 1
            try blanks()
            entries.append(Node.Entry(key: key, value: try value()))
        }
        depth -= 1
        return Node(.mapping(entries), at: range(start, index))
    }

    /// Goes past the opening bracket of a collection.
    private mutating func enter() throws(Stop) {
        depth += 1
        guard depth <= Limits.depth else { throw stop(.tooDeepJSON(here(1))) }
        index += 1
    }

    /// Whether another element follows, which is then next; goes past the comma before it, or past the closing bracket.
    private mutating func another(
        since start: Int, closing: UInt8, isFirst: Bool
    ) throws(Stop) -> Bool {
        try blanks()
        if isFirst, current != closing {
            if current == nil { throw stop(.endOfJSON(extent, .closing(closing, range(start, start + 1)), end)) }
            return true
        }
        if current == .comma {
            let comma = here(1)
            index += 1
            try blanks()
            if current == .comma { throw stop(.extraComma(here(1))) }
            if current != closing {
                guard current == nil else { return true }
                throw stop(.endOfJSON(extent, .closing(closing, range(start, start + 1)), end))
            }
            try report(.trailingComma(comma, closing))
        }
        guard current == closing else {
            let opening = range(start, start + 1)
            throw stop(
                current == nil
                    ? .endOfJSON(extent, .closing(closing, opening), end)
                    : .missingComma(closing, opening, upcoming))
        }
        index += 1
        return false
    }

    /// Goes past white space, and past comments, which are refused.
    mutating func blanks() throws(Stop) {
        while let byte = current {
            switch byte {
            case .space, .tab, .lineFeed, .carriageReturn: index += 1
            case UInt8(ascii: "/"), UInt8(ascii: "#"): try comment(byte)
            default: return
            }
        }
    }

    private mutating func comment(_ first: UInt8) throws(Stop) {
        let start = index
        let second = index + 1 < bytes.count ? bytes[index + 1] : nil
        if first == UInt8(ascii: "/"), second == UInt8(ascii: "*") {
            index += 2
            while index < bytes.count, !bytes[index...].starts(with: [UInt8(ascii: "*"), UInt8(ascii: "/")]) {
                index += 1
            }
            index = min(index + 2, bytes.count)
        } else if first == UInt8(ascii: "#") || second == UInt8(ascii: "/") {
            index = bytes[index...].firstIndex(of: .lineFeed) ?? bytes.count
        } else {
            throw stop(.unexpectedCharacter(upcoming))
        }
        try report(.jsonComment(range(start, start + min(2, bytes.count - start))))
    }

    // MARK: Places and problems

    /// The next byte, nil at the end.
    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(file: file, at: start, length: end - start) }

    /// The range of the next `length` bytes.
    func here(_ length: Int) -> SourceRange { range(index, index + length) }

    func bytes(_ range: SourceRange) -> ArraySlice<UInt8> { bytes[Int(range.start)..<Int(range.end)] }

    /// The place after the last byte that is not blank.
    var end: SourceRange {
        let last = bytes.lastIndex { ![.space, .tab, .lineFeed, .carriageReturn].contains($0) }
        return range(last.map { $0 + 1 } ?? 0, last.map { $0 + 1 } ?? 0)
    }

    /// The next character, or nothing at the end.
    var upcoming: Located<Unicode.Scalar?> {
        guard index < bytes.count, let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index) else {
            return Located(nil, at: end)
        }
        return Located(scalar, at: here(length))
    }

    /// Notes a problem that does not stop the reading, as long as there are not too many.
    mutating func report(_ problem: Diagnostic) throws(Stop) {
        found.append(problem)
        if found.count > Limits.shownDiagnostics { throw Stop() }
    }

    /// Notes a problem that stops the reading.
    mutating func stop(_ problem: Diagnostic) -> Stop {
        found.append(problem)
        return Stop()
    }
}

/// The keys of an object so far, in the form in which they are compared.
private struct KeyIndex {
    private var keys: [String] = []
    private var places: [String: Int] = [:]
    /// Up to so many keys a list is searched faster than a table.
    private static let few = 12

    /// Adds a key; gives the place of an equal one before it.
    mutating func insert(_ key: String) -> Int? {
        let folded = NameKey.fold(key)
        let place = keys.count
        keys.append(folded)
        if place < Self.few { return keys.prefix(place).firstIndex(of: folded) }
        if place == Self.few { for (index, key) in keys.prefix(place).enumerated().reversed() { places[key] = index } }
        if let earlier = places[folded] { return earlier }
        places[folded] = place
        return nil
    }
}

extension UInt8 {
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let backslash = UInt8(ascii: "\\")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let minus = UInt8(ascii: "-")
    static let plus = UInt8(ascii: "+")
    static let dot = UInt8(ascii: ".")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    /// Space, tab, LF or CR: the blanks of JSON, and those that texts are trimmed of.
    var isBlank: Bool { self == .space || self == .tab || self == .lineFeed || self == .carriageReturn }
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
}
