import FileAccess
import Foundation
import RuleDocuments
import RuleModel
import RulePipeline
import SourceText
import Testing

/// Templates with mistakes, and what is said of them.
@Suite("Templates") struct TemplateTests {
    /// What is said of a template, as the command prints it, the folder left out.
    private func complaints(
        reply: String = "", request: String = "", questions: String = "# rien"
    ) throws -> String {
        let folder = try TemporaryFolder()
        for (name, text) in [("lettre.md", reply), ("demande-unite.md", request), ("questions.yaml", questions)] {
            try FileWriter.write(Array(text.utf8), to: folder.file(name))
        }
        let sample = try Sample()
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        _ = try DocumentModels.load(folder.path, with: sample.set, into: &library, &bag)
        return DiagnosticPrinter(library).print(bag).replacing(folder.path + "/", with: "")
    }

    @Test(
        "mistakes are shown where they stand",
        arguments: [
            (
                "Bonjour {{recevabilite}}", "lettre.md:1:11: erreur[texte-inconnu]",
                "vouliez-vous dire «\u{A0}recevabilité\u{A0}»?"
            ),
            (
                "a\n{{#recevabilité est recevables}}b{{/recevabilité est recevables}}",
                "lettre.md:2:4: erreur[texte-inconnu]", "«\u{A0}recevabilité est recevable\u{A0}»"
            ),
            ("{{#objets}}", "lettre.md:1:4: erreur[texte-mal-formé]", "{{/objets}}"),
            ("{{/objets}}", "lettre.md:1:4: erreur[texte-mal-formé]", "aucune section"),
            ("{{#objets}}{{/plusieurs objets}}", "lettre.md:1:15: erreur[texte-mal-formé]", "«\u{A0}objets\u{A0}»"),
            ("{{objets}}", "lettre.md:1:3: erreur[texte-mal-formé]", "{{#objets}}"),
            ("{{", "lettre.md:1:1: erreur[texte-mal-formé]", "n’est pas fermé"),
            ("{{ }}", "lettre.md:1:1: erreur[texte-mal-formé]", "il manque un nom"),
            ("{{}}", "lettre.md:1:1: erreur[texte-mal-formé]", "il manque un nom"),
            ("\u{FEFF}{{nulle part}}", "lettre.md:1:3: erreur[texte-inconnu]", "nulle part"),
            ("{{> entête}}", "lettre.md:1:1: erreur[texte-mal-formé]", "n’est pas permise"),
            ("{{{nom du recours}}}", "lettre.md:1:1: erreur[texte-mal-formé]", "n’est pas permise"),
            // A name of an inner scope, outside of it.
            ("{{réponse}}", "lettre.md:1:3: erreur[texte-inconnu]", "réponse"),
        ])
    func mistake(_ template: String, _ place: String, _ said: String) throws {
        let complaints = try complaints(reply: template)
        #expect(complaints.contains(place), "\(complaints)")
        #expect(complaints.contains(said), "\(complaints)")
    }

    @Test("a request to a unit may not say what the case says")
    func discretion() throws {
        for name in ["qualité du requérant", "nom du recours", "date de réception"] {
            #expect(try complaints(request: "{{\(name)}}").contains("texte-inconnu"))
        }
        #expect(try complaints(request: "{{#objets}}{{nom}}{{/objets}}").contains("texte-inconnu"))
    }

    @Test("questions are of facts that exist") func questions() throws {
        let complaints = try complaints(questions: "préjudice cause: Avez-vous subi un préjudice?")
        #expect(complaints.contains("questions.yaml:1:1: erreur[fait-inconnu]"))
        #expect(complaints.contains("«\u{A0}préjudice causé\u{A0}»"))
        let list = try self.complaints(questions: "préjudice causé: [Un préjudice?]")
        #expect(list.contains("questions.yaml:1:18: erreur[forme-inattendue]: une question est un texte"), "\(list)")
    }

    @Test("a missing template is a missing file") func missing() throws {
        let sample = try Sample()
        let folder = try TemporaryFolder()
        let path = folder.path
        #expect(throws: FileProblem.self) {
            var library = SourceLibrary()
            var bag = DiagnosticBag()
            _ = try DocumentModels.load(path, with: sample.set, into: &library, &bag)
        }
    }

    /// A case cannot write marks of the letter, of Markdown or of HTML.
    @Test("what a case says is never markup") func hostile() throws {
        let sample = try Sample()
        let text = "**x** <b>y</b> {{nom}} [z](http://a.ca)"
        let yaml = "faits: { recours existant: administratif, nom du recours: '\(text)' }"
        let letter = sample.writer.reply(to: try sample.decide(yaml))
        #expect(LetterText().render(letter).replacing("\n", with: " ").contains("**x** <b>y</b> {{nom}}"))
        #expect(LetterHTML().render(letter).contains("**x** &lt;b&gt;y&lt;/b&gt; {{nom}}"))
        #expect(LetterMarkdown().render(letter).contains("\\*\\*x\\*\\* \\<b\\>y\\</b\\> {{nom}}"))
    }
}
