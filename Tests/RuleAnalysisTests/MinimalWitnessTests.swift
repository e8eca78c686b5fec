import PolicyValues
import RandomPolicies
import RuleEngine
import RuleModel
import Testing

@testable import RuleAnalysis

/// A witness states as few facts as will do: without any one of them it no longer shows what it is for.
@Suite struct MinimalWitnessTests {
    @Test("no fact of a finding's case can be left out") func findings() throws {
        var stated = 0
        for seed in 0..<max(1, Tries.smallSets / 2) {
            let set = try RuleText.load(RandomRules(seed: seed, isSmall: true).yaml)
            let program = Program(set)
            let prover = try Prover(program, until: .now + .seconds(600))
            for question in set.everyQuestion {
                guard case .shown(let specimen) = try prover.answer(question) else { continue }
                let witness = try WitnessSearch.witness(of: question, in: specimen, named: "x", prover, program)
                #expect(Self.shows(witness.statements, witness, question, prover), "seed \(seed): \(question)")
                for index in witness.statements.indices {
                    let presumed = set[witness.statements[index].fact].presumed
                    // Leaving out what is presumed otherwise would state something else.
                    if let presumed, presumed != witness.statements[index].value { continue }
                    stated += 1
                    var fewer = witness.statements
                    let dropped = fewer.remove(at: index)
                    #expect(
                        !Self.shows(fewer, witness, question, prover),
                        "seed \(seed): \(question) does not need \(set[dropped.fact].name)")
                }
            }
        }
        #expect(stated > 20)
    }

    private static func shows(
        _ statements: [WitnessCase.Statement], _ witness: WitnessCase, _ question: Question, _ prover: Prover
    ) -> Bool {
        let fewer = WitnessCase(named: "x", on: witness.date, stating: statements, in: prover.set)
        let trial = Trial.byReference(fewer.sheet, on: witness.date, of: prover.set)
        return trial.isCoherent && trial.shows(question, prover.conditions)
    }

    @Test("a witness has the date that its claim needs") func date() throws {
        let report = try SmallSet.analyze(
            """
            décisions: {d: {question: Quoi, issues: {x: un, z: trois}, méthode: priorité, par défaut: z}}
            règles:
              r1: {si: {a: oui}, conclut: {d: x}, en vigueur: {du: 2024-03-01, au: 2024-03-31}}
            propriétés: {p: {alors: {d: z}}}
            """)
        let witness = try #require(report.findings.first { $0.code == .refutedProperty }?.witness)
        #expect(("2024-03-01"..."2024-03-31").contains(witness.date.iso))
        #expect(witness.statements.count == 1)
    }
}
