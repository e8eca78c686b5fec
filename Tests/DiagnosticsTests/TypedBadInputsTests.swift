import Foundation
import RuleCases
import RulePipeline
import RuleYAML
import SourceText
import Testing

/// Abusive values, read as those of facts of a type: as in a case, then as in a condition.
@Suite("Abusive values")
struct TypedBadInputsTests {
    /// A file whose keys are facts, and what is said of each of its lines, in order; an empty text says nothing.
    struct Row: CustomTestStringConvertible, Sendable {
        let file: String
        let type: String
        let said: [String]
        /// Names of facts other than the keys of the file.
        var facts: [String] = []

        var testDescription: String { file }
    }

    private static let rows = [
        Row(file: "sem-1e400", type: "nombre", said: ["n’en est pas un"]),
        Row(file: "sem-entier-400-chiffres", type: "nombre", said: ["hors des limites"]),
        Row(file: "sem-entier-hors-int64", type: "nombre", said: ["hors des limites"]),
        Row(file: "sem-espace-insecable-milliers", type: "nombre", said: ["U+202F"]),
        Row(file: "sem-espace-milliers", type: "nombre", said: ["écrivez 20000"]),
        Row(file: "sem-exposant", type: "nombre", said: ["n’en est pas un"]),
        Row(file: "sem-hex-flottant", type: "nombre", said: ["n’en est pas un"]),
        Row(file: "sem-hexadecimal", type: "nombre", said: ["n’en est pas un"]),
        Row(file: "sem-infini", type: "nombre", said: ["« .inf »", "« -.INF »", "« .NaN »"]),
        Row(file: "sem-plus", type: "nombre", said: ["écrivez 1"]),
        Row(file: "sem-point-final", type: "nombre", said: ["écrivez 1", "écrivez 0.5"]),
        Row(file: "sem-sexagesimal", type: "nombre", said: ["« 12:30:45 »", "« 22:22 »"]),
        Row(file: "sem-soulignement", type: "nombre", said: ["écrivez 1000"]),
        Row(file: "sem-virgule-decimale", type: "nombre", said: ["écrivez 3.5"]),
        Row(file: "syn-commentaire-colle", type: "nombre", said: ["« 1#commentaire »"]),
        Row(file: "sem-version-1-10", type: "nombre", said: [""]),
        Row(file: "sem-version-1-10", type: "texte", said: [""]),
        Row(file: "sem-sexagesimal", type: "texte", said: ["", ""]),
        Row(file: "sem-texte-multiligne-plie", type: "texte", said: [""]),
        Row(file: "sem-date-29-fevrier-2025", type: "date", said: ["n’existe pas"]),
        Row(file: "sem-date-an-0000", type: "date", said: ["n’existe pas"]),
        Row(file: "sem-date-an-10000", type: "date", said: ["n’en est pas une"]),
        Row(file: "sem-date-impossible", type: "date", said: ["n’existe pas"]),
        Row(file: "sem-date-un-chiffre", type: "date", said: ["écrivez 2025-02-03"]),
        Row(
            file: "sem-norvege", type: "oui/non",
            said: [
                "dire « non »?", "dire « non »?", "", "", "dire « oui »?", "dire « non »?", "dire « oui »?",
                "dire « non »?",
            ]),
        Row(file: "sem-cle-casse", type: "nombre", said: ["dire « age »?", ""], facts: ["age"]),
        Row(
            file: "enc-espace-sans-chasse-dans-cle", type: "nombre", said: ["U+200B", ""], facts: ["age"]),
        Row(file: "enc-trait-d-union-insecable-cle", type: "nombre", said: ["U+2011"], facts: ["date-limite"]),
        Row(file: "syn-cle-espace-final", type: "nombre", said: [""], facts: ["age"]),
    ]

    @Test("is refused in a case", arguments: rows)
    func asFact(_ row: Row) throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: row.file, bytes: BadInputsTests.bytes(row.file + ".yaml"))
        let root = try #require(tree(file, library))
        let vocabulary = RuleSetLoader.Input(path: "vocabulaire", bytes: Array(self.vocabulary(row, root).utf8))
        let set = try #require(RuleSetLoader.load([vocabulary], folder: "Règles", into: &library, &bag))
        _ = CaseReader.readFacts(root, in: set, into: &bag)
        expect(row, bag, library, from: 1)
    }

    @Test("is refused in a condition", arguments: rows)
    func asCondition(_ row: Row) throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let bytes = BadInputsTests.bytes(row.file + ".yaml")
        let file = library.add(path: row.file, bytes: bytes)
        let root = try #require(tree(file, library))
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { "      " + $0 }
        let rule = "règles:\n  r:\n    conclut: {d: a}\n    si:\n" + lines.joined(separator: "\n") + "\n"
        let inputs = [
            RuleSetLoader.Input(path: "vocabulaire", bytes: Array(vocabulary(row, root).utf8)),
            RuleSetLoader.Input(path: "règle", bytes: Array(rule.utf8)),
        ]
        _ = RuleSetLoader.load(inputs, folder: "Règles", into: &library, &bag)
        expect(row, bag, library, from: 5)
    }

    private func tree(_ file: FileID, _ library: SourceLibrary) -> Node? {
        var bag = DiagnosticBag()
        var budget = Limits.nodes
        return YAMLReader.read(file, in: library, emptyValues: .anywhere, budget: &budget, into: &bag)
    }

    private func vocabulary(_ row: Row, _ root: Node) -> String {
        let names = row.facts.isEmpty ? root.entries?.map(\.key.value) ?? [] : row.facts
        let facts = names.map { "  \"\($0)\": {question: x?, type: \(row.type)}\n" }.joined()
        return "politique: {nom: x, version: y}\nfaits:\n\(facts)décisions:\n"
            + "  d: {question: x?, issues: {a: b}, méthode: cumul}\n"
    }

    /// Compares what is said of each line.
    private func expect(_ row: Row, _ bag: DiagnosticBag, _ library: SourceLibrary, from first: Int) {
        let found = bag.sorted
        #expect(found.count == row.said.filter { !$0.isEmpty }.count)
        for (offset, words) in row.said.enumerated() {
            let said = found.filter { library.position(of: $0.range).line == first + offset }
                .map { ([$0.message, $0.help ?? ""] + $0.notes.map(\.message)).joined(separator: "\n") }
            let all = said.joined().replacing("\u{A0}", with: " ")
            #expect(words.isEmpty ? said.isEmpty : all.contains(words), "\(first + offset): \(all)")
        }
    }
}
