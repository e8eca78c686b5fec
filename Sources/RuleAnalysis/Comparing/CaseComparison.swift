package import PolicyValues
import RuleCases
package import RuleEngine
import RuleModel
package import SourceText

/// Decides known cases by two rule sets, one after the other, and keeps those for whom something changes.
///
///     var comparison = CaseComparison(Program(old), Program(new), asked: nil, today: today)
///     comparison.add(node, at: place, into: &bag)
///     report.cases = comparison.affected
package struct CaseComparison {
    private let sets: (old: RuleSet, new: RuleSet)
    private let match: VocabularyMatch
    private let translations: (toOld: SheetTranslation, toNew: SheetTranslation)
    private var deciders: (old: CaseDecider, new: CaseDecider)
    package private(set) var affected = AffectedCases()

    /// - Parameters:
    ///   - asked: the evaluation date asked for on the command line.
    ///   - today: the date in the machine's zone.
    package init(_ old: Program, _ new: Program, asked: CivilDate?, today: CivilDate) {
        sets = (old.model, new.model)
        let match = VocabularyMatch(old.model, new.model)
        self.match = match
        let both = match.facts.compactMap { pair in pair.old.flatMap { old in pair.new.map { (old, $0) } } }
        translations = (
            toOld: SheetTranslation(from: new.model, to: old.model, both.map { (from: $0.1, to: $0.0) }),
            toNew: SheetTranslation(from: old.model, to: new.model, both.map { (from: $0.0, to: $0.1) })
        )
        deciders = (
            CaseDecider(old, asked: asked, today: today), CaseDecider(new, asked: asked, today: today)
        )
    }

    /// Compares one case, written in the vocabulary of either set.
    ///
    /// - Returns: whether it can be used; the reasons why not are in the bag.
    package mutating func add(
        _ node: Node, at place: AffectedCases.Place, into bag: inout DiagnosticBag
    ) -> Bool {
        var (oldBag, newBag) = (DiagnosticBag(), DiagnosticBag())
        let before = CaseReader.readCase(node, in: sets.old, into: &oldBag).flatMap { oldBag.hasErrors ? nil : $0 }
        let after = CaseReader.readCase(node, in: sets.new, into: &newBag).flatMap { newBag.hasErrors ? nil : $0 }
        guard let written = after ?? before else {
            bag.report(contentsOf: newBag.all)
            return false
        }
        let pairs = Self.matters(of: written).indices.map { index in
            sheets(
                before.map { Self.matters(of: $0)[index].facts }, after.map { Self.matters(of: $0)[index].facts })
        }
        guard !pairs.contains(where: { $0 == nil }) else {
            // A value that one of the sets does not have.
            bag.report(contentsOf: newBag.hasErrors ? newBag.all : oldBag.all)
            return false
        }
        affected.total += 1
        for (matter, sheets) in zip(Self.matters(of: written), pairs) {
            guard let sheets else { continue }
            let change = change(sheets.old, sheets.new, on: written.date, at: written.range)
            if change.isNone { continue }
            affected.changed.append(.init(name: written.name, matter: matter.name, place: place, change: change))
        }
        return true
    }

    /// A case that cannot be used by either set.
    package mutating func addUnusable() { affected.unusable += 1 }

    private static func matters(of requete: Requete) -> [(name: String?, facts: FactSheet)] {
        if requete.objects.isEmpty { return [(nil, requete.facts)] }
        return requete.objects.enumerated().map { ($1.name ?? "objet \($0 + 1)", $1.facts) }
    }

    /// The facts on both sides; nil when they cannot be said on one of them.
    private func sheets(_ before: FactSheet?, _ after: FactSheet?) -> (old: FactSheet, new: FactSheet)? {
        guard let old = before ?? after.flatMap(translations.toOld.translated),
            let new = after ?? before.flatMap(translations.toNew.translated)
        else { return nil }
        return (old, new)
    }

    private mutating func change(
        _ old: FactSheet, _ new: FactSheet, on date: CivilDate?, at range: SourceRange
    ) -> AffectedCases.Change {
        // Why a set refuses the case is said by `evaluer`; here it is enough that only one does.
        var unsaid = DiagnosticBag()
        let before = deciders.old.decide(old, date: date, at: range, into: &unsaid)
        let after = deciders.new.decide(new, date: date, at: range, into: &unsaid)
        guard let before, let after else {
            return AffectedCases.Change(refusal: before == nil && after == nil ? nil : before == nil ? .old : .new)
        }
        let (first, second) = (before.examination.evaluation, after.examination.evaluation)
        let results = match.decisions.compactMap { match -> AffectedCases.Result? in
            let pair = ComparedPair(match, first, second, sets.old, sets.new)
            guard pair.old != pair.new else { return nil }
            return AffectedCases.Result(
                decision: sets.new[match.new].name, old: .init(pair.old, match, match.old, first, sets.old),
                new: .init(pair.new, match, match.new, second, sets.new))
        }
        return AffectedCases.Change(results: results)
    }
}
