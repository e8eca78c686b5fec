import PolicyValues
import RuleEngine
import RuleExplanation
import RuleModel
import Testing

/// The tree is complete, true and of bounded size.
@Suite struct ExplanationTreeTests {
    private func all(_ node: ExplanationNode) -> [ExplanationNode] { [node] + node.children.flatMap(all) }

    @Test(arguments: GoldenTests.cases) func everyRuleStandsUnderEachOfItsDecisions(_ name: String) throws {
        let sample = try Sample()
        for matter in try sample.decide(Sample.text("cas/\(name).yaml")).all {
            let root = ExplanationTree.root(of: matter.examination, by: sample.set, placedBy: sample.places)
            #expect(root.children.count == sample.set.decisions.count)
            for (node, id) in zip(root.children, sample.set.decisionsInOrder) {
                let steps = node.children.flatMap(\.children).filter { $0.rule != nil }
                #expect(Set(steps.compactMap(\.rule)) == Set(sample.set[id].rules.map { sample.set[$0].name }))
                for step in steps {
                    let rule = try #require(step.rule.flatMap { sample.set.ruleNames[$0] })
                    #expect(step.truth == matter.examination.evaluation[rule])
                }
            }
        }
    }

    /// Conditions keep the truth that the engine gave them, the contrary where the sentence is the contrary.
    @Test func truthsAreThoseOfTheEngine() throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/ouvert.yaml"))
        let root = ExplanationTree.root(of: decided.all[0].examination, by: sample.set, placedBy: sample.places)
        let steps = all(root)
        func truth(_ statement: String) throws -> Truth {
            try #require(steps.first { $0.statement == statement }, "\(statement)").truth
        }
        #expect(try truth("La requête conteste une décision.") == .yes)
        #expect(try truth("Un mécanisme de révision ou d’appel est prévu.") == .unknown)
        #expect(try truth("qualité du requérant\u{A0}: autre que tiers") == .yes)
        #expect(try truth("La règle «\u{A0}Suivi ordinaire demandé\u{A0}» écarte celle-ci") == .no)
    }

    @Test func placesAreRelativeToTheFolder() throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/delai.yaml"))
        let root = ExplanationTree.root(of: decided.all[0].examination, by: sample.set, placedBy: sample.places)
        let step = try #require(all(root).first { $0.rule == "contestation" })
        let lines = try Sample.text("regles/decisions.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.hasPrefix("  contestation:") }) + 1
        #expect(step.place == "decisions.yaml:\(line):3")
    }

    /// Each definition names the one before twice: opened wherever it is named, the tree would have 2⁴⁰ steps.
    @Test func definitionsAreOpenedOnce() throws {
        var text = """
            politique: { nom: Essai, version: "1" }
            faits: { f: { question: F?, type: oui/non } }
            décisions: { d: { question: D?, issues: { a: a, b: b }, méthode: priorité, par défaut: b } }
            règles: { r: { si: { d40: oui }, conclut: { d: a }, source: { ajout: essai } } }
            définitions:
              d0: { vrai si: { f: oui } }

            """
        for number in 1...40 {
            text += "  d\(number): { vrai si: { une: [{ d\(number - 1): oui }, { d\(number - 1): { est: oui } }] } }\n"
        }
        let sample = try Sample(files: [("regles/essai.yaml", text)])
        let decided = try sample.decide("{ date: 2024-03-04, faits: { f: oui } }")
        let root = ExplanationTree.root(of: decided.all[0].examination, by: sample.set, placedBy: sample.places)
        #expect(all(root).count < 200)
        #expect(all(root).contains { $0.statement.hasSuffix("est détaillé plus haut") })
        #expect(all(root).contains { $0.statement.hasSuffix("n’est pas détaillé ici") })
    }
}
