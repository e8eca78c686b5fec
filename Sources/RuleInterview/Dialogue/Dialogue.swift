import PolicyValues
import RuleEngine
import RuleExplanation
package import RuleModel
import SourceText

/// Prints what the interview says: lines of at most 80 columns, without colour, in an order that can be read aloud.
package struct Dialogue: Sendable {
    private let set: RuleSet
    private let reader: AnswerReader

    package init(_ set: RuleSet) {
        self.set = set
        reader = AnswerReader(set: set)
    }

    /// What was typed at a question.
    package func reply(_ typed: String, to question: Interview.Question) -> Reply {
        reader.reply(typed, to: set[question.fact])
    }

    /// The beginning: how to answer, and where answers go.
    package func opening(savingTo path: String, answered: Int) -> String {
        var layout = TextLayout(colored: false)
        layout.add(Phrase(DialogueWording.title(set.policy.name, version: set.policy.version)))
        layout.blankLine()
        for (place, line) in DialogueWording.instructions.enumerated() {
            layout.add(Phrase(line), after: place == 0 ? "" : "- ")
        }
        layout.blankLine()
        layout.add(Phrase(DialogueWording.savesTo(path)))
        if answered > 0 { layout.add(Phrase(DialogueWording.resumes(answered))) }
        return layout.text
    }

    /// The question and its answers; the prompt is printed after it.
    package func question(_ question: Interview.Question, number: Int, in written: InterviewCase) -> String {
        let fact = set[question.fact]
        var layout = TextLayout(colored: false)
        if written.matters.count > 1 {
            let name = written.matters[question.matter].name
            layout.add(Phrase(DialogueWording.object(question.matter + 1, of: written.matters.count, name)))
        }
        layout.add(Phrase(DialogueWording.question(number, open: question.open)))
        layout.add(Phrase(fact.question))
        if let holder = fact.holder { layout.add(Phrase(DialogueWording.holder(holder))) }
        if question.verdict == .notShown { layout.add(Phrase(DialogueWording.notShown)) }
        for (place, answer) in answers(to: fact).enumerated() { layout.add(Phrase(answer), after: "  \(place + 1). ") }
        if let hint = hint(for: fact) { layout.add(Phrase(hint)) }
        return "\n" + layout.text
    }

    package var prompt: String { DialogueWording.prompt }

    private func answers(to fact: Fact) -> [String] {
        switch fact.type {
        case .yesNo: return ["oui", "non"]
        case .choice(let symbols), .choices(let symbols):
            return zip(symbols, fact.meanings).map { symbol, meaning in "\(set[symbol])\u{A0}: \(meaning)" }
        case .number, .date, .text: return []
        }
    }

    private func hint(for fact: Fact) -> String? {
        switch fact.type {
        case .yesNo, .choice: nil
        case .choices: DialogueWording.severalHint
        case .number: DialogueWording.numberHint(fact.unit)
        case .date: DialogueWording.dateHint
        case .text: DialogueWording.textHint
        }
    }

    /// Why an answer was not taken.
    package func refusal(_ sentence: String) -> String { lines([sentence]) }

    package func refusal(_ refusal: Interview.Refusal) -> String {
        switch refusal {
        case .incoherent(let id, let others):
            let constraint = set.constraints[id.position]
            return lines([DialogueWording.incoherent(others.map { set[$0].name }, constraint.title ?? constraint.name)])
        case .outOfForce(let period): return lines([DialogueWording.outOfForce(Sentences.span(period))])
        }
    }

    package var nothingBefore: String { lines([DialogueWording.nothingBefore]) }

    /// What an answer decided, and what it left possible.
    package func news(_ outcome: Interview.Outcome, isUnknown: Bool) -> String {
        let changes = changes(outcome)
        if changes.isEmpty { return lines([isUnknown ? DialogueWording.leftUnknown : DialogueWording.nothingNew]) }
        return lines(changes)
    }

    private func changes(_ outcome: Interview.Outcome) -> [String] {
        set.decisionsInOrder.compactMap { id in
            let (before, after) = (outcome.before.evaluation[id], outcome.after.evaluation[id])
            guard before.state == .undetermined else { return nil }
            let sentences = Sentences(set, outcome.after)
            if after.state != .undetermined {
                let rules = outcome.after[id].motifs.map { set[$0].label }
                return DialogueWording.decided(sentences.sentence(of: id), rules)
            }
            guard before.possible != after.possible || before.applicability != after.applicability else { return nil }
            return DialogueWording.possible(set[id].name, sentences.stillPossible(of: id))
        }
    }

    /// Why the question is asked, and what each answer would bring.
    package func explanation(_ interview: inout Interview) -> String {
        guard let question = interview.question else { return "" }
        let fact = set[question.fact]
        var text = lines([fact.description, fact.note].compactMap { $0 })
        let missing = interview.examination(of: question.matter).missing.first { $0.fact == question.fact }
        if let missing {
            text += lines([DialogueWording.matters(missing.decisions.map { set[$0].name })])
        } else if question.fact == set.policy.referenceDate {
            text += lines([DialogueWording.setsDate])
        }
        let values = ValueText(set)
        for (answer, outcome) in interview.previews() {
            let open = DialogueWording.stillOpen(outcome.after.missing.count)
            text += lines([DialogueWording.ifAnswered(values.french(answer))])
            text += lines(changes(outcome) + [open], after: "- ")
        }
        return text
    }

    /// The end: where every decision stands.
    package func result(of interview: inout Interview, isStopped: Bool, isForOneHolder: Bool) -> String {
        var text = ""
        var isDetermined = true
        for matter in interview.written.matters.indices {
            let examination = interview.examination(of: matter)
            let sentences = Sentences(set, examination)
            if interview.written.matters.count > 1 {
                let name = interview.written.matters[matter].name
                text += lines([DialogueWording.object(matter + 1, of: interview.written.matters.count, name)])
            }
            for id in set.decisionsInOrder {
                text += lines(["\(set[id].name)\u{A0}: \(sentences.resultInBrief(of: id))"], after: "- ")
                if examination.evaluation[id].state == .undetermined { isDetermined = false }
            }
        }
        let state =
            isDetermined
            ? DialogueWording.allDetermined
            : isStopped
                ? DialogueWording.stopped
                : isForOneHolder ? DialogueWording.nothingLeftForHolder : DialogueWording.nothingLeft
        return "\n" + lines([state, DialogueWording.result + "\u{A0}:"]) + text
    }

    /// Where the case is, and what to do with it.
    package func farewell(savedAt path: String?, isOver: Bool) -> String {
        guard let path else { return lines([DialogueWording.notSaved]) }
        let next =
            isOver
            ? [DialogueWording.explain(path), DialogueWording.reply(path)] : [DialogueWording.resume(path)]
        return lines([DialogueWording.saved(path)] + next)
    }

    private func lines(_ texts: [String], after mark: String = "") -> String {
        var layout = TextLayout(colored: false)
        for text in texts { layout.add(Phrase(text), after: mark) }
        return layout.text
    }
}
