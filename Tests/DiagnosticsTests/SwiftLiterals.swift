import Foundation

/// A string literal of a Swift file: its fixed parts, between the interpolations.
struct SwiftLiteral {
    let file: String
    /// From 1.
    let line: Int
    let parts: [String]

    /// The whole, with `◦` for each interpolation.
    var text: String { parts.joined(separator: "◦") }

    /// Whether a text is one of libyaml's own, which stand in the sources to be recognised.
    static func isLibraryMessage(_ text: String) -> Bool {
        ["did not find", "found ", "could not find", "are not allowed in this context"].contains { text.contains($0) }
            && text.unicodeScalars.allSatisfy(\.isASCII)
    }
}

/// Reads the string literals of Swift files, those inside interpolations too; comments and raw strings are passed over.
struct SwiftLiterals {
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The literals of the files below a folder of the checkout whose names end so.
    static func all(below folder: String, named suffix: String = ".swift") -> [SwiftLiteral] {
        let base = checkout.appending(path: folder).resolvingSymlinksInPath()
        let files =
            FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.lastPathComponent.hasSuffix(suffix) } ?? []
        return files.sorted { $0.path < $1.path }.flatMap { file -> [SwiftLiteral] in
            guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
            var reader = SwiftLiterals(file.lastPathComponent, String(decoding: data, as: UTF8.self))
            reader.readCode()
            return reader.found
        }
    }

    private let file: String
    private let text: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var found: [SwiftLiteral] = []

    private init(_ file: String, _ text: String) {
        self.file = file
        self.text = Array(text.unicodeScalars)
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        text.indices.contains(index + ahead) ? text[index + ahead] : nil
    }

    private mutating func advance() {
        if peek() == "\n" { line += 1 }
        index += 1
    }

    /// To the end, or to the bracket that closes an interpolation.
    private mutating func readCode(isInterpolation: Bool = false) {
        var depth = 0
        while let scalar = peek() {
            switch scalar {
            case "/" where peek(1) == "/": while let next = peek(), next != "\n" { advance() }
            case "\"": readLiteral()
            case "(":
                depth += 1
                advance()
            case ")":
                advance()
                if isInterpolation, depth == 0 { return }
                depth -= 1
            default: advance()
            }
        }
    }

    private mutating func readLiteral() {
        let start = line
        let isLong = peek(1) == "\"" && peek(2) == "\""
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        var parts = [""]
        while let scalar = peek() {
            if scalar == "\"", !isLong || peek(1) == "\"" && peek(2) == "\"" {
                for _ in 0..<(isLong ? 3 : 1) { advance() }
                break
            }
            if scalar == "\\" {
                readEscape(&parts)
            } else {
                parts[parts.count - 1].unicodeScalars.append(scalar)
                advance()
            }
        }
        found.append(SwiftLiteral(file: file, line: start, parts: parts))
    }

    private mutating func readEscape(_ parts: inout [String]) {
        advance()
        let letter = peek()
        advance()
        switch letter {
        case "(":
            readCode(isInterpolation: true)
            parts.append("")
        case "u":
            var digits = ""
            while let scalar = peek(), scalar != "}" {
                if scalar != "{" { digits.unicodeScalars.append(scalar) }
                advance()
            }
            advance()
            let scalar = UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }
            if let scalar { parts[parts.count - 1].unicodeScalars.append(scalar) }
        case "n": parts[parts.count - 1] += "\n"
        case let other?: parts[parts.count - 1].unicodeScalars.append(other)
        case nil: break
        }
    }
}
