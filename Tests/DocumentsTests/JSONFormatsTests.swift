import Foundation
import Testing

/// Every key that docs/json.md documents is in what its commands print.
@Suite("docs/json.md")
struct JSONFormatsTests {
    private static let path = "docs/json.md"

    @Test("documents keys that are printed") func keysArePrinted() throws {
        try #require(Executable.isBuilt)
        let document = try Repository.document(Self.path)
        var sections = 0
        for block in document.blocks where block.language == "console" {
            let documented = Self.keys(of: block.heading, in: document)
            try #require(!documented.isEmpty, "\(block.heading) has no table of keys")
            sections += 1
            for command in ConsoleBlock(block).commands {
                let printed = try Executable.output(of: command.commandLine + " 2> /dev/null").joined(separator: "\n")
                let value = try JSONSerialization.jsonObject(with: Data(printed.utf8))
                let object = try #require(value as? [String: Any])
                for key in documented { #expect(object[key] != nil, "\(block.heading): \(key)") }
            }
        }
        #expect(sections == 6)
    }

    /// The keys in the first column of a section's table.
    private static func keys(of heading: String, in document: MarkdownDocument) -> [String] {
        var isInside = false
        return document.prose.flatMap { line -> [String] in
            if line.text.hasPrefix("## ") { isInside = line.text.dropFirst(3) == heading }
            guard isInside, let cell = line.text.firstMatch(of: /^\| ([^|]*`[^|]*) \|/)?.1 else { return [] }
            return cell.matches(of: /`([^`]+)`/).map { String($0.1) }
        }
    }
}
