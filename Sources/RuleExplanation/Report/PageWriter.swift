import PolicyValues
import RuleCases
package import RuleEngine
package import RuleModel
package import SourceText

/// Writes the report of a decided case: header, each matter, and for several objects how they agree.
package struct PageWriter {
    private let set: RuleSet
    private let places: PlaceIndex
    private let detail: ExplanationDetail

    package init(_ set: RuleSet, placedBy places: PlaceIndex, detail: ExplanationDetail = .complete) {
        self.set = set
        self.places = places
        self.detail = detail
    }

    /// The sections of a report that stands in another page, without what is above them and without the trees.
    package func sections(of decided: DecidedCase) -> [Page.Section] {
        switch decided.matters {
        case .one(let matter): return MatterWriter(set, matter, detail).sections
        case .several(let matters):
            return matters.indices.map { section(on: $0, of: matters) } + [agreement(of: decided)]
        }
    }

    /// The report; `fingerprint` is the outer `empreinte`.
    package func page(of decided: DecidedCase, fingerprint: String) -> Page {
        var page = Page(title: Wording.title, lead: lead(of: decided, fingerprint))
        page.sections = sections(of: decided)
        page.trees = trees(of: decided)
        return page
    }

    /// One of several matters.
    private func section(on index: Int, of matters: [DecidedMatter]) -> Page.Section {
        Page.Section(
            Wording.object(index + 1, of: matters.count, matters[index].name),
            [.fields([date(of: matters[index])])], MatterWriter(set, matters[index], detail).sections)
    }

    private func lead(of decided: DecidedCase, _ fingerprint: String) -> [Page.Block] {
        var fields = [
            Page.Field(label: Wording.caseName, value: .strong(decided.name ?? Wording.unnamedCase)),
            Page.Field(
                label: Wording.policy,
                value: Phrase(Wording.policy(set.policy.name, version: set.policy.version))),
            Page.Field(label: Wording.policyFingerprint, value: .quiet(Self.short(set.fingerprint))),
            Page.Field(label: Wording.decisionFingerprint, value: .quiet(Self.short(fingerprint))),
        ]
        if case .one(let matter) = decided.matters { fields.append(date(of: matter)) }
        if let masked = decided.masked {
            fields.append(Page.Field(label: Wording.masked, value: Phrase(Wording.masked(masked))))
        }
        return [.notice(.strong(Wording.notice)), .fields(fields)]
    }

    private func date(of matter: DecidedMatter) -> Page.Field {
        let reference = set.policy.referenceDate.map { set[$0].name }
        let origin = Wording.origin(matter.date.origin, referenceDate: reference)
        return Page.Field(
            label: Wording.evaluationDate,
            value: Phrase(FrenchFormat.date(matter.date.date)) + .quiet(" (\(origin))"))
    }

    /// A tree for each matter.
    private func trees(of decided: DecidedCase) -> [Page.Tree] {
        guard detail == .complete else { return [] }
        return decided.all.enumerated().map { index, matter in
            let root = ExplanationTree.root(of: matter.examination, by: set, placedBy: places)
            switch decided.matters {
            case .one: return Page.Tree(title: Wording.tree, root: root)
            case .several(let matters):
                let title = Wording.object(index + 1, of: matters.count, matter.name)
                return Page.Tree(title: labelled(title, Wording.tree), root: root)
            }
        }
    }

    private func agreement(of decided: DecidedCase) -> Page.Section {
        let fields = set.decisionsInOrder.map { id in
            let results = decided.all.enumerated().map { index, matter in
                (object: decided.objectName(index), result: Sentences(set, matter.examination).result(of: id))
            }
            let agrees = decided.agreement(on: id, by: set).agrees
            let text = agrees ? Wording.same(results.first?.result ?? "") : Wording.different(results)
            return Page.Field(label: set[id].name, value: Phrase(text))
        }
        return Page.Section(Wording.agreement, [.fields(fields)])
    }

    /// The first digits of a fingerprint, enough to compare by eye; the JSON has it whole.
    static func short(_ fingerprint: String) -> String {
        let length = 19
        return fingerprint.count > length ? fingerprint.prefix(length) + "…" : fingerprint
    }
}
