import Foundation
import Testing

/// docs/libraries.md lists what Package.swift links, and `--version` says which of it is loaded.
@Suite("docs/libraries.md")
struct LibrariesTests {
    private struct Row {
        let name: String
        let package: String
        let version: String
        let licence: String
        let door: String
    }

    private static func rows() throws -> [Row] {
        try Repository.document("docs/libraries.md").prose.compactMap { line in
            let cells = line.text.split(separator: "|").map { $0.trimming(" ") }
            guard cells.count == 6, cells[0] != "library", !cells[0].hasPrefix("-") else { return nil }
            return Row(
                name: cells[0], package: cells[2].trimming("`"), version: cells[3], licence: cells[4],
                door: cells[5].trimming("`"))
        }
    }

    @Test("lists every package that is linked") func packages() throws {
        let manifest = try Repository.read("Package.swift")
        let linked = manifest.matches(of: /\.apt\(\["([^"]+)"\]\)/).map { String($0.1) }
        #expect(linked.count >= 6)
        let rows = try Self.rows()
        for package in linked { #expect(rows.contains { $0.package == package }, "\(package)") }
        for row in rows { #expect(Repository.exists("Sources/\(row.door)"), "\(row.door)") }
    }

    /// What is read of docs/bienfonde.cdx.json.
    private struct Bill: Decodable {
        struct Component: Decodable {
            let name: String
            let version: String
            let licenses: [Licence]
        }

        struct Licence: Decodable {
            struct Known: Decodable { let id: String }
            let license: Known?
            let expression: String?
        }

        let bomFormat: String
        let components: [Component]
    }

    @Test("says what the bill of materials says") func bill() throws {
        let text = try Repository.read("docs/bienfonde.cdx.json")
        let bill = try JSONDecoder().decode(Bill.self, from: Data(text.utf8))
        #expect(bill.bomFormat == "CycloneDX")
        for row in try Self.rows() {
            let word = row.name.split(separator: " ")[0].lowercased()
            let component = try #require(bill.components.first { $0.name.contains(word) }, "\(row.name)")
            #expect(component.version == row.version, "\(row.name)")
            let licence = try #require(component.licenses.first, "\(row.name)")
            let said = try #require(licence.license?.id ?? licence.expression)
            #expect(row.licence.hasPrefix(said.prefix { $0 != " " }), "\(row.name): \(said)")
        }
        for name in ["swift", "glibc", "gcc-12"] { #expect(bill.components.contains { $0.name == name }, "\(name)") }
    }

    @Test("--version gives the program, the language and each library with its version") func version() throws {
        try #require(Executable.isBuilt)
        let lines = try Executable.output(of: "bienfonde --version")
        #expect(lines.first?.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
        #expect(lines.contains { $0.wholeMatch(of: /langue des règles\u{A0}: version \d+/) != nil })
        let said = lines.joined(separator: " ")
        for name in ["libyaml", "utf8proc", "OpenSSL", "Z3", "zlib", "zstd"] {
            let pattern = try Regex("\\b\(name) \\d+\\.\\d+")
            #expect(said.contains(pattern), "\(name)")
            #expect(try Self.rows().contains { $0.name.hasPrefix(name) }, "\(name)")
        }
    }
}

extension StringProtocol {
    fileprivate func trimming(_ sign: Character) -> String {
        String(String(drop { $0 == sign }.reversed()).drop { $0 == sign }.reversed())
    }
}
