import PolicyValues
import RuleCases
import RuleEngine
import RuleModel

/// The cases that show differences: as few facts as will do, decided again by both sets in two ways.
extension RuleSetComparison {
    func difference(_ pair: ComparedPair, _ specimen: ComparedCase) throws(AnalysisBug) -> ComparisonReport.Difference {
        func shows(_ candidate: ComparedCase) -> Bool {
            let found = self.pair(of: pair.match, in: candidate)
            return found.old == pair.old && found.new == pair.new && isAccepted(candidate)
        }
        // What is undetermined although all is known would be so for want of facts as well.
        let isOpen = [pair.old.state, pair.new.state].contains(.undetermined)
        let small = isOpen ? specimen : plainer(fewest(specimen, shows), shows)
        guard isConfirmed(pair, by: small) else { throw bug("différence sur \(old.set[pair.match.old].name)", small) }
        let name = new.set[pair.match.new].name
        let before = old.trial(small.oldSheet(old.set), on: small.date).evaluation
        let after = new.trial(small.newSheet(new.set), on: small.date).evaluation
        let caseName = "Différence sur \(name)"
        let needsOld = small.statements.contains { ($0.fact.old == nil) != ($0.fact.new == nil) || isRenamed($0) }
        return ComparisonReport.Difference(
            decision: name,
            old: .init(pair.old, pair.match, pair.match.old, before, old.set),
            new: .init(pair.new, pair.match, pair.match.new, after, new.set),
            witness: newWitness(small, named: caseName),
            oldWitness: needsOld ? oldWitness(small, named: caseName) : nil,
            sharedFacts: isOpen ? [] : sharedFacts(of: pair, small))
    }

    private func isRenamed(_ statement: ComparedStatement) -> Bool {
        guard let before = statement.fact.old, let after = statement.fact.new else { return false }
        return old.set[before].name != new.set[after].name
    }

    func newWitness(_ shown: ComparedCase, named name: String) -> WitnessCase {
        let statements = shown.statements.compactMap { statement -> WitnessCase.Statement? in
            guard let fact = statement.fact.new, let value = statement.value.new else { return nil }
            return WitnessCase.Statement(fact: fact, value: value)
        }
        return WitnessCase(named: name, on: shown.date, stating: statements, in: new.set)
    }

    func oldWitness(_ shown: ComparedCase, named name: String) -> WitnessCase {
        let statements = shown.statements.compactMap { statement -> WitnessCase.Statement? in
            guard let fact = statement.fact.old, let value = statement.value.old else { return nil }
            return WitnessCase.Statement(fact: fact, value: value)
        }
        return WitnessCase(named: name, on: shown.date, stating: statements, in: old.set)
    }

    // MARK: Fewer facts

    func fewest(_ specimen: ComparedCase, _ shows: (ComparedCase) -> Bool) -> ComparedCase {
        withoutActuallyEscaping(shows) { shows in
            let search = FewestFacts<ComparedStatement>(
                shows: { shows(ComparedCase(statements: $0, date: specimen.date)) },
                mayDrop: { !self.isPresumedOtherwise($0) }, others: { self.otherValues(of: $0) })
            return ComparedCase(statements: search.of(specimen.statements), date: specimen.date)
        }
    }

    /// The same fact with its other values, where it has few and both sets have it.
    private func otherValues(of statement: ComparedStatement) -> [ComparedStatement] {
        guard let id = statement.fact.new, let before = statement.fact.old, new.set[id].type.hasFewValues else {
            return []
        }
        return candidates.values[id.position].filter { $0 != statement.value.new }.compactMap { value in
            translated(value, to: before).map { ComparedStatement(fact: statement.fact, value: ($0, value)) }
        }
    }

    /// What is presumed otherwise would make another case, which constraints may exclude.
    private func isPresumedOtherwise(_ statement: ComparedStatement) -> Bool {
        let before = statement.fact.old.flatMap { old.set[$0].presumed }
        let after = statement.fact.new.flatMap { new.set[$0].presumed }
        return before != nil && before != statement.value.old || after != nil && after != statement.value.new
    }

    /// Numbers, dates and texts that both sets have, each with the first candidate that will do.
    private func plainer(_ shown: ComparedCase, _ shows: (ComparedCase) -> Bool) -> ComparedCase {
        var chosen = shown
        for index in chosen.statements.indices {
            let kept = chosen.statements[index]
            guard let fact = kept.fact.new, let before = kept.fact.old else { continue }
            if new.set[fact].type.hasFewValues { continue }
            for value in candidates.values[fact.position] {
                guard let same = translated(value, to: before) else { continue }
                chosen.statements[index].value = (same, value)
                if value == kept.value.new || shows(chosen) { break }
                chosen.statements[index] = kept
            }
        }
        return chosen
    }

    private func isAccepted(_ shown: ComparedCase) -> Bool {
        old.trial(shown.oldSheet(old.set), on: shown.date).isCoherent
            && new.trial(shown.newSheet(new.set), on: shown.date).isCoherent
    }

    /// By the reference evaluator on both sides.
    private func isConfirmed(_ pair: ComparedPair, by shown: ComparedCase) -> Bool {
        let before = Trial.byReference(shown.oldSheet(old.set), on: shown.date, of: old.set)
        let after = Trial.byReference(shown.newSheet(new.set), on: shown.date, of: new.set)
        let found = ComparedPair(pair.match, before.evaluation, after.evaluation, old.set, new.set)
        return found.old == pair.old && found.new == pair.new && before.isCoherent && after.isCoherent
    }

    /// The facts of a case that all cases of its pair have.
    private func sharedFacts(of pair: ComparedPair, _ shown: ComparedCase) -> [(fact: String, value: String)] {
        shown.statements.compactMap { statement in
            guard let id = statement.fact.new, let value = statement.value.new else { return nil }
            let isOther = bank.not(new.facts.has(value, id, in: bank))
            for date in dates {
                let asked = coherence(on: date) + [term(of: pair, on: date), isOther]
                guard case .never = ask(asked) else { return nil }
            }
            return (new.set[id].name, FindingWording.value(value, new.set))
        }
    }

    // MARK: Refusals

    /// Cases that one set refuses as incoherent and the other accepts: one a direction.
    func refusals() throws(AnalysisBug) -> [ComparisonReport.Refusal] {
        var refusals: [ComparisonReport.Refusal] = []
        for isRefusedByNew in [true, false] {
            for date in dates {
                let (before, after) = (old.encoding(on: date).coherence, new.encoding(on: date).coherence)
                let terms = isRefusedByNew ? [before, bank.not(after)] : [bank.not(before), after]
                guard let specimen = try specimen(of: terms, on: date) else { continue }
                func shows(_ shown: ComparedCase) -> Bool {
                    let accepts = (
                        old.trial(shown.oldSheet(old.set), on: date).isCoherent,
                        new.trial(shown.newSheet(new.set), on: date).isCoherent
                    )
                    return accepts == (isRefusedByNew, !isRefusedByNew)
                }
                guard shows(specimen) else { throw bug("refus", specimen) }
                refusals.append(refusal(fewest(specimen, shows), isRefusedByNew))
                break
            }
        }
        return refusals
    }

    private func refusal(_ shown: ComparedCase, _ isRefusedByNew: Bool) -> ComparisonReport.Refusal {
        let trial =
            isRefusedByNew
            ? new.trial(shown.newSheet(new.set), on: shown.date) : old.trial(shown.oldSheet(old.set), on: shown.date)
        let broken = trial.set.constraints.filter { trial.truth(of: $0) == .no }.map(\.name)
        let name = "Cas refusé"
        return ComparisonReport.Refusal(
            isRefusedByNew: isRefusedByNew, constraints: broken,
            witness: isRefusedByNew ? newWitness(shown, named: name) : oldWitness(shown, named: name))
    }
}

extension ComparisonReport.TextChanges {
    /// What changed of the rules by name, and of their texts.
    static func between(_ old: RuleSet, _ new: RuleSet) -> ComparisonReport.TextChanges {
        let before = Dictionary(uniqueKeysWithValues: old.rules.map { ($0.name, $0) })
        let after = Dictionary(uniqueKeysWithValues: new.rules.map { ($0.name, $0) })
        var changes = ComparisonReport.TextChanges()
        changes.addedRules = new.rules.map(\.name).filter { before[$0] == nil }
        changes.removedRules = old.rules.map(\.name).filter { after[$0] == nil }
        changes.rewordedRules = new.rules.filter { rule in
            guard let earlier = before[rule.name] else { return false }
            return texts(of: earlier, old) != texts(of: rule, new)
        }.map(\.name)
        return changes
    }

    private static func texts(of rule: Rule, _ set: RuleSet) -> [String?] {
        [rule.title, rule.reason.map { text(of: $0, set) }, rule.reply.map { text(of: $0, set) }]
    }

    private static func text(of template: Template, _ set: RuleSet) -> String {
        template.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .name(.vocable(let vocable)): "{{\(set.name(of: vocable))}}"
            case .name(.parameter(let id)): "{{\(set[id].name)}}"
            }
        }.joined()
    }
}
