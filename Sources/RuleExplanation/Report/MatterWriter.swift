import PolicyValues
import RuleEngine
import RuleModel

/// Writes the sections of one matter: the decisions in brief, each decision, what to ask, what was presumed.
struct MatterWriter {
    let set: RuleSet
    let examination: Examination
    let sentences: Sentences
    private let detail: ExplanationDetail
    private let whyNotReport: WhyNotReport?
    /// Where each rule was first explained: later decisions that it concerns refer to it.
    var explained: [RuleID: DecisionID] = [:]

    init(_ set: RuleSet, _ matter: DecidedMatter, _ detail: ExplanationDetail) {
        self.set = set
        self.detail = detail
        whyNotReport = matter.whyNot
        examination = matter.examination
        sentences = Sentences(set, matter.examination)
    }

    var sections: [Page.Section] {
        switch detail {
        case .none: return [summary] + answers
        case .short: return [reasonsInBrief] + answers + openSections
        case .complete:
            var writer = self
            let decisions = set.decisionsInOrder
            let sections = decisions.enumerated().map { index, id in
                writer.section(on: id, titled: Wording.decision(index + 1, of: decisions.count, set[id].name))
            }
            return [summary] + answers + sections + openSections + [presumed]
        }
    }

    /// The answer to `--pourquoi-pas`, where it was asked.
    private var answers: [Page.Section] { whyNotReport.map { [WhyNotWriter(sentences, $0).section] } ?? [] }

    /// Each decision with what came out.
    private var summary: Page.Section {
        let fields = set.decisionsInOrder.map { id in
            Page.Field(label: set[id].name, value: .strong(sentences.resultInBrief(of: id)))
        }
        return Page.Section(Wording.summary, [.fields(fields)])
    }

    /// Each decision with what came out and a line for each reason.
    private var reasonsInBrief: Page.Section {
        let items = set.decisionsInOrder.map { id in
            let heading = Phrase(labelled(set[id].name, "")) + .strong(sentences.resultInBrief(of: id))
            return Page.Item(heading, examination[id].motifs.map { Page.Item(title(of: $0)) })
        }
        return Page.Section(Wording.summary, [.list(items)])
    }

    /// `Titre (règle « id »)`.
    func title(of rule: RuleID) -> Phrase {
        guard let title = set[rule].title else { return .strong("Règle \(guillemets(set[rule].name))") }
        return .strong(title) + .quiet(Wording.rule(set[rule].name))
    }

    /// « Le délai écoulé est de 297 jours. (dit par le cas) ».
    func item(_ evidence: Evidence, _ basis: some Sequence<Evidence> = []) -> Page.Item {
        let phrase = evidence.origin.map { Phrase(evidence.text) + .quiet(" (\($0))") } ?? Phrase(evidence.text)
        return Page.Item(phrase, basis.map { item($0) })
    }
}
