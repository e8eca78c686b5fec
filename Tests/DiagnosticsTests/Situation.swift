import Foundation
import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

/// A file of the catalogue: one mistake, the spans that its diagnostics underline, and what is printed.
///
/// A `.yaml` file says in its first line, a comment, what it is:
///
/// - `# règles`: a file of the set of `base.yaml`;
/// - `# règles seules`: a set by itself;
/// - `# cas`: a case of the set of `base.yaml`, read, then decided at the date that may follow.
///
/// A `.json` file is a case.
struct Situation: CustomTestStringConvertible, Sendable {
    enum Kind: Hashable {
        case rules
        case rulesAlone
        case caseFile
    }

    let url: URL
    let kind: Kind
    /// The date at which a case is to be decided, from the first line.
    let date: CivilDate?
    let marked: MarkedText

    static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    static let folder = tests.appending(path: "Catalogue")
    static let base = Situation.input("base.yaml")

    var code: String { url.deletingLastPathComponent().lastPathComponent }
    var name: String { url.lastPathComponent }
    var golden: URL { url.deletingPathExtension().appendingPathExtension("attendu") }
    var testDescription: String { code + "/" + name }

    /// All files of the catalogue, `code/name.yaml`, by path.
    static let all: [String] = files(below: folder).map { $0.pathComponents.suffix(2).joined(separator: "/") }
        .filter { $0 != "Catalogue/base.yaml" }

    static func files(below folder: URL) -> [URL] {
        let found =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { ["yaml", "json"].contains($0.pathExtension) } ?? []
        return found.sorted { $0.path < $1.path }
    }

    static func input(_ path: String) -> RuleSetLoader.Input {
        let bytes = FileManager.default.contents(atPath: folder.appending(path: path).path) ?? Data()
        return RuleSetLoader.Input(path: path, bytes: Array(bytes))
    }

    init(_ path: String, in folder: URL = Self.folder) throws {
        url = folder.appending(path: path)
        let data = try #require(FileManager.default.contents(atPath: url.path))
        let text = try #require(String(data: data, encoding: .utf8))
        let header = text.prefix { $0 != "\n" }
        marked = try MarkedText(text)
        if url.pathExtension == "json" {
            (kind, date) = (.caseFile, nil)
        } else if header.contains("# règles seules") {
            (kind, date) = (.rulesAlone, nil)
        } else if header.contains("# règles") {
            (kind, date) = (.rules, nil)
        } else {
            #expect(header.contains("# cas"))
            (kind, date) = (.caseFile, CivilDate(iso: String(header.suffix(10))))
        }
    }

    /// What the loader says of some bytes in the place of this file.
    struct Outcome {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        var isUsable = false
        /// The file of the situation.
        var file = FileID(index: 0)

        var printed: String { DiagnosticPrinter(library).print(bag) }
    }

    func load(_ bytes: [UInt8]) -> Outcome {
        var outcome = Outcome()
        var files = kind == .rulesAlone ? [] : [Self.base]
        if kind != .caseFile { files.append(RuleSetLoader.Input(path: name, bytes: bytes)) }
        let set = RuleSetLoader.load(files, folder: "Règles", into: &outcome.library, &outcome.bag)
        outcome.file = FileID(index: UInt32(outcome.library.files.count - 1))
        outcome.isUsable = set != nil
        guard kind == .caseFile, let set else { return outcome }
        outcome.file = outcome.library.add(path: name, bytes: bytes)
        let notation = CaseLoader.notation(of: name)
        let read = CaseLoader.load(outcome.file, notation, of: set, in: outcome.library, into: &outcome.bag)
        outcome.isUsable = !read.cases.isEmpty
        for requete in read.cases { decide(requete, set, &outcome.bag) }
        return outcome
    }

    /// Decides a case that could be read, for what can be wrong with it only then.
    private func decide(_ requete: Requete, _ set: RuleSet, _ bag: inout DiagnosticBag) {
        var decider = CaseDecider(Program(set), asked: date, today: .first)
        _ = decider.decide(requete, into: &bag)
    }
}
