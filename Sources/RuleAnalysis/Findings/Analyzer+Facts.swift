import PolicyValues
import RuleCases
import RuleEngine
import RuleModel

/// Facts that rules read and whose value can never change a decision.
extension Analyzer {
    private static let randomCases = 200

    mutating func checkFacts() throws(AnalysisBug) {
        var open = changeable
        tryRandomChanges(&open)
        for id in open {
            switch try effect(of: id) {
            case .shown: continue
            case .never: report(.factWithoutEffect(set[id]))
            case .open: openQuestions += 1
            }
        }
    }

    /// Facts behind a rule or decision. A fact that a constraint reads refuses cases, one that a text reads shows in the
    /// answer, and the reference date dates the case: these have an effect.
    private var changeable: [FactID] {
        let ofRules = set.rules.flatMap(\.references)
        let ofDecisions = set.decisions.flatMap { $0.applicability?.references ?? [] }
        let ofConstraints = set.constraints.flatMap { [$0.condition, $0.consequence].compactMap(\.self) }
            .flatMap(\.references)
        let read = set.facts(behind: (ofRules + ofDecisions).map(\.target))
        let dating = Set([set.policy.referenceDate].compactMap(\.self))
        let kept = set.facts(behind: ofConstraints.map(\.target)).union(set.factsInTexts).union(dating)
        return read.subtracting(kept).filter { set[$0].usage == nil }.sorted()
    }

    /// Leaves out the facts that change something in a case at random.
    private func tryRandomChanges(_ open: inout [FactID]) {
        var dice = SplitMix64(seed: 0)
        for date in prover.dates {
            for _ in 0..<Self.randomCases where !open.isEmpty && !prover.isOutOfTime {
                let sheet = prover.candidates.randomSheet(of: set, &dice)
                let trial = prover.trial(sheet, on: date)
                guard trial.isCoherent else { continue }
                open.removeAll { id in
                    var changed = sheet
                    changed.state(id, as: prover.candidates.randomValue(of: id, in: set, &dice))
                    return prover.trial(changed, on: date).isOtherwise(than: trial)
                }
            }
        }
    }

    /// Whether two coherent cases that differ in the fact alone are decided otherwise.
    private func effect(of id: FactID) throws(AnalysisBug) -> Prover.Answer {
        var reason: OpenReason?
        let bank = prover.bank
        for date in prover.dates {
            let one = prover.encoding(on: date)
            let facts = FactTerms(set, in: bank, texts: prover.texts) {
                $0.name == set[id].name ? "\($0.name)\n\n" : $0.name
            }
            let other = Encoding(facts, on: date, in: bank)
            let differs = bank.any(set.decisionIDs.map { one[$0].differs(from: other[$0], in: bank) })
            let asked = [one.coherence, other.coherence, differs]
            switch prover.ask(asked) {
            case .never: continue
            case .unknown: reason = prover.openReason(of: asked)
            case .satisfied(let model):
                let specimen = Specimen(sheet: prover.sheet(of: model, one.facts), date: date)
                let changed = prover.trial(prover.sheet(of: model, facts), on: date)
                guard changed.isOtherwise(than: prover.trial(specimen.sheet, on: date)) else {
                    throw prover.bug("effet de \(set[id].name)", specimen)
                }
                return .shown(specimen)
            }
        }
        return reason.map(Prover.Answer.open) ?? .never
    }
}

extension Trial {
    /// Whether some decision has another result.
    fileprivate func isOtherwise(than other: Trial) -> Bool {
        zip(evaluation.decisions, other.evaluation.decisions).contains { a, b in
            a.possible != b.possible || a.certain != b.certain || a.state != b.state
        }
    }
}

extension RuleSet {
    /// The facts that these names lead to, through definitions.
    fileprivate func facts(behind references: [Reference.Target]) -> Set<FactID> {
        var facts: Set<FactID> = []
        var seen: Set<DefinitionID> = []
        var open = references
        while let target = open.popLast() {
            switch target {
            case .fact(let id): facts.insert(id)
            case .definition(let id):
                if seen.insert(id).inserted { open += self[id].references.map(\.target) }
            case .decision, .rule, .parameter: continue
            }
        }
        return facts
    }

    /// The facts that a `motif` or a `réponse` names, or through a definition.
    fileprivate var factsInTexts: Set<FactID> {
        var references: [Reference.Target] = []
        for rule in rules {
            for piece in [rule.reason, rule.reply].compactMap(\.self).flatMap(\.pieces) {
                switch piece {
                case .name(.vocable(.fact(let id))): references.append(.fact(id))
                case .name(.vocable(.definition(let id))):
                    references.append(.definition(id))
                case .text, .name(.vocable(.decision)), .name(.parameter): continue
                }
            }
        }
        return facts(behind: references)
    }
}
