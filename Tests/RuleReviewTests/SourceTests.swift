import Foundation
import RuleAnalysis
import RuleModel
import RulePipeline
import SourceText
import Testing

@testable import RuleReview

@Suite("Sources") struct SourceTests {
    /// Reviews a set whose documents stand in a folder of its own.
    private func review(_ text: String, document: Data = Data("1. Un\nLes plaintes sont lues.\n".utf8)) throws
        -> [String]
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bienfonde-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "Rules/a"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try document.write(to: folder.appending(path: "texte.txt"))
        try Data(text.utf8).write(to: folder.appending(path: "Rules/a/r.yaml"))
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = try RuleFolder.load(folder.path + "/Rules", into: &library, &bag)
        let review = SourceReview(try #require(set, "\(DiagnosticPrinter(library).print(bag))"), into: &library)
        return review.findings.map(\.summary).sorted() + review.located.map { "trouvé \($0.owner ?? "hors règles")" }
    }

    private func rules(_ documents: String, source: String) -> String {
        """
        politique: { nom: P, version: "1", documents: { \(documents) } }
        faits: { urgente: { question: Q?, type: oui/non } }
        décisions: { suite: { question: Q?, issues: { a: A, b: B }, méthode: priorité, par défaut: b } }
        règles: { r: { si: { urgente: oui }, conclut: { suite: a }\(source) } }
        """
    }

    @Test("a path starts from the folder of the file that declares it") func path() throws {
        let text = rules(
            "d: { titre: D, fichier: ../../texte.txt }",
            source: ", source: { document: d, extrait: les plaintes sont lues }")
        #expect(try review(text) == ["trouvé r"])
    }

    @Test(
        "what is wrong with a source is found",
        arguments: [
            (
                "d: { titre: D, fichier: ../../texte.txt }", "",
                ["document-inutilisé avertissement d", "source-absente erreur r"]
            ),
            ("d: { titre: D, fichier: ../../texte.txt, usage: u }", ", source: { ajout: pourquoi }", []),
            (
                "d: { titre: D, fichier: rien.txt }", ", source: { document: d, extrait: les plaintes }",
                ["document-introuvable erreur d"]
            ),
            (
                "d: { titre: D, fichier: ../../texte.txt }",
                ", source: { document: d, extrait: les plaintes sont perdues }",
                ["extrait-introuvable erreur r, d"]
            ),
            (
                "d: { titre: D, fichier: ../../texte.txt, hors règles: [{ extrait: rien de tel, pourquoi: p }] }",
                ", source: { document: d, extrait: les plaintes }", ["extrait-introuvable erreur d", "trouvé r"]
            ),
            (
                "d: { titre: D, fichier: ../../texte.txt, hors règles: [{ extrait: sont lues, pourquoi: p }] }",
                ", source: { document: d, extrait: les plaintes }", ["trouvé r", "trouvé hors règles"]
            ),
            ("d: { titre: D }", ", source: { document: d, extrait: n’importe quoi }", []),
        ]) func slips(_ documents: String, _ source: String, _ found: [String]) throws
    {
        #expect(try review(rules(documents, source: source)) == found)
    }

    @Test("a document that is not text is said so") func notText() throws {
        let text = rules("d: { titre: D, fichier: ../../texte.txt }", source: ", source: { document: d, extrait: x y }")
        #expect(try review(text, document: Data([0xE9, 0x20])) == ["document-introuvable erreur d"])
    }

    @Test("an extract outside of its section is said so") func section() throws {
        let text = rules(
            "d: { titre: D, fichier: ../../texte.txt }",
            source: ", source: { document: d, section: \"2\", extrait: les plaintes sont lues }")
        let document = Data("1. Un\nLes plaintes sont lues.\n2. Deux\nRien.\n".utf8)
        #expect(try review(text, document: document) == ["section-inexacte avertissement r, d", "trouvé r"])
    }
}
