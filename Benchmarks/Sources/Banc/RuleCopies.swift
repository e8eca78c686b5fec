/// The rules of `Regles/regles.yaml` so many times over, each copy under a value of the fact `volet`: what a set of many
/// rules, of which few concern a case, costs.
enum RuleCopies {
    /// The vocabulary, with the fact `volet` when there are copies.
    static func policy(_ text: String, copies: Int) -> String {
        guard copies > 1 else { return text }
        let values = (0..<copies).map { "      V\($0): Volet \($0)\n" }.joined()
        let fact = "  volet:\n    question: Quel volet?\n    type: choix\n    valeurs:\n" + values
        return text.replacing("faits:\n", with: "faits:\n" + fact, maxReplacements: 1)
    }

    /// One copy of the rules.
    static func rules(_ text: String, copy: Int, of copies: Int) -> String {
        guard copies > 1 else { return text }
        let lines = text.split(separator: "\n").map { line -> String in
            if line.hasPrefix("  \"") { return "  \"v\(copy)-" + line.dropFirst(3) }
            if line.hasPrefix("    si: [") { return "    si: [{volet: V\(copy)}, " + line.dropFirst("    si: [".count) }
            if line.hasPrefix("    si: ") { return "    si: [{volet: V\(copy)}, \(line.dropFirst("    si: ".count))]" }
            if line.hasPrefix("    écarte: ") { return prefixed(String(line), copy) }
            return String(line)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A list of names, each with the prefix of its copy.
    private static func prefixed(_ line: String, _ copy: Int) -> String {
        var isOpening = true
        return line.map { character -> String in
            guard character == "\"" else { return String(character) }
            defer { isOpening.toggle() }
            return isOpening ? "\"v\(copy)-" : "\""
        }.joined()
    }
}
