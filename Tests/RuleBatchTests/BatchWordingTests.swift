import RuleBatch
import RuleEngine
import SourceText
import Testing

/// What a batch says beside its answers.
@Suite struct BatchWordingTests {
    @Test(arguments: [
        (1, 1, "1\u{A0}ligne rejetée\u{A0}: json-syntaxe 1\n"),
        (101, 100, "101\u{A0}lignes rejetées\u{A0}: json-syntaxe 101; 1 n’est pas montrée\n"),
        (
            1_300, 100,
            "1\u{A0}300\u{A0}lignes rejetées\u{A0}: json-syntaxe 1\u{A0}300; 1\u{A0}200 ne sont pas montrées\n"
        ),
    ])
    func rejections(_ count: Int, _ shown: Int, _ sentence: String) throws {
        let set = try SampleBatch.program().model
        var tally = BatchTally(set)
        tally.lines = count
        tally.errors = [.jsonSyntax: count]
        let text = BatchWording.summary(tally, of: set, shown: shown, nanoseconds: 1_000_000_000, kept: 0)
        #expect(text.contains("  " + sentence), "\(text)")
    }

    @Test(arguments: [
        (BatchInput.ResumptionProblem.answeredThrough(0), "aucune réponse entière; recommencez sans"),
        (.answeredThrough(12), "n’a de réponses que jusqu’à la ligne 12; écrivez «\u{A0}--reprendre-apres 12\u{A0}»"),
        (.endsAt(1), "l’entrée n’a que 1\u{A0}ligne"), (.endsAt(2_000), "l’entrée n’a que 2\u{A0}000\u{A0}lignes"),
    ])
    func resumption(_ problem: BatchInput.ResumptionProblem, _ words: String) {
        #expect(BatchWording.sentence(problem, partial: "o.partiel").contains(words))
    }

    @Test(arguments: [true, false]) func rejectedLine(_ colored: Bool) {
        let block = SampleBatch.block(["{\"é\": x}"])
        let rejection = BatchRejection(line: 0, offset: 7, code: .jsonSyntax, message: "non\u{1B}", help: "corrigez")
        let text = BatchWording.rejected(
            RejectedLine(rejection, of: block), of: "l", saying: Discretion([]), colored: colored)
        let level = colored ? "\u{1B}[1;31merreur\u{1B}[0m" : "erreur"
        #expect(text == "l:1:7: \(level)[json-syntaxe]: non\(Visible.text("\u{1B}"))\n  aide\u{A0}: corrigez\n")
    }
}
