import PolicyValues

/// Random mappings, each value in a notation of its own.
struct RandomYAML {
    private var random: SplitMix64
    private var text = ""

    static func text(_ random: inout SplitMix64) -> String {
        var writer = RandomYAML(random: random)
        writer.root()
        random = writer.random
        return writer.text
    }

    private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private static let texts = [
        "a", "oui", "12", "-3.5", "2024-02-29", "l'un", "l’autre", "un: deux", "un #deux", "un # deux", "- tiret",
        "a - b",
        "{ a }", "[a]", "a, b", "\"cité\"", "c:\\d", "* étoile", "& et", "! non", "% cent", "@ at", "`x`", "?", "? a",
        ": b",
        "a:", "null", "~x", "true", "é œ 😀", "mot  double", "fin.", "{{nom}}", "= b", "<< c", "| d", "> e", "#f",
        "12:30",
        "avec\u{A0}espace",
        longText,
    ]

    private static let longText =
        "une phrase assez longue pour devoir être coupée quelque part, avec des virgules, des points et "
        + "des mots comme « bien-fondé » ou {{nom de plusieurs mots}}, jusqu’à dépasser la largeur d’une ligne"

    private mutating func scalar() -> String { Self.texts[pick(Self.texts.count)] }

    private static func doubleQuoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func singleQuoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

    private mutating func quoted(_ text: String) -> String {
        pick(2) == 0 ? Self.doubleQuoted(text) : Self.singleQuoted(text)
    }

    private mutating func comment(_ indent: Int) {
        while pick(6) == 0 {
            text +=
                pick(3) == 0
                ? "\n" : String(repeating: " ", count: pick(2) == 0 ? indent : pick(9)) + "# c\(pick(100)): x\n"
        }
    }

    private mutating func lineEnd() { text += pick(6) == 0 ? " # e\(pick(100))\n" : "\n" }

    /// One in eight between braces.
    private mutating func root() {
        guard pick(8) == 0 else { return mapping(indent: 0, depth: 0) }
        comment(0)
        brokenMapping(indent: 0)
    }

    private mutating func mapping(indent: Int, depth: Int) {
        let margin = String(repeating: " ", count: indent)
        for number in 0...pick(4) {
            comment(indent)
            if pick(6) == 0 {
                text += margin + "? "
                markedKey(number, indent: indent)
                comment(indent)
                text += margin + ":"
            } else {
                let key = "k\(number) " + (pick(3) == 0 ? scalar() : pick(8) == 0 ? Self.longText : "")
                text += margin + quoted(key) + ":"
            }
            value(indent: indent, depth: depth)
        }
    }

    /// A key after `?` and the end of its line: one that may have several lines, or be long.
    private mutating func markedKey(_ number: Int, indent: Int) {
        let margin = String(repeating: " ", count: indent + 2)
        switch pick(3) {
        case 0: text += keyOfOneLine(number)
        case 1: text += "\"k\(number)\n\n\(margin)suite\""
        default:
            text += "|"
            lineEnd()
            text += margin + (pick(2) == 0 ? "... k\(number)" : "k\(number) \(scalar())") + "\n"
            return
        }
        lineEnd()
    }

    /// One that at the start of a line would begin or end a document, or that no colon may follow on its line.
    private mutating func keyOfOneLine(_ number: Int) -> String {
        switch pick(3) {
        case 0: "--- k\(number)"
        case 1: "... k\(number)"
        default: quoted("k\(number)" + String(repeating: " très long", count: 110))
        }
    }

    private mutating func value(indent: Int, depth: Int) {
        switch pick(depth < 4 ? 8 : 5) {
        case 0:
            text += " " + quoted(scalar())
            lineEnd()
        case 1: block(indent: indent)
        case 2:
            text += " " + flow(depth: 0)
            lineEnd()
        case 3:
            text += " "
            pick(2) == 0 ? brokenMapping(indent: indent) : brokenList(indent: indent)
        case 4:
            text += " mot\n" + String(repeating: " ", count: indent + 1) + "suite"
            lineEnd()
        case 5:
            lineEnd()
            mapping(indent: indent + 1 + pick(4), depth: depth + 1)
        default:
            lineEnd()
            list(indent: indent + pick(3), depth: depth + 1)
        }
    }

    private mutating func block(indent: Int) {
        let margin = String(repeating: " ", count: indent + 2)
        text += " " + [">", "|"][pick(2)] + ["", "-", "+"][pick(3)]
        lineEnd()
        for number in 0...pick(3) {
            text += margin + (number > 0 && pick(6) == 0 ? "  " : "") + scalar() + "\n"
            if pick(4) == 0 { text += "\n" }
        }
    }

    private mutating func flow(depth: Int) -> String {
        switch pick(depth < 3 ? 4 : 2) {
        case 0: return quoted(scalar())
        case 1: return pick(4) == 0 ? ["[]", "{ }"][pick(2)] : quoted(scalar())
        case 2: return "[" + (0...pick(3)).map { _ in flow(depth: depth + 1) }.joined(separator: " ,") + "]"
        default: return "{" + (0...pick(3)).map { "f\($0): " + flow(depth: depth + 1) }.joined(separator: ",") + "}"
        }
    }

    /// A list over several lines, with comments.
    private mutating func brokenList(indent: Int) {
        let margin = String(repeating: " ", count: indent + 2)
        text += "["
        lineEnd()
        for _ in 0...pick(3) {
            comment(indent + 2)
            text += margin + flow(depth: 2) + ","
            lineEnd()
        }
        text += margin + "]"
        lineEnd()
    }

    /// A mapping between braces over several lines, with comments.
    private mutating func brokenMapping(indent: Int) {
        let margin = String(repeating: " ", count: indent + 2)
        text += "{"
        lineEnd()
        for number in 0...pick(3) {
            comment(indent + 2)
            let key = pick(3) == 0 ? "? " + keyOfOneLine(number) : quoted("k\(number) ")
            let value = pick(3) == 0 ? ["", "-"][pick(2)] : flow(depth: 2)
            text += margin + key + [":", " :"][pick(2)] + " " + value + ","
            lineEnd()
        }
        text += margin + "}"
        lineEnd()
    }

    private mutating func list(indent: Int, depth: Int) {
        for _ in 0...pick(3) {
            comment(indent)
            text += String(repeating: " ", count: indent) + "-"
            if pick(3) == 0 {
                text += " " + quoted("k") + ": " + quoted(scalar()) + "\n"
                if pick(2) == 0 { text += String(repeating: " ", count: indent + 2) + "k2: " + flow(depth: 1) + "\n" }
            } else {
                value(indent: indent, depth: depth)
            }
        }
    }
}
