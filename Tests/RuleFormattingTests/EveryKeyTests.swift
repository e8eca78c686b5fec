import RuleSyntax
import Testing

/// No key of the language is unknown to the formatter: it puts each in its place.
@Suite("Order of every key") struct EveryKeyTests {
    /// The keys of a layout, the last first, each with a text.
    private static func reversed(_ layout: Layout, _ indent: Int) -> [String] {
        layout.keys.reversed().map { String(repeating: " ", count: indent) + "\($0.name): x" }
    }

    private static func keys(in text: String?, _ indent: Int) -> [String] {
        (text ?? "").split(separator: "\n").filter { $0.prefix { $0 == " " }.count == indent && $0.contains(": x") }
            .map { $0.dropFirst(indent).prefix { $0 != ":" } }.map(String.init)
    }

    @Test("of rule files", arguments: Section.allCases) func rules(_ section: Section) {
        let (lines, indent) =
            section == .policy ? (["politique:"], 2) : (["\(section.rawValue):", "  a: { b: c }", "  x:"], 4)
        let text = (lines + Self.reversed(section.layout, indent)).joined(separator: "\n") + "\n"
        #expect(Self.keys(in: Formatting.format(text), indent) == section.layout.keys.map(\.name))
    }

    @Test("of case files") func cases() {
        let text = Self.reversed(.requete, 0).joined(separator: "\n") + "\n"
        #expect(Self.keys(in: Formatting.format(text), 0) == Layout.requete.keys.map(\.name))
    }
}
