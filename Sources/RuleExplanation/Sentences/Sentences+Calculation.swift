import PolicyValues
package import RuleModel

extension Sentences {
    /// How a calculation goes: « jours ouvrables de « date de réception » (…) à « date de réponse » (…) ».
    package func sentence(of calculation: Calculation, unit: String?) -> String {
        func text(_ operand: Operand) -> String { self.text(of: operand, unit: unit) }
        func list(_ operands: [Operand]) -> String { FrenchFormat.list(operands.map(text)) }
        switch calculation {
        case .days(let from, let to): return "Nombre de jours de \(text(from)) à \(text(to))"
        case .businessDays(let from, let to, let calendar):
            let name = guillemets(set[calendar].name)
            return "Nombre de jours ouvrables de \(text(from)) à \(text(to)), selon le calendrier \(name)"
        case .dueDate(let from, let delay, nil):
            return "Échéance\u{A0}: \(self.text(of: delay, unit: "jours")) après \(text(from))"
        case .dueDate(let from, let delay, let calendar?):
            let name = guillemets(set[calendar].name)
            let days = self.text(of: delay, unit: "jours ouvrables")
            return "Échéance\u{A0}: \(days) après \(text(from)), selon le calendrier \(name)"
        case .sum(let operands): return "Somme de \(list(operands))"
        case .product(let operands):
            // A product's factors have units of their own: constants are bare.
            return "Produit de \(FrenchFormat.list(operands.map { self.text(of: $0, unit: nil) }))"
        case .difference(let first, let second): return "\(text(first)) moins \(text(second))"
        case .minimum(let operands): return "La plus petite valeur de \(list(operands))"
        case .maximum(let operands): return "La plus grande valeur de \(list(operands))"
        }
    }
}
