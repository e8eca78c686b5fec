package import PolicyValues
package import RuleCases
import RuleEngine
package import RuleModel

/// Chooses which of the open questions to ask next: the one after which the fewest facts are expected to be open.
///
/// For each question, the facts that the walk still lists after each of its answers are counted, and the mean is taken
/// over the answers, all taken to be as likely; the smallest mean is asked first, and of equals the one that the walk
/// lists first. One answer ahead, no more: to look further costs much and gains little
/// (docs/entretien.md has the measure).
package struct QuestionOrder: Sendable {
    /// The question to ask, nil where none is open.
    package static func next(
        among open: [QuestionSearch.Open], in sheet: FactSheet, on date: CivilDate, by search: inout QuestionSearch
    ) -> FactID? {
        var best: (fact: FactID, outlook: Outlook)?
        for fact in open.map(\.fact) {
            let outlook = outlook(after: fact, in: sheet, on: date, by: &search)
            if best.map({ outlook < $0.outlook }) ?? true { best = (fact, outlook) }
        }
        return best?.fact
    }

    /// How many facts are open after all answers together, and how many answers there are.
    private struct Outlook: Comparable {
        var open = 0
        var answers = 0

        /// By the mean; the products stay far below overflow.
        static func < (left: Outlook, right: Outlook) -> Bool { left.open * right.answers < right.open * left.answers }
    }

    private static func outlook(
        after fact: FactID, in sheet: FactSheet, on date: CivilDate, by search: inout QuestionSearch
    ) -> Outlook {
        var outlook = Outlook()
        for answer in search.answers(to: fact, in: sheet, on: date) {
            var answered = sheet
            answered.state(fact, as: answer)
            outlook.open += search.examine(answered, on: date).missing.count
            outlook.answers += 1
        }
        return outlook
    }
}
