/// Finds what can stop the program by a trap.
///
/// It reads words and signs, not types: what it calls outside data is what is named `bytes`, and every name
/// that the same file declares as a list of bytes, characters, texts or nodes. A finding is answered by a check that
/// does without the construct, or by its reason on the line or just above, after `// bounded:`.
struct TrapCheck {
    struct Finding: Equatable {
        let line: Int
        let construct: String
    }

    /// Words that stop the program, or take from the compiler what it proves.
    private static let words: Set<String> = [
        "fatalError", "precondition", "preconditionFailure", "assert", "assertionFailure", "abort", "unowned",
        "unchecked", "unsafelyUnwrapped",
    ]
    /// Conversions to these trap where the value does not fit, and so does their arithmetic, sooner than `Int` does.
    private static let narrow: Set<String> = ["Int8", "Int16", "Int32", "UInt8", "UInt16", "UInt32", "UInt"]
    /// Labels of the conversions that cannot trap.
    private static let safeLabels: Set<String> = ["truncatingIfNeeded", "exactly", "bitPattern", "clamping", "ascii"]
    /// What shows, on the line or shortly before, that an index was compared with the bounds.
    private static let bounds: Set<String> = [
        "count", "indices", "endIndex", "startIndex", "firstIndex", "lastIndex", "isEmpty", "min", "upperBound",
        "lowerBound", "enumerated", "end", "firstRange",
    ]
    /// What shows that a list is not empty.
    private static let presence: Set<String> = ["first", "last", "isEmpty", "count", "hasPrefix", "hasSuffix"]
    private static let linesBefore = 5
    /// What lists of outside data are made of.
    private static let elements: Set<String> = [
        "UInt8", "Character", "Unicode.Scalar", "UnicodeScalar", "Substring", "String", "Node",
    ]

    let file: SwiftFile
    private let lists: Set<String>

    init(path: String, text: String) {
        file = SwiftFile(path: path, text: text)
        lists = Self.lists(of: file.tokens.map(\.text))
    }

    var findings: [Finding] {
        file.tokens.indices.compactMap { index in
            guard let construct = construct(at: index) else { return nil }
            let line = file.tokens[index].line
            let isAlone = !file.tokens.contains { $0.line == line - 1 }
            let reason = file.comments[line] ?? (isAlone ? file.comments[line - 1] : nil)
            if reason?.hasPrefix("// bounded: ") ?? false { return nil }
            return Finding(line: line, construct: construct)
        }
    }

    private func construct(at index: Int) -> String? {
        let token = file.tokens[index]
        if token.text == "!" { return forced(index) }
        // `init(unchecked:)` and the like are names of ours; an attribute has its `@`.
        if token.text == "unchecked" { return text(index - 1) == "@" ? "@unchecked" : nil }
        if Self.words.contains(token.text), text(index - 1) != "." || token.text == "unsafelyUnwrapped" {
            return token.text
        }
        if token.text == "nonisolated", text(index + 1) == "(" { return "nonisolated(unsafe)" }
        if let divided = division(index) { return divided }
        return narrowing(index) ?? rounding(index) ?? removal(index) ?? subscription(index)
    }

    private func text(_ index: Int) -> String {
        file.tokens.indices.contains(index) ? file.tokens[index].text : ""
    }

    /// `value!`, `try!`, `as!`; not `!value`, `a != b`.
    private func forced(_ index: Int) -> String? {
        guard index > 0, !file.tokens[index].isFirst else { return nil }
        let before = file.tokens[index - 1]
        guard before.isWord || [")", "]", "}", "\"\"", "?"].contains(before.text) else { return nil }
        return before.text + "!"
    }

    /// `a / b` and `a % b`, unless b is a number other than 0, a constant of a type, or bounded by `max(1, …)`; the
    /// division of fractions never traps.
    private func division(_ index: Int) -> String? {
        let sign = file.tokens[index]
        guard sign.text == "/" || sign.text == "%", sign.isFirst, index > 0 else { return nil }
        let next = text(index + 1) == "=" ? index + 2 : index + 1
        if let first = text(next).first, first.isNumber, text(next) != "0" { return nil }
        if text(next).first?.isUppercase ?? false, text(next + 1) == "." || text(next + 2) == "max" { return nil }
        if file.code(ofLines: sign.line...sign.line).contains("Double") { return nil }
        return "\(sign.text) \(text(next))"
    }

    private func narrowing(_ index: Int) -> String? {
        let token = file.tokens[index]
        guard Self.narrow.contains(token.text), text(index + 1) == "(", text(index - 1) != ".",
            file.tokens.indices.contains(index + 2)
        else { return nil }
        let argument = file.tokens[index + 2].text
        let label = text(index + 3) == ":" ? argument : ""
        if Self.safeLabels.contains(label) { return nil }
        // A literal; a constant of C; what counts things in memory.
        if argument.first?.isNumber ?? true || argument == argument.uppercased() && argument.count > 2 { return nil }
        let code = file.code(ofLines: token.line...token.line)
        if code.contains(". count )") || code.contains("radix :") { return nil }
        return token.text + "(" + argument + ")"
    }

    /// `Int(…)` of a fraction, which traps where it is too large, infinite or no number.
    private func rounding(_ index: Int) -> String? {
        guard file.tokens[index].text == "Int", text(index + 1) == "(", text(index + 3) != ":" else { return nil }
        let line = file.tokens[index].line
        let isFraction = file.tokens.contains { $0.line == line && ["Double", "rounded"].contains($0.text) }
        return isFraction ? "Int(Double)" : nil
    }

    /// `list.removeFirst()` and `list.removeLast()` where nothing near by shows that the list is not empty.
    private func removal(_ index: Int) -> String? {
        let name = file.tokens[index].text
        guard name == "removeFirst" || name == "removeLast", text(index + 1) == "(", text(index + 2) == ")" else {
            return nil
        }
        let line = file.tokens[index].line
        let near = max(1, line - Self.linesBefore)...line
        return file.tokens.contains { near.contains($0.line) && Self.presence.contains($0.text) } ? nil : name + "()"
    }

    /// `bytes`, and the names declared as `name: [UInt8]`, `name: ArraySlice<UInt8>`, `name = [UInt8](…)`,
    /// `name = Array(…)` or `name = ….split(…)`; not what repeats one value of ours.
    private static func lists(of tokens: [String]) -> Set<String> {
        var lists: Set = ["bytes"]
        for index in tokens.indices.dropFirst() where [":", "="].contains(tokens[index]) {
            let declared = tokens[index...].prefix(12).joined().drop { $0 == ":" || $0 == "=" }
            let isTyped = elements.contains { element in
                ["[\(element)]", "ArraySlice<\(element)>", "Span<\(element)>", "inout[\(element)]"]
                    .contains { declared.hasPrefix($0) }
            }
            let isMade =
                tokens[index] == "=" && (declared.hasPrefix("Array(") || declared.contains(".split("))
                && !declared.hasPrefix("Array(repeating")
            if isTyped || isMade { lists.insert(tokens[index - 1]) }
        }
        return lists
    }

    /// `bytes[index]` without a comparison with the bounds near by; not `bytes[...]`, nor what is looked up by a text.
    private func subscription(_ index: Int) -> String? {
        let name = file.tokens[index].text
        guard lists.contains(name), text(index + 1) == "[", !file.tokens[index + 1].isFirst,
            text(index + 2) != "." || text(index + 5) != "]", text(index + 2) != "\"\""
        else { return nil }
        let line = file.tokens[index].line
        let near = max(1, line - Self.linesBefore)...line
        let isBounded = file.tokens.contains { near.contains($0.line) && Self.bounds.contains($0.text) }
        return isBounded ? nil : "\(name)[…]"
    }
}
