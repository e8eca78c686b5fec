import PolicyValues
import RuleCases
import RuleEngine
import RuleInterview
import RuleModel
import RulePipeline
import SourceText
import Testing

@Suite("The interview") struct InterviewTests {
    private static let rules = """
        faits:
          a: { question: "a?", type: oui/non }
          choix: { question: "choix?", type: choix, valeurs: { l'un: L’un, l'autre: L’autre, tiers: Un tiers } }
          liste: { question: "liste?", type: choix multiple, valeurs: { rouge: R, vert: V, bleu: B } }
          nombre: { question: "nombre?", type: nombre, min: 0, max: 365 }
          jour: { question: "jour?", type: date }
          mot: { question: "mot?", type: texte }
        décisions:
          issue: { question: Q?, issues: { x: X, y: Y }, méthode: priorité, par défaut: y }
        règles:
          r:
            si: { a: oui, choix: l'un, liste: rouge, nombre: { plus de: 3 }, jour: { avant: 2024-01-01 }, mot: sésame }
            conclut: { issue: x }
        contraintes:
          k: { titre: Jamais les deux, si: { a: oui }, alors: { choix: { n'est pas: tiers } } }
        """

    private func interview(_ sample: Sample, _ facts: String = "{}", only holder: String? = nil) throws -> Interview {
        let written = InterviewCase(try sample.requete("faits: \(facts)"))
        return Interview(sample.program, about: written, asked: nil, today: sample.date, only: holder)
    }

    @Test(
        "reads answers as people write them",
        arguments: [
            ("a", "oui", "oui"), ("a", "O", "oui"), ("a", "2", "non"), ("a", "peut-être", nil),
            ("choix", "l’autre", "l'autre"), ("choix", "L'AUTRE", "l'autre"), ("choix", "2", "l'autre"),
            ("choix", "l", nil),
            ("liste", "1, bleu", "[rouge, bleu]"), ("liste", "aucune", "[]"), ("liste", "rouge, jaune", nil),
            ("nombre", "12,5", "12.5"), ("nombre", "366", nil), ("nombre", "-1", nil), ("nombre", "1 0", "10"),
            ("jour", "2023-12-31", "2023-12-31"), ("jour", "31/12/2023", nil),
            ("mot", "Sésame: \"ouvre\" #1", "\"Sésame: \\\"ouvre\\\" #1\""),
        ])
    func answers(_ fact: String, _ typed: String, _ saved: String?) throws {
        let sample = try Sample(rules: Self.rules)
        let others = [
            "a": "oui", "choix": "l'un", "liste": "rouge", "nombre": "4", "jour": "2023-01-01", "mot": "sésame",
        ]
        let known = others.filter { $0.key != fact }.map { "\($0): \($1)" }.joined(separator: ", ")
        var interview = try interview(sample, "{ \(known) }")
        let question = try #require(interview.question)
        #expect(sample.set[question.fact].name == fact)
        switch Dialogue(sample.set).reply(typed, to: question) {
        case .answer(let value):
            _ = interview.answer(value)
            let text = CaseWriter(sample.set).text(interview.written)
            #expect(text.contains("  \(fact): \(saved ?? "?")\n"), "\(text)")
            // What is saved reads as what was answered.
            #expect(try sample.requete(text).facts[question.fact] == value)
        case .refused: #expect(saved == nil)
        case .unknown, .back, .stop, .explain: Issue.record("no answer")
        }
    }

    @Test("an answer that cannot be is not taken") func incoherent() throws {
        let sample = try Sample(rules: Self.rules)
        var interview = try interview(sample, "{ a: oui, liste: rouge, nombre: 4, jour: 2023-01-01, mot: sésame }")
        let question = try #require(interview.question)
        guard case .answer(let tiers) = Dialogue(sample.set).reply("tiers", to: question) else {
            throw Sample.Unusable(reasons: "")
        }
        guard case .failure(let refusal) = interview.answer(tiers) else {
            Issue.record("taken")
            return
        }
        #expect(Dialogue(sample.set).refusal(refusal).contains("Jamais les deux"))
        #expect(interview.question == question)
    }

    @Test("what is left unknown is not asked again, and going back asks it") func unknown() throws {
        let sample = try Sample(rules: Self.rules)
        var interview = try interview(sample, "{ liste: rouge, nombre: 4, jour: 2023-01-01, mot: sésame }")
        let first = try #require(interview.question).fact
        _ = interview.answer(nil)
        #expect(try #require(interview.question).fact != first)
        _ = interview.answer(nil)
        #expect(interview.question == nil)
        let went = [interview.goBack(), interview.goBack()]
        #expect(went == [true, true])
        #expect(interview.question?.fact == first)
        let goesOn = interview.goBack()
        #expect(!goesOn)
    }

    /// Whatever is answered, the interview ends, what it saves is read again, and every decision is determined.
    @Test("on the policy, ends with every decision determined") func policy() throws {
        let sample = try Sample.policy()
        var generator = SplitMix64(seed: 3)
        var search = QuestionSearch(sample.program)
        for _ in 0..<3 {
            var interview = Interview(
                sample.program, about: InterviewCase(nothingStatedIn: sample.set), asked: sample.date,
                today: sample.date,
                only: nil)
            while let question = interview.question {
                let sheet = interview.written.matters[question.matter].facts
                _ = interview.answer(
                    search.answers(to: question.fact, in: sheet, on: sample.date).randomElement(using: &generator))
            }
            let examination = interview.examination(of: 0)
            #expect(!examination.evaluation.decisions.contains { $0.state == .undetermined })
            let saved = try sample.requete(CaseWriter(sample.set).text(interview.written))
            #expect(saved.facts.values == interview.written.matters[0].facts.values)
        }
    }

    @Test("objects share what the case shares") func objects() throws {
        let sample = try Sample(rules: Self.rules)
        let text = """
            nom: Deux objets
            récit: "Une ligne.\\nUne autre."
            faits:
              a: oui
            objets:
            - nom: Premier
              faits:
                choix: l'un
            - faits:
                a: inconnu
                liste: [rouge, vert]

            """
        let written = InterviewCase(try sample.requete(text))
        #expect(CaseWriter(sample.set).text(written) == text.replacing("\n\n", with: "\n"))
    }
}

extension Sample {
    func requete(_ yaml: String) throws -> Requete {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "cas.yaml", bytes: Array(yaml.utf8))
        let cases = CaseLoader.load(file, .yaml, of: set, in: library, into: &bag).cases
        guard let only = cases.first else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        return only
    }
}
