import Foundation
import Testing

/// What other programs build on: documented, and changed on purpose only.
@Suite("The public face")
struct PublicFaceTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let kept = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "PublicFace.txt")
    /// SwiftPM puts the modules beside the test program.
    private static let modules = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "Modules")

    private struct Graph: Decodable {
        struct Symbol: Decodable {
            struct Fragment: Decodable { let spelling: String }
            struct Identifier: Decodable { let precise: String }

            let pathComponents: [String]
            let declarationFragments: [Fragment]
            let identifier: Identifier
        }
        let symbols: [Symbol]
    }

    /// Runs `scripts/library-docs` and gives the symbols that are our own: what the compiler derives is left out.
    private static func symbols() throws -> [Graph.Symbol] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bienfonde-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = root.appending(path: "scripts/library-docs")
        process.arguments = [modules.path, folder.path]
        let said = Pipe()
        process.standardOutput = said
        process.standardError = said
        try process.run()
        let output = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(output)")
        let archive = folder.appending(path: "BienFonde.doccarchive").path
        try #require(FileManager.default.fileExists(atPath: archive))
        let json = try Data(contentsOf: folder.appending(path: "BienFonde.symbols.json"))
        return try JSONDecoder().decode(Graph.self, from: json).symbols
            .filter { !$0.identifier.precise.contains("::SYNTHESIZED::") }
    }

    @Test("is documented without a warning, and as it is kept in PublicFace.txt")
    func kept() throws {
        let symbols = try Self.symbols()
        let listing =
            symbols.map { symbol in
                let declaration = symbol.declarationFragments.map(\.spelling).joined()
                return symbol.pathComponents.joined(separator: ".") + ": "
                    + declaration.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }.sorted().joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["BIENFONDE_ENREGISTRER"] != nil {
            try Data(listing.utf8).write(to: Self.kept)
            Issue.record("recorded \(Self.kept.lastPathComponent): read the difference")
        }
        let expected = try String(contentsOf: Self.kept, encoding: .utf8)
        #expect(listing == expected, "the public face changed; on purpose? BIENFONDE_ENREGISTRER=1 keeps the new one")
    }
}
