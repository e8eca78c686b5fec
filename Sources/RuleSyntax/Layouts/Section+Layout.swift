extension Section {
    /// The layout of `politique` itself, and of an entry of every other section.
    package var layout: Layout {
        switch self {
        case .policy: .policy
        case .facts: .fact
        case .definitions: .definition
        case .decisions: .decision
        case .rules: .rule
        case .tables: .table
        case .parameters: .parameter
        case .calendars: .calendar
        case .constraints: .constraint
        case .properties: .property
        }
    }

    package var help: String {
        switch self {
        case .policy: "L’ensemble lui-même\u{A0}: une fois, dans un seul fichier."
        case .facts: "Le vocabulaire\u{A0}: ce qu’une requête peut déclarer."
        case .definitions: "Ce qui se déduit des faits."
        case .decisions: "Les questions auxquelles l’ensemble répond."
        case .rules: "Les règles, dont chacune conclut une ou plusieurs décisions."
        case .tables: "Des règles écrites en tableau."
        case .parameters: "Les valeurs qui changent avec le temps."
        case .calendars: "Les jours chômés et fériés."
        case .constraints: "Ce qui ne peut jamais être vrai dans un cas réel."
        case .properties: "Ce que les règles doivent garantir."
        }
    }
}

/// The operators of conditions (language, section 4): never the name of a fact, definition or decision.
package enum WrittenOperator: String, CaseIterable, Sendable {
    case all = "toutes"
    case any = "une"
    case noneOf = "aucune"
    case atLeast = "au moins"
    case not = "non"
    case rule = "règle"

    package var help: String {
        switch self {
        case .all: "Toutes ces conditions sont vraies."
        case .any: "Au moins une de ces conditions est vraie."
        case .noneOf: "Aucune de ces conditions n’est vraie."
        case .atLeast: "Au moins tant de ces conditions sont vraies."
        case .not: "Cette condition n’est pas vraie."
        case .rule: "Cette règle, ou au moins une de celles-ci, s’applique."
        }
    }
}
