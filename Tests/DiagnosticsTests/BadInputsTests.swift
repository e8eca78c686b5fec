import Foundation
import RuleCases
import RuleModel
import RulePipeline
import RuleYAML
import SourceText
import Testing

/// Files that abuse YAML, bytes or values: each is refused for its own reason, at its line, and soon.
///
/// `BadInputs/attendus.tsv` says of each the code and the line that the reader gives, `-` where YAML is not at fault.
@Suite("Abusive inputs")
struct BadInputsTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let file: String
        let code: String?
        let line: Int?

        var testDescription: String { file }
    }

    private static let folder = Situation.tests.appending(path: "BadInputs")

    private static let rows: [Row] = {
        let table = FileManager.default.contents(atPath: folder.appending(path: "attendus.tsv").path) ?? Data()
        return String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 5 else { return nil }
            return Row(file: cells[0], code: cells[3] == "-" ? nil : cells[3], line: Int(cells[4]))
        }
    }()

    static func bytes(_ name: String) -> [UInt8] {
        Array(FileManager.default.contents(atPath: folder.appending(path: name).path) ?? Data())
    }

    private static let policy = RuleSetLoader.Input(
        path: "politique.yaml", bytes: Array("politique: {nom: x, version: \"1\"}\n".utf8))

    @Test("has every file in its table")
    func table() {
        #expect(Set(Self.rows.map(\.file)) == Set(Situation.files(below: Self.folder).map(\.lastPathComponent)))
    }

    @Test("is refused as a file of rules for its own reason", arguments: rows)
    func asRules(_ row: Row) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = RuleSetLoader.Input(path: row.file, bytes: Self.bytes(row.file))
        let set = RuleSetLoader.load([Self.policy, file], folder: "Règles", into: &library, &bag)
        expect(row, bag, library)
        #expect((set == nil) == bag.hasErrors)
    }

    @Test("is refused as a case for its own reason", arguments: rows)
    func asCase(_ row: Row) throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = try #require(RuleSetLoader.load([Self.policy], folder: "Règles", into: &library, &bag))
        let file = library.add(path: row.file, bytes: Self.bytes(row.file))
        _ = CaseLoader.load(file, .yaml, of: set, in: library, into: &bag)
        // In a case a value may be left out, and so may the whole.
        if row.code == "valeur-vide" || row.file == "doc-commentaires-seuls.yaml" { return }
        expect(row, bag, library)
    }

    private func expect(_ row: Row, _ bag: DiagnosticBag, _ library: SourceLibrary) {
        let ofVocabulary: Set<DiagnosticCode> = [.unknownSection, .unknownKey, .unknownFact]
        let found = bag.sorted.filter { !ofVocabulary.contains($0.code) }
        #expect(found.first?.code.rawValue == row.code)
        #expect(found.first.map { library.position(of: $0.range).line } == row.line)
        let printed = DiagnosticPrinter(library).print(bag)
        #expect(!printed.unicodeScalars.contains("\u{1B}"))
        #expect(printed.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 400 })
    }
}
