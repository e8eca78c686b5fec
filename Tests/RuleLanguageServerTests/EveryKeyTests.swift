import RuleJSON
import RuleSyntax
import SourceText
import Testing

/// No key of the language is unknown to the completion.
@Suite("Completion of every key") struct EveryKeyTests {
    /// A place in a file where the keys of a layout may stand: the lines before it.
    private struct Place {
        let layout: Layout
        let lines: [String]
    }

    private static func places(_ layout: Layout, under lines: [String], _ indent: Int) -> [Place] {
        let space = String(repeating: " ", count: indent)
        return [Place(layout: layout, lines: lines)]
            + layout.keys.flatMap { key -> [Place] in
                let opened = lines + ["\(space)\(key.name):"]
                switch key.holds {
                case .entry(let inner): return places(inner, under: opened, indent + 2)
                case .list(let inner):
                    return places(inner, under: opened + ["\(space)  - \(inner.keys[0].name): x"], indent + 4)
                case .entries(let inner): return places(inner, under: opened + ["\(space)  x:"], indent + 4)
                default: return []
                }
            }
    }

    private func missing(_ places: [Place], in name: String) throws -> [String] {
        var missing: [String] = []
        try withClient { client in
            for place in places {
                let depth = (place.lines.last?.prefix { $0 == " " }.count ?? -2) + 2
                let isInList = place.lines.last?.contains("- ") ?? false
                let text = (place.lines + [String(repeating: " ", count: depth)]).joined(separator: "\n")
                try client.open(name, text)
                let items = client.ask("textDocument/completion", client.place(name, place.lines.count, depth))
                let labels = Set((items?.elements ?? []).compactMap { $0["label"]?.text })
                // The key that opens the entry of a list stands there already.
                let wanted = place.layout.keys.map(\.name).dropFirst(isInList ? 1 : 0)
                missing += wanted.filter { !labels.contains($0) }.map { "\(place.lines.joined(separator: " ")) \($0)" }
            }
        }
        return missing
    }

    @Test("of rule files", arguments: Section.allCases) func rules(_ section: Section) throws {
        let (lines, indent) =
            section == .policy ? (["politique:"], 2) : (["\(section.rawValue):", "  x:"], 4)
        #expect(try missing(Self.places(section.layout, under: lines, indent), in: "Rules/nouveau.yaml") == [])
    }

    @Test("of case files") func cases() throws {
        #expect(try missing(Self.places(.requete, under: [], 0), in: "Fixtures/nouveau.yaml") == [])
    }
}
