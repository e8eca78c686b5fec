import RuleCases

/// The words of the answer to `--pourquoi-pas`; outcomes come in « ».
enum WhyNotWording {
    static func title(_ outcome: String, _ decision: String) -> String {
        "Ce qui donnerait \(outcome) à la décision \(guillemets(decision))"
    }

    static func already(_ outcome: String) -> String { "\(outcome) fait déjà partie de la proposition." }

    static func none(_ outcome: String) -> String {
        "Aucun changement des faits ne donnerait \(outcome) à cette date d’évaluation."
    }

    static func notShown(_ outcome: String) -> String {
        "La recherche s’est arrêtée avant d’avoir tout essayé\u{A0}: on ne sait pas si un changement des faits donnerait "
            + "\(outcome)."
    }

    static func changing(_ count: Int, _ outcome: String) -> String {
        count > 1
            ? "Pour obtenir \(outcome), il faudrait que ces \(count) faits soient\u{A0}:"
            : "Pour obtenir \(outcome), il faudrait que ce fait soit\u{A0}:"
    }

    static func ways(_ count: Int, _ outcome: String) -> String {
        "Pour obtenir \(outcome), il faudrait l’un de ces \(count) changements\u{A0}:"
    }

    static func way(_ number: Int, of count: Int) -> String { "Changement \(number) sur \(count)\u{A0}:" }

    static let perhapsMore = "D’autres changements y mèneraient peut-être aussi."
    static let caution =
        "Ces changements montrent de quoi la proposition dépend; ils ne disent pas que les faits sont inexacts."

    static func present(_ value: String, _ origin: FactSheet.Origin) -> String {
        switch origin {
        case .stated, .statedUnknown, .absent: labelled("dans le cas", value)
        case .presumed: labelled("présumé", value)
        }
    }
}
