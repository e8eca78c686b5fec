import PolicyValues
import RuleCases
import RuleEngine
package import RuleModel

extension Sentences {
    /// Why a definition itself has no value, where what it is computed from has one or does not matter; nil when it is
    /// known or waits for something else.
    package func absence(of id: DefinitionID) -> String? {
        examination.reasons(id, isUnknownIn: set).lazy.compactMap { sentence(of: $0, about: id) }.first
    }

    private func sentence(of reason: UnknownReason, about id: DefinitionID) -> String? {
        switch reason {
        case .missingFact, .parameterToSpecify, .parameterBefore, .parameterOutOfForce: return nil
        case .definitionOutOfForce(let other):
            guard other == id, let period = set[id].inForce else { return nil }
            let name = guillemets(set[id].name)
            return "La définition \(name) n’est pas en vigueur à cette date (elle l’est \(Self.span(period)))"
        case .outsideCalendar(let other, let calendar): return other == id ? coverage(of: calendar) : nil
        case .delayNotCountable(let other, let days):
            let delay = ValueText.number(days, unit: "jours")
            return other == id ? "Le délai (\(delay)) n’est pas un nombre entier de jours, positif ou nul" : nil
        case .resultDoesNotFit(let other):
            guard other == id else { return nil }
            return set[id].type == .date
                ? "L’échéance tombe après le 31\u{A0}décembre 9999"
                : "Le résultat a plus de \(ExactDecimal.fractionDigits) décimales ou dépasse les nombres permis"
        }
    }

    /// The value of an operand on the evaluation date.
    func value(of operand: Operand) -> Value? {
        switch operand {
        case .constant(let value): value
        case .fact(let id): examination.facts.values[id.position]
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
