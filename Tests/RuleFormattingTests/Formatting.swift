import Foundation
import RuleFormatting
import RuleModel
import RulePipeline
import SourceText
import Testing

/// Formats texts as the command does.
enum Formatting {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The text in canonical layout; nil when it cannot be read. One that would not say the same fails the test.
    static func format(_ text: String) -> String? {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "essai.yaml", bytes: Array(text.utf8))
        switch FileFormatter.format(file, in: library, into: &bag) {
        case .formatted(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .unreadable: return nil
        case .unfaithful:
            Issue.record("unfaithful:\n\(text)")
            return nil
        }
    }

    static func files(below folders: String...) throws -> [(path: String, text: String)] {
        try folders.flatMap { folder in
            let url = root.appending(path: folder)
            let found = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
            let files = found?.compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" } ?? []
            return try files.sorted { $0.path < $1.path }.map { ($0.path, try String(contentsOf: $0, encoding: .utf8)) }
        }
    }

    static func fingerprint(_ files: [(path: String, text: String)]) -> String? {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let inputs = files.map { RuleSetLoader.Input(path: $0.path, bytes: Array($0.text.utf8)) }
        return RuleSetLoader.load(inputs, folder: "Règles", into: &library, &bag)?.fingerprint
    }
}
