import PolicyValues
import RandomPolicies
import RuleCases
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

/// A small vocabulary, and what the machine and the reference make of a case in it.
enum Sample {
    static let vocabulary = """
        politique: {nom: Essai, version: "1"}
        faits:
          a: {question: Quoi, type: oui/non}
          b: {question: Quoi, type: oui/non}
          c: {question: Quoi, type: oui/non}
          couleur: {question: Quoi, type: choix, valeurs: {rouge: x, vert: x, bleu: x}}
          nuance: {question: Quoi, type: choix, valeurs: {bleu: x, vert: x, rouge: x}}
          pièces: {question: Quoi, type: choix multiple, valeurs: {rouge: x, vert: x, bleu: x}}
          n: {question: Quoi, type: nombre}
          m: {question: Quoi, type: nombre}
          d: {question: Quoi, type: date}
          e: {question: Quoi, type: date}
          t: {question: Quoi, type: texte}
          u: {question: Quoi, type: texte}
          signets: {question: Quoi, type: choix multiple, valeurs: {rouge: x, vert: x, bleu: x}}
        paramètres:
          seuil: {type: nombre, valeurs: {2024-01-01: 10, 2024-03-01: 20, 2024-06-01: à préciser}}
          borné: {type: nombre, valeurs: {2024-01-01: 10}, en vigueur: {du: 2024-02-01, au: 2024-03-31}}
        calendriers: {jours: {couvre: {du: 2024-01-01, au: 2024-12-31}, fériés: {2024-03-29: Vendredi saint}}}

        """

    /// The model of the vocabulary with more sections, and what a case comes to: by the machine, which must give what the
    /// reference gives.
    static func evaluate(
        _ sections: String, facts: String, on iso: String = "2024-03-04"
    ) throws -> (set: RuleSet, evaluation: Evaluation) {
        let set = try RuleText.load(vocabulary + sections)
        let date = try #require(CivilDate(iso: iso))
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "cas.yaml", bytes: Array("faits: {\(facts)}".utf8))
        let cases = CaseLoader.load(file, .yaml, of: set, in: library, into: &bag).cases
        let sheet = try #require(cases.first, "\(DiagnosticPrinter(library).print(bag))").facts
        var machine = Machine(Program(set))
        let evaluation = machine.evaluate(sheet, on: date)
        #expect(evaluation == ReferenceEvaluator.evaluate(sheet, on: date, by: set))
        var asked = Machine(machine.program)
        asked.run(sheet, on: date)
        #expect(asked.readings(on: date) == evaluation)
        for id in set.decisionIDs {
            let (possible, state) = (evaluation[id].possible, evaluation[id].state)
            #expect(possible.indices.map { asked.isPossible($0, of: id) } == possible)
            #expect(asked.state(of: id) == state)
        }
        return (set, evaluation)
    }

    /// A value as a case would state it; `inconnu` of none.
    static func text(of value: Value?, in set: RuleSet) -> String {
        switch value {
        case .yesNo(let holds): holds ? "oui" : "non"
        case .choice(let symbol): set[symbol]
        case .choices(let symbols): "[" + symbols.map { set[$0] }.joined(separator: ", ") + "]"
        case .number(let number): number.description
        case .date(let date): date.iso
        case .text(let text): text
        case nil: "inconnu"
        }
    }
}

extension Machine {
    /// What the latest case came to, each result asked for by itself.
    fileprivate func readings(on date: CivilDate) -> Evaluation {
        let set = program.model
        return Evaluation(
            date: date, definitions: set.definitionIDs.map { value(of: $0) }, rules: set.ruleIDs.map { truth(of: $0) },
            decisions: set.decisionIDs.map { result(of: $0) })
    }
}
