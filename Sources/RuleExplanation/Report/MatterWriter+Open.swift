import PolicyValues
import RuleEngine
import RuleModel

extension MatterWriter {
    /// What to ask and what to specify, where there is any.
    var openSections: [Page.Section] { [toAsk, toSpecify].compactMap { $0 } }

    /// The questions, grouped by who can answer, most useful first.
    private var toAsk: Page.Section? {
        guard !examination.missing.isEmpty else { return nil }
        var holders: [String?] = []
        for missing in examination.missing where !holders.contains(set[missing.fact].holder) {
            holders.append(set[missing.fact].holder)
        }
        let groups = holders.map { holder in
            let questions = examination.missing.filter { set[$0.fact].holder == holder }.map { missing in
                let fact = set[missing.fact]
                let purpose = Wording.purpose(missing.decisions.map { set[$0].name })
                return Page.Item(.strong(fact.question) + .quiet(" (\(Wording.fact(fact.name)); \(purpose))"))
            }
            return Page.Item(Phrase(Wording.holder(holder)), questions)
        }
        return Page.Section(Wording.toAsk, [.list(groups)])
    }

    /// The parameters without a value that decisions wait for.
    private var toSpecify: Page.Section? {
        let waiting = set.decisionIDs.flatMap { examination[$0].missingParameters }
        guard !waiting.isEmpty else { return nil }
        let items = Set(waiting).sorted().map { id in
            let decisions = set.decisionIDs.filter { examination[$0].missingParameters.contains(id) }
            let purpose = Wording.purpose(decisions.map { set[$0].name })
            let question = set[id].question.map { " \($0)" } ?? ""
            let name = Phrase.strong(labelled(set[id].name, sentences.value(of: id) + (question.isEmpty ? "" : ".")))
            return Page.Item(name + question + .quiet(" (\(purpose))"))
        }
        return Page.Section(Wording.toSpecify, [.list(items)])
    }

    /// The presumptions that decisions rest on.
    var presumed: Page.Section {
        let facts = Set(set.decisionIDs.flatMap { examination[$0].presumed }).sorted()
        guard !facts.isEmpty else {
            return Page.Section(Wording.presumed, [.paragraph(Phrase(Wording.nothingPresumed))])
        }
        let items = facts.map { id in
            let decisions = set.decisionIDs.filter { examination[$0].presumed.contains(id) }
            let purpose = Wording.purpose(decisions.map { set[$0].name })
            return Page.Item(Phrase(sentences.statement(of: sentences.said(id))) + .quiet(" (\(purpose))"))
        }
        return Page.Section(Wording.presumed, [.list(items)])
    }
}
