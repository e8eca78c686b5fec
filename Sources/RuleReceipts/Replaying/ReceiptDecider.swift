import RuleCases
import RuleEngine
import RuleExplanation
package import RuleJSON
package import RuleModel
import SourceText

/// Decides kept cases by a rule set, at the dates at which they were decided.
package struct ReceiptDecider {
    private let program: Program
    private let json: DecisionJSON

    package enum Outcome {
        case decided(JSONValue)
        /// The case cannot be read or decided by these rules, for these reasons.
        case refused([String])
    }

    package var set: RuleSet { program.model }

    package init(_ set: RuleSet) {
        program = Program(set)
        json = DecisionJSON(set, placedBy: PlaceIndex(SourceLibrary()), detail: .none)
    }

    package func decide(_ receipt: Receipt) -> Outcome {
        var bag = DiagnosticBag()
        let requete = CaseReader.readCase(receipt.requete, in: set, into: &bag)
        guard let requete, !bag.hasErrors else { return .refused(bag.sorted.map(\.message)) }
        var decider = CaseDecider(program, asked: receipt.asked, today: receipt.day)
        guard let decided = decider.decide(requete, into: &bag), !bag.hasErrors else {
            return .refused(bag.sorted.filter { $0.level == .error }.map(\.message))
        }
        let again = DecidedCase(name: decided.name, matters: decided.matters, masked: receipt.masked)
        return .decided(json.value(of: again))
    }
}
