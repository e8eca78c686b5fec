import Foundation

/// Looks up the words of French texts in Debian's dictionary (hunspell) and in our own list, `mots.txt`.
package struct SpellChecker {
    /// A text and where it stands, as a failure names it.
    package struct Passage {
        package let place: String
        package let text: String

        package init(_ place: String, _ text: String) {
            self.place = place
            self.text = text
        }
    }

    /// What a test that is skipped says.
    package static let absence = "hunspell ou son dictionnaire français est absent; scripts/setup les installe"

    /// Whether hunspell and the dictionary are there: it knows a word and does not know another.
    package static let isInstalled: Bool = (try? misspelled(["requête", "requêtte"])) == ["requêtte"]

    private let ownWords: Set<String>

    package init() throws {
        let list = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "mots.txt")
        let lines = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
        ownWords = Set(lines.filter { !$0.hasPrefix("#") }.map { String($0) })
    }

    /// The words that neither knows, each with the first place where it stands.
    ///
    /// - Parameter names: identifiers, which are no words.
    package func unknown(in passages: [Passage], names: Set<String> = []) throws -> [String] {
        var places: [String: String] = [:]
        for passage in passages {
            for word in Self.words(of: passage.text) where word.count > 1 && !names.contains(word) {
                if places[word] == nil { places[word] = passage.place }
            }
        }
        let suspects = try Self.misspelled(places.keys.sorted()).filter { !ownWords.contains($0) }
        // Of « l’NDJSON » or « n-ième », the parts may be known where the whole is not.
        let parts = Set(suspects.flatMap(Self.parts))
        let unknownParts = Set(try Self.misspelled(parts.sorted())).subtracting(ownWords)
        return suspects.filter { word in
            let parts = Self.parts(of: word)
            return parts.isEmpty || parts.contains { unknownParts.contains($0) }
        }.map { "\(places[$0] ?? ""): \($0)" }
    }

    /// The words of our list that the dictionary knows: they need not be in it.
    package func needless() throws -> [String] { ownWords.subtracting(try Self.misspelled(ownWords.sorted())).sorted() }

    /// Words with their apostrophes (all as `'`) and hyphens; paths and addresses are none.
    package static func words(of text: String) -> [String] {
        text.replacing("’", with: "'").replacing(/\S*[\/@_]\S*|--\S+|\S+\.[a-z]+\b/, with: " ")
            .matches(of: /\p{L}+(?:['-]\p{L}+)*/).map { String($0.0) }
    }

    /// What stands between the marks of a word, the elided letters aside.
    private static func parts(of word: String) -> [String] {
        let parts = word.split { $0 == "'" || $0 == "-" }.map(String.init)
        return parts.count > 1 ? parts.filter { $0.count > 1 && $0.lowercased() != "qu" } : []
    }

    /// The words that hunspell does not know. They go through a file: a pipe could fill on both sides.
    private static func misspelled(_ words: [String]) throws -> [String] {
        guard !words.isEmpty else { return [] }
        let folder = FileManager.default.temporaryDirectory.appending(path: "bienfonde-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (list, found) = (folder.appending(path: "mots"), folder.appending(path: "inconnus"))
        try Data(words.joined(separator: "\n").utf8).write(to: list)
        try Data().write(to: found)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["hunspell", "-d", "fr_CA", "-i", "utf-8", "-l", list.path]
        process.standardOutput = try FileHandle(forWritingTo: found)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let lines = String(decoding: try Data(contentsOf: found), as: UTF8.self).split(separator: "\n")
        return Set(lines.map(String.init)).sorted()
    }
}
