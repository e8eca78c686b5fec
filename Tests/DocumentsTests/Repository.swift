import Foundation
import Testing

/// The repository's own files, read from the checkout that the tests run in.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every document, by its path; `seeds` holds the policy's own text, which is none of ours.
    static let documents: [String] = {
        let atRoot = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return (atRoot + files(below: "docs") + files(below: "Editors")).filter { $0.hasSuffix(".md") }.sorted()
    }()

    /// The documents that are written in French.
    static let frenchDocuments = documents.filter { path in
        path == "README.md" || path.hasPrefix("docs/") && !forEngineers.contains(path) || path.hasPrefix("Editors/")
    }
    /// Pages that begin in an empty folder: their commands are run one after the other there, with the files that
    /// they give (`yaml fichier PATH`).
    static let followed = documents.filter { path in
        (try? document(path))?.blocks.contains { $0.words.starts(with: ["yaml", "fichier"]) } ?? false
    }
    /// In English.
    private static let forEngineers = [
        "docs/performance.md", "docs/json.md", "docs/new-operator.md", "docs/reliability.md", "docs/libraries.md",
    ]

    /// The paths of the files below a folder, at any depth, from the root of the repository.
    static func files(below folder: String) -> [String] {
        let found =
            FileManager.default.enumerator(atPath: root.appending(path: folder).path)?
            .compactMap { $0 as? String } ?? []
        return found.map { folder + "/" + $0 }.sorted()
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    static func read(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func document(_ path: String) throws -> MarkdownDocument {
        MarkdownDocument(path: path, text: try read(path))
    }

    /// All Swift text below `Sources`, for the names that documents mention.
    static func sourceText() throws -> String {
        try files(below: "Sources").filter { $0.hasSuffix(".swift") }.map(read).joined(separator: "\n")
    }
}

/// Where this variable is set, what is printed is written into the documents and the run fails: the difference is read
/// before it is kept.
enum Recording {
    static let isOn = ProcessInfo.processInfo.environment["BIENFONDE_ENREGISTRER"] != nil

    /// Writes `text` in place of the content of a block.
    static func replace(_ block: MarkdownDocument.Block, of document: MarkdownDocument, with text: [String]) throws {
        let current = try Repository.document(document.path)
        var lines = current.lines
        // Earlier replacements may have moved the block: it is found again by its number.
        let place = current.blocks[block.number]
        lines.replaceSubrange(place.firstLine..<place.firstLine + place.lines.count, with: text)
        let url = Repository.root.appending(path: document.path)
        try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
        Issue.record("enregistré : \(document.path), bloc \(block.number + 1)")
    }
}
