import RuleBatch
import SourceText
import Testing

/// What a line gives: the specification of every other decider.
@Suite struct PlainDeciderTests {
    private func answers(
        _ lines: [String], _ format: BatchSettings.Format = .ndjson, _ detail: BatchSettings.Detail = .complete
    ) throws -> (lines: [String], answer: BlockAnswer) {
        var decider = PlainDecider(try SampleBatch.program(), SampleBatch.settings(format, detail))
        let answer = decider.decide(SampleBatch.block(lines))
        let text = String(decoding: answer.bytes, as: UTF8.self)
        #expect(text.hasSuffix("\n"))
        return (text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init), answer)
    }

    @Test(arguments: [
        (
            #"{"nom":"A","faits":{"urgente":true,"âge":12,"motifs invoqués":[]}}"#,
            #"{"ligne":1,"nom":"A","décisions":{"priorité":{"état":"déterminée","issue":"oui d'abord","motifs":["enfance","urgence"],"manquants":[]},"suites":{"état":"déterminée","issue":["rappel"],"motifs":["enfance"],"manquants":[]}}}"#
        ),
        (
            #"{}"#,
            #"{"ligne":1,"nom":null,"décisions":{"priorité":{"état":"indéterminée","issue":null,"motifs":[],"manquants":["âge","urgente"]},"suites":{"état":"indéterminée","issue":[],"motifs":[],"manquants":["âge","motifs invoqués","récit court"]}}}"#
        ),
        (
            #"{"nom":"B","objets":[{"faits":{"urgente":"oui"}},{"nom":"deux","faits":{"urgente":"non","âge":40}}],"faits":{"motifs invoqués":"retard","récit court":"un récit"}}"#,
            #"{"ligne":1,"nom":"B","objets":[{"nom":"objet 1","décisions":{"priorité":{"état":"déterminée","issue":"oui d'abord","motifs":["urgence"],"manquants":[]},"suites":{"état":"indéterminée","issue":["lettre"],"motifs":["excuses"],"manquants":["âge"]}}},{"nom":"deux","décisions":{"priorité":{"état":"déterminée","issue":"à son tour","motifs":[],"manquants":[]},"suites":{"état":"déterminée","issue":["lettre"],"motifs":["excuses"],"manquants":[]}}}],"ensemble":{"priorité":{"accord":false,"issues":["oui d'abord","à son tour"]},"suites":{"accord":false,"issues":["indéterminée",["lettre"]]}}}"#
        ),
        (
            #"{"nom":"C","faits":{"urgentte":"oui"}}"#,
            #"{"ligne":1,"nom":"C","erreur":{"code":"fait-inconnu","message":"aucun fait ne s’appelle «\#u{A0}urgentte\#u{A0}»"}}"#
        ),
    ])
    func writesNDJSON(_ line: String, _ expected: String) throws {
        #expect(try answers([line]).lines == [expected])
    }

    @Test func leavesOutDetail() throws {
        let expected =
            #"{"ligne":1,"nom":null,"décisions":{"priorité":{"état":"déterminée","issue":"oui d'abord"},"suites":{"état":"indéterminée","issue":[]}}}"#
        #expect(try answers([#"{"faits":{"urgente":"oui"}}"#], .ndjson, .issues).lines == [expected])
    }

    @Test func writesCSV() throws {
        let lines = [
            #"{"nom":"=2+3","faits":{"urgente":"oui","âge":12,"motifs invoqués":"retard","récit court":"un récit"}}"#,
            #"{"nom":"a;b\"c","faits":{"urgente":"non","âge":40,"motifs invoqués":[]}}"#, "{",
        ]
        let rows = try answers(lines, .csv(separator: UInt8(ascii: ";"))).lines
        #expect(rows[0] == "1;'=2+3;oui d'abord;déterminée;enfance|urgence;;rappel|lettre;déterminée;enfance|excuses;;")
        #expect(rows[1] == "2;\"a;b\"\"c\";à son tour;déterminée;;;[];déterminée;;;")
        #expect(rows[2].hasPrefix("3;;;;;;;;;;json-syntaxe\u{A0}: "))
    }

    @Test func countsAndRejects() throws {
        let lines = [
            #"{"faits":{"urgente":"oui"}}"#, #"{"faits":{"âge":200}}"#, "[]",
            #"{"faits":{"perdue":"oui","urgente":"oui"}}"#,
        ]
        let (_, answer) = try answers(lines)
        #expect(answer.tally.lines == 4)
        #expect(answer.tally.errors == [.valueOutOfBounds: 1, .rootShape: 1, .incoherentCase: 1])
        #expect(answer.rejections.map(\.line) == [1, 2, 3])
        #expect(answer.rejections[0].offset == 17)
        #expect(answer.tally.results.reduce(0, +) == 2)
    }

    @Test func refusesALongLine() throws {
        let text = String(repeating: " ", count: BatchLimits.lineBytes)
        let (rows, answer) = try answers([text + "{}", String(text.dropLast(2)) + "{}"])
        #expect(rows[0].contains("limite-dépassée"))
        #expect(rows[1].contains("décisions"))
        #expect(answer.rejections.count == 1)
    }
}
