import RuleBatch
import RuleEngine
import SourceText
import Testing

/// What is said of CSV that cannot be read: every sentence of the room, with its place.
@Suite struct CSVProblemsTests {
    @Test(arguments: [
        (
            "nom;urgente \"oui\"", "1:13 csv-syntaxe",
            "un guillemet droit se trouve dans une cellule qui n’en est pas entourée"
        ),
        ("nom;\"urgente\"e", "1:14 csv-syntaxe", "rien ne peut suivre le guillemet droit qui ferme une cellule"),
        ("nom;\"urgente", "1:5 csv-syntaxe", "la cellule s’ouvre par un guillemet droit qui n’est jamais fermé"),
        ("nom;urgente;", "1:13 csv-syntaxe", "une colonne de l’en-tête n’a pas de nom"),
        ("nom;urgent", "1:5 fait-inconnu", "aucun fait ne s’appelle «\u{A0}urgent\u{A0}»"),
        (
            "nom;priorité", "1:5 fait-inconnu",
            "«\u{A0}priorité\u{A0}» se déduit des faits et ne se déclare pas dans un cas"
        ),
        ("âge,nom,âge", "1:9 clé-en-double", "la colonne «\u{A0}âge\u{A0}» figure deux fois"),
    ])
    func header(_ row: String, _ place: String, _ message: String) throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let bytes = Array(row.utf8)
        let file = library.add(path: "lot.csv", bytes: bytes)
        let layout = CSVLayout(
            header: bytes, separator: CSVLayout.separator(of: bytes[...]), of: file, at: 0,
            in: try SampleBatch.program().model, into: &bag)
        #expect(layout == nil)
        let found = bag.sorted.map { diagnostic in
            let position = library.position(of: diagnostic.range)
            return "\(position.line):\(position.column) \(diagnostic.code.rawValue)"
        }
        #expect(found == [place])
        #expect(bag.sorted.map(\.message) == [message])
    }

    /// Rows under `nom;urgente`, with the offset in the row.
    @Test(arguments: [
        ("A;o\"ui", 3, "csv-syntaxe", "un guillemet droit se trouve dans une cellule qui n’en est pas entourée"),
        ("\"A\"B;oui", 3, "csv-syntaxe", "rien ne peut suivre le guillemet droit qui ferme une cellule"),
        ("A;\"oui", 2, "csv-syntaxe", "la cellule s’ouvre par un guillemet droit qui n’est jamais fermé"),
        ("A", 0, "ligne-incomplète", "la ligne a 1\u{A0}cellule; l’en-tête en a 2"),
        ("A;oui;oui", 0, "ligne-incomplète", "la ligne a 3\u{A0}cellules; l’en-tête en a 2"),
        (
            String(repeating: "A", count: BatchLimits.lineBytes + 1), 0, "limite-dépassée",
            "la ligne dépasse la limite de 1\u{A0}Mio"
        ),
    ])
    func row(_ row: String, _ offset: Int, _ code: String, _ message: String) throws {
        let program = try SampleBatch.program()
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let header = Array("nom;urgente".utf8)
        let file = library.add(path: "lot.csv", bytes: header)
        let layout = try #require(
            CSVLayout(
                header: header, separator: UInt8(ascii: ";"), of: file, at: 0, in: program.model, into: &bag))
        let settings = SampleBatch.settings()
        var decider = CSVDecider(PlainDecider(program, settings), layout, program.model, settings)
        // What is wrong with a row leaves its neighbours as they are.
        let answer = decider.decide(SampleBatch.block(["B;oui", row, "C;non"]))
        let rejection = try #require(answer.rejections.first)
        #expect(answer.rejections.count == 1)
        #expect(rejection.line == 1)
        #expect(rejection.offset == offset)
        #expect(rejection.code.rawValue == code)
        #expect(rejection.message == message)
        #expect(answer.tally.lines == 3)
    }

    /// Cells that are empty, quoted or odd: a row is what its line of JSON says.
    @Test(arguments: [
        ("\u{FEFF}A;;oui;[]", #"{"nom":"A","faits":{"urgente":"oui","motifs invoqués":[]}}"#),
        (
            "\"  \";\"Il dit «\u{A0}non\u{A0}»\";\" \";retard|accueil",
            #"{"faits":{"motifs invoqués":["retard","accueil"]}}"#
        ),
        (
            "\"\u{1F}\u{7}\\\";récit;non;accueil",
            #"{"nom":"\u001f\u0007\\","faits":{"urgente":"non","motifs invoqués":"accueil"}}"#
        ),
        (";;\" oui \";|", #"{"faits":{"urgente":"oui","motifs invoqués":["",""]}}"#),
    ])
    func translation(_ row: String, _ json: String) throws {
        let program = try SampleBatch.program()
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let header = Array("nom;récit;urgente;motifs invoqués".utf8)
        let file = library.add(path: "lot.csv", bytes: header)
        let layout = try #require(
            CSVLayout(header: header, separator: UInt8(ascii: ";"), of: file, at: 0, in: program.model, into: &bag))
        let settings = SampleBatch.settings()
        var plain = PlainDecider(program, settings)
        var rows = CSVDecider(PlainDecider(program, settings), layout, program.model, settings)
        let (expected, found) = (plain.decide(SampleBatch.block([json])), rows.decide(SampleBatch.block([row])))
        #expect(String(decoding: found.bytes, as: UTF8.self) == String(decoding: expected.bytes, as: UTF8.self))
        #expect(found.tally == expected.tally)
    }

    /// A byte order mark takes no column.
    @Test func placeAfterAMark() {
        let block = SampleBatch.block(["\u{FEFF}A;o\"ui"])
        let rejection = BatchRejection(line: 0, offset: 6, code: .csvSyntax, message: "", help: nil)
        #expect(RejectedLine(rejection, of: block).column == 4)
    }
}
