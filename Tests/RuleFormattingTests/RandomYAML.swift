import PolicyValues

/// Random mappings, each value in a notation of its own.
struct RandomYAML {
    private var random: SplitMix64
    private var text = ""

    static func text(_ random: inout SplitMix64) -> String {
        var writer = RandomYAML(random: random)
        writer.mapping(indent: 0, depth: 0)
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
        "une phrase assez longue pour devoir être coupée quelque part, avec des virgules, des points et "
            + "des mots comme « bien-fondé » ou {{nom de plusieurs mots}}, jusqu’à dépasser la largeur d’une ligne",
    ]

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

    private mutating func mapping(indent: Int, depth: Int) {
        for number in 0...pick(4) {
            comment(indent)
            let key = "k\(number) " + (pick(3) == 0 ? scalar() : "")
            text += String(repeating: " ", count: indent) + quoted(key) + ":"
            value(indent: indent, depth: depth)
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
        case 3: brokenFlow(indent: indent)
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
        case 0, 1: return quoted(scalar())
        case 2: return "[" + (0...pick(3)).map { _ in flow(depth: depth + 1) }.joined(separator: " ,") + "]"
        default: return "{" + (0...pick(3)).map { "f\($0): " + flow(depth: depth + 1) }.joined(separator: ",") + "}"
        }
    }

    /// A list over several lines, with comments.
    private mutating func brokenFlow(indent: Int) {
        let margin = String(repeating: " ", count: indent + 2)
        text += " ["
        lineEnd()
        for _ in 0...pick(3) {
            comment(indent + 2)
            text += margin + flow(depth: 2) + ","
            lineEnd()
        }
        text += margin + "]"
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
