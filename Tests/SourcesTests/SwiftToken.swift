/// A word or a sign of Swift code. Comments and the fixed parts of literals are none; what stands in an interpolation
/// is.
struct SwiftToken {
    let text: String
    /// From 1.
    let line: Int
    /// Whether a blank, a comment or the start of the file stands before it.
    let isFirst: Bool

    var isWord: Bool { text.first.map { $0.isLetter || $0.isNumber || "_$`".contains($0) } ?? false }
}

/// A Swift file taken apart: its tokens, and what the comments of each line say.
struct SwiftFile {
    let path: String
    private(set) var tokens: [SwiftToken] = []
    /// By line, from 1; a line without a comment has none.
    private(set) var comments: [Int: String] = [:]

    private let characters: [Character]
    private var index = 0
    private var line = 1

    init(path: String, text: String) {
        self.path = path
        characters = Array(text)
        readCode(untilClosed: false)
    }

    /// The tokens of some lines, joined by blanks.
    func code(ofLines lines: ClosedRange<Int>) -> String {
        tokens.filter { lines.contains($0.line) }.map(\.text).joined(separator: " ")
    }

    private func peek(_ ahead: Int = 0) -> Character? {
        characters.indices.contains(index + ahead) ? characters[index + ahead] : nil
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count {
            if peek()?.isNewline ?? false { line += 1 }
            index += 1
        }
    }

    /// To the end, or past the bracket that closes an interpolation.
    private mutating func readCode(untilClosed: Bool) {
        var depth = 0
        var isFirst = true
        while let character = peek() {
            let token = readToken(character)
            guard let token else {
                isFirst = true
                continue
            }
            if token == "(" { depth += 1 }
            if token == ")" { depth -= 1 }
            if untilClosed, depth < 0 { return }
            tokens.append(SwiftToken(text: token, line: line, isFirst: isFirst))
            isFirst = false
        }
    }

    /// The token that is next; nil for what is none.
    private mutating func readToken(_ character: Character) -> String? {
        if character == "/", peek(1) == "/" {
            var comment = ""
            while let next = peek(), !next.isNewline {
                comment.append(next)
                advance()
            }
            comments[line] = comment
            return nil
        }
        if character == "\"" {
            readLiteral()
            return "\"\""
        }
        if character.isWhitespace {
            advance()
            return nil
        }
        var word = ""
        while let next = peek(), next.isLetter || next.isNumber || "_$`".contains(next) {
            word.append(next)
            advance()
        }
        if !word.isEmpty { return word }
        advance()
        return String(character)
    }

    private mutating func readLiteral() {
        let isLong = peek(1) == "\"" && peek(2) == "\""
        advance(isLong ? 3 : 1)
        while let character = peek() {
            if character == "\\", peek(1) == "(" {
                advance(2)
                readCode(untilClosed: true)
            } else if character == "\\" {
                advance(2)
            } else if character == "\"", !isLong || (peek(1) == "\"" && peek(2) == "\"") {
                return advance(isLong ? 3 : 1)
            } else {
                advance()
            }
        }
    }
}
