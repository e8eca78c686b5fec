import Testing

@Suite("ARCHITECTURE.md")
struct ArchitectureTests {
    private static let path = "ARCHITECTURE.md"

    @Test("names every room of the house") func namesEveryRoom() throws {
        let document = try Repository.document(Self.path)
        let manifest = try Repository.read("Package.swift")
        let rooms = manifest.matches(of: /(?:room\(|executableTarget\(|systemLibrary\()\s*(?:name: )?"(\w+)"/).map {
            String($0.1)
        }
        #expect(rooms.count > 10)
        let text = document.lines.joined(separator: "\n")
        for room in rooms { #expect(text.contains(room), "\(room) is not in the picture") }
    }

    @Test("names only what exists", arguments: [path, "docs/new-operator.md"])
    func namesWhatExists(_ path: String) throws {
        let names = try SwiftNames()
        for (line, span) in try Repository.document(path).codeSpans {
            let isTrue = Self.isTrue(span, names)
            #expect(isTrue, "\(path):\(line): \(span)")
        }
    }

    /// Whether what a code span names exists: a file by its name, a path, a room or a type; words of the language pass.
    private static func isTrue(_ span: String, _ names: SwiftNames) -> Bool {
        let isPath = span.contains("/") && !span.contains(" ") && span != "oui/non"
        if isPath || Repository.exists(span) {
            return ["", "Sources/", "Tests/"].contains { Repository.exists($0 + span) }
        }
        if span.hasPrefix("…") { return true }
        if span.hasSuffix(".swift") { return names.hasFile(span) }
        let isRoom = Repository.exists("Sources/\(span)") || Repository.exists("Tests/\(span)")
        return isRoom || !span.looksLikeTypeName || names.declares(span)
    }

    @Test("shows dependencies as Package.swift has them") func arrowsAreTrue() throws {
        let manifest = try Repository.read("Package.swift")
        let document = try Repository.document(Self.path)
        let rows = document.prose.compactMap { $0.text.wholeMatch(of: /\| `(\w+)` \|.*\| ([^|]*) \|/) }
            .filter { Repository.exists("Sources/\($0.1)") }
        #expect(rows.count > 8)
        for row in rows {
            let opening = try Regex("(?:room\\(|executableTarget\\()\\s*(?:name: )?\"\(row.1)\"")
            guard let start = manifest.firstRange(of: opening) else {
                Issue.record("\(row.1) is no room")
                continue
            }
            let rest = manifest[start.upperBound...]
            let entry = rest[
                ..<(rest.firstRange(of: /\n        (?:room|tests|\.|\/\/)|\n\n/)?.lowerBound ?? rest.endIndex)]
            let needed = Set(entry.matches(of: /"(\w+)"/).map { String($0.1) })
            let shown = Set(row.2.matches(of: /`(\w+)`/).map { String($0.1) })
            #expect(shown == needed.subtracting(["executable"]), "\(row.1)")
        }
    }

    /// A library outside of the toolchain's own, and the rooms that are its door.
    @Test(
        "shows the doors to outside libraries",
        arguments: [
            ("CLibYAML", ["RuleYAML"]), ("CUTF8Proc", ["SourceText"]), ("COpenSSL", ["RuleModel"]),
            ("CMustache", ["RuleDocuments"]), ("CZ3", ["RuleAnalysis"]),
            ("ArgumentParser", ["CommandLineFrench", "bienfonde"]),
            ("Glibc", ["FileAccess", "BienFondeC", "bienfonde"]), ("Foundation", []), ("CZlib", ["Compression"]),
            ("CZstd", ["Compression"]),
        ])
    func doorsAreTrue(_ library: String, _ rooms: [String]) throws {
        let files = try Repository.files(below: "Sources").filter {
            try $0.hasSuffix(".swift")
                && Repository.read($0).split(separator: "\n").contains { line in
                    line.hasSuffix("import \(library)")
                }
        }
        #expect(Set(files.map { $0.split(separator: "/")[1] }) == Set(rooms.map { Substring($0) }))
    }
}
