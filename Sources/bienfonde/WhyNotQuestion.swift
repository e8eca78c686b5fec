import ArgumentParser
import RuleCases
import RuleEngine
import RuleModel
import SourceText

/// `--pourquoi-pas DÉCISION=ISSUE`, resolved.
struct WhyNotQuestion {
    let decision: DecisionID
    let wanted: DecisionTest.Expected

    /// Reads the option; what is wrong with it is an error of the command line.
    init(parsing text: String, in set: RuleSet) throws {
        guard let sign = text.firstIndex(of: "=") else {
            throw ValidationError(
                "\(quoted(text)) n’a pas la forme décision=issue, par exemple «\u{A0}\(Self.sample(set))\u{A0}»")
        }
        let name = BorderText.normalized(String(text[..<sign]))
        let outcome = BorderText.normalized(String(text[text.index(after: sign)...]))
        guard case .decision(let id) = set.vocabulary[NameKey.fold(name)] else {
            let names = set.decisions.map(\.name)
            throw ValidationError("aucune décision ne s’appelle \(quoted(name)); \(Self.hint(name, names))")
        }
        decision = id
        let names = set[id].outcomes.map(\.name)
        let isConditional = set[id].applicability != nil
        if outcome == "sans objet", isConditional {
            wanted = .notApplicable
        } else if let index = names.firstIndex(where: { NameKey.fold($0) == NameKey.fold(outcome) }) {
            wanted = .outcome(index)
        } else {
            let all = names + (isConditional ? ["sans objet"] : [])
            throw ValidationError(
                "\(quoted(outcome)) n’est pas une issue de la décision \(quoted(set[id].name)); \(Self.hint(outcome, all))"
            )
        }
    }

    /// The answer for one matter.
    func answer(for matter: DecidedMatter, _ program: Program) -> WhyNotReport {
        let answer = WhyNot(program).sets(
            giving: wanted, to: decision, changing: matter.examination.facts, on: matter.date.date)
        return WhyNotReport(decision: decision, wanted: wanted, answer: answer)
    }

    private static func hint(_ word: String, _ candidates: [String]) -> String {
        if let nearest = Spelling.nearest(to: word, among: candidates) {
            return "vouliez-vous dire \(quoted(nearest))?"
        }
        return "il y a \(quotedList(candidates, "et"))"
    }

    private static func sample(_ set: RuleSet) -> String {
        set.decisions.first.map { "\($0.name)=\($0.outcomes.first?.name ?? "")" } ?? "recevabilité=recevable"
    }
}
