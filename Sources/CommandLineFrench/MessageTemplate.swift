/// A text with named holes, to recognise a message and to write it again in other words.
///
///     let english = MessageTemplate("Missing value for '{option}'")
///     english.match("Missing value for '--date'")  // ["option": "--date"]
struct MessageTemplate: Equatable {
    private enum Piece: Equatable {
        case literal(String)
        case hole(String)
    }

    private let pieces: [Piece]

    /// Holes are names in braces; a brace cannot be written otherwise.
    init(_ text: String) {
        var pieces: [Piece] = []
        for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = part.firstIndex(of: "}") else {
                if !part.isEmpty { pieces.append(.literal(String(part))) }
                continue
            }
            pieces.append(.hole(String(part[..<end])))
            let literal = part[part.index(after: end)...]
            if !literal.isEmpty { pieces.append(.literal(String(literal))) }
        }
        self.pieces = pieces
    }

    /// What stands in the holes, or nil when the text is another message. A hole takes as little as it can, but what
    /// follows the last hole stands at the very end.
    func match(_ text: String) -> [String: String]? {
        var holes: [String: String] = [:]
        var open: String?
        var rest = text[...]
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .hole(let name):
                open = name
            case .literal(let literal):
                let isLast = index == pieces.count - 1
                guard let range = Self.range(of: literal, in: rest, atStart: open == nil, atEnd: isLast) else {
                    return nil
                }
                if let name = open { holes[name] = String(rest[..<range.lowerBound]) }
                open = nil
                rest = rest[range.upperBound...]
            }
        }
        if let name = open {
            holes[name] = String(rest)
        } else if !rest.isEmpty {
            return nil
        }
        return holes
    }

    /// The text with its holes filled; a hole without a value is left empty.
    func filled(with holes: [String: String]) -> String {
        pieces.map { piece in
            switch piece {
            case .literal(let literal): literal
            case .hole(let name): holes[name] ?? ""
            }
        }.joined()
    }

    /// The words before the first hole.
    var opening: String {
        switch pieces.first {
        case .literal(let literal): literal
        case .hole, nil: ""
        }
    }

    private static func range(
        of literal: String, in text: Substring, atStart: Bool, atEnd: Bool
    ) -> Range<Substring.Index>? {
        if atStart {
            guard text.hasPrefix(literal) else { return nil }
            return text.startIndex..<text.index(text.startIndex, offsetBy: literal.count)
        }
        if atEnd {
            guard text.hasSuffix(literal) else { return nil }
            return text.index(text.endIndex, offsetBy: -literal.count)..<text.endIndex
        }
        return text.firstRange(of: literal)
    }
}
