/// The operations of `calcul` (language, section 5).
package enum WrittenOperation: String, CaseIterable, Sendable {
    case days = "jours"
    case businessDays = "jours ouvrables"
    case dueDate = "échéance"
    case sum = "somme"
    case product = "produit"
    case difference = "différence"
    case minimum = "minimum"
    case maximum = "maximum"

    /// What stands right of it.
    package var holds: Shape {
        switch self {
        case .days: .entry(.days)
        case .businessDays: .entry(.businessDays)
        case .dueDate: .entry(.dueDate)
        case .sum, .product, .difference, .minimum, .maximum: .operands
        }
    }

    package var help: String {
        switch self {
        case .days: "Le nombre de jours de l’un à l’autre, négatif à rebours."
        case .businessDays: "Le nombre de jours ouvrables après le premier, jusqu’au second compris."
        case .dueDate: "La date du dernier jour d’un délai."
        case .sum: "La somme de nombres."
        case .product: "Le produit de nombres."
        case .difference: "Le premier nombre moins le second."
        case .minimum: "Le plus petit des nombres, ou la première des dates."
        case .maximum: "Le plus grand des nombres, ou la dernière des dates."
        }
    }
}

extension Layout {
    package static let dayUnits = ["jours", "jours ouvrables"]

    private static let from = Key.required("du", .operand(.date), "La date de départ, qui ne compte pas.")
    private static let to = Key.required("au", .operand(.date), "La date d’arrivée, qui compte.")
    private static let ofCalendar = Key.optional(
        "calendrier", .name(.calendar), "Le calendrier des jours ouvrables, s’il y en a plusieurs.")

    package static let days = Layout(what: "«\u{A0}jours\u{A0}»", keys: [from, to])
    package static let businessDays = Layout(what: "«\u{A0}jours ouvrables\u{A0}»", keys: [from, to, ofCalendar])
    package static let dueDate = Layout(
        what: "«\u{A0}échéance\u{A0}»",
        keys: [
            from, .required("délai", .operand(.number), "Combien de jours."),
            .required("en", .word(dayUnits), "Les jours que l’on compte."), ofCalendar,
        ])
}
