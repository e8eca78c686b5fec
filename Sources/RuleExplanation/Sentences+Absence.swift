import PolicyValues
import RuleCases
import RuleEngine
package import RuleModel

extension Sentences {
    /// Why a definition has no value although all that it is computed from has one, or because of its dates; nil when
    /// it is known or waits for what it is computed from.
    package func absence(of id: DefinitionID) -> String? {
        let definition = set[id]
        guard examination.evaluation[id] == nil else { return nil }
        if let period = definition.inForce, !period.contains(date) {
            let name = guillemets(definition.name)
            return "La définition \(name) n’est pas en vigueur à cette date (elle l’est \(Self.span(period)))"
        }
        guard case .calculation(let calculation) = definition.body,
            calculation.operands.allSatisfy({ value(of: $0) != nil })
        else { return nil }
        switch calculation {
        case .days: return nil
        case .businessDays(_, _, let calendar): return coverage(of: calendar)
        case .dueDate(_, let delay, let calendar):
            guard case .number(let days)? = value(of: delay), let whole = days.whole, whole >= 0 else {
                return "Le délai n’est pas un nombre entier de jours, positif ou nul"
            }
            return calendar.map(coverage) ?? "L’échéance tombe après le 31\u{A0}décembre 9999"
        case .sum, .product, .difference, .minimum, .maximum:
            return "Le résultat a plus de \(ExactDecimal.fractionDigits) décimales ou dépasse les nombres permis"
        }
    }

    /// The value of an operand on the evaluation date.
    func value(of operand: Operand) -> Value? {
        switch operand {
        case .constant(let value): value
        case .fact(let id): examination.facts[id]
        case .definition(let id): examination.evaluation[id]
        case .parameter(let id): set[id].value(on: date)
        }
    }

    private func coverage(of id: CalendarID) -> String {
        let calendar = set[id]
        let days = "du \(FrenchFormat.bareDate(calendar.first)) au \(FrenchFormat.bareDate(calendar.last))"
        return "Le calendrier \(guillemets(calendar.name)) couvre seulement les jours \(days)"
    }
}
