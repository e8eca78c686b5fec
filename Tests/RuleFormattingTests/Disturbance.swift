import PolicyValues

/// Changes of a file that a reader of YAML does not see.
enum Disturbance {
    /// Comments and blank lines between lines, comments and spaces at their ends; block texts are left alone.
    static func disturb(_ text: String, _ random: inout SplitMix64) -> String {
        var lines: [String] = []
        var textIndent: Int?
        var isInText = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map({ String($0) }) {
            let indent = line.prefix { $0 == " " }.count
            if isInText, line.allSatisfy({ $0 == " " }) || indent > textIndent ?? 0 {
                lines.append(line)
                continue
            }
            isInText = line.hasSuffix(">-") || line.hasSuffix("|-")
            textIndent = indent
            while Int.random(in: 0..<8, using: &random) == 0 { lines.append(extra(indent, &random)) }
            let isBare = line.isEmpty || line.contains("#")
            let ending = Int.random(in: 0..<8, using: &random)
            lines.append(isBare || ending > 1 ? line : ending == 0 ? line + "   # fin de ligne" : line + "  ")
        }
        return lines.joined(separator: "\n")
    }

    private static func extra(_ indent: Int, _ random: inout SplitMix64) -> String {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: ""
        case 1: String(repeating: " ", count: indent) + "# au même retrait"
        default: String(repeating: " ", count: Int.random(in: 0...8, using: &random)) + "#ailleurs : { a: [b"
        }
    }
}
