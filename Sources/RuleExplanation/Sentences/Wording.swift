import PolicyValues
import RuleCases

/// The words of the report, but for those that say conditions (``Sentences``).
enum Wording {
    static let title = "Décision proposée"

    static func titleOfSeveral(_ count: Int) -> String { "Décisions proposées\u{A0}: \(count) cas" }

    static let notice =
        "Ceci est une proposition. Une personne de l’équipe de la gestion des plaintes doit la confirmer."

    // The header.
    static let caseName = "Cas"
    static let unnamedCase = "sans nom"
    static let policy = "Politique"
    static let policyFingerprint = "Empreinte de la politique"
    static let decisionFingerprint = "Empreinte de la décision"
    static let evaluationDate = "Date d’évaluation"
    static let masked = "Textes masqués"

    static func masked(_ names: [String]) -> String {
        names.isEmpty ? "aucun (le cas n’en contient pas)" : FrenchFormat.list(names)
    }

    static func policy(_ name: String, version: String) -> String { "\(name), version \(version)" }

    // A matter.
    static let summary = "En bref"
    static let agreement = "Vue d’ensemble des objets"
    static let toAsk = "À demander"
    static let toSpecify = "Paramètres à préciser"
    static let presumed = "Ce qui a été présumé"
    static let nothingPresumed = "Rien n’a été présumé."
    static let tree = "Explication détaillée, condition par condition"

    static func object(_ number: Int, of count: Int, _ name: String?) -> String {
        let place = "Objet \(number) sur \(count)"
        return name.map { labelled(place, $0) } ?? place
    }

    /// The name that stands for an object without one, as the interface has it.
    static func unnamedObject(_ number: Int) -> String { "objet \(number)" }

    static func same(_ result: String) -> String { "\(result) pour tous les objets" }

    static func different(_ results: [(object: String, result: String)]) -> String {
        let all = results.map { labelled($0.object, $0.result) }.joined(separator: "; ")
        return "les objets diffèrent (\(all))"
    }

    // A decision.
    static let question = "Question"
    static let proposal = "Proposition"
    static let meaning = "Sens"

    static func meaning(of outcome: String) -> String { "\(meaning) de \(guillemets(outcome))" }

    static let stillPossible = "Encore possibles"
    static let why = "Pourquoi"
    static let open = "Ce qui reste à établir"
    static let reason = "Motif"
    static let source = "Source"
    static let reading = "Lecture retenue"
    static let facts = "Éléments retenus"
    static let notMet = "Condition non remplie"
    static let toEstablish = "À établir"

    static func decision(_ number: Int, of count: Int, _ name: String) -> String {
        labelled("Décision \(number) sur \(count)", name)
    }

    static func whyNot(_ outcome: String) -> String { "Pourquoi pas \(guillemets(outcome))" }

    static func rule(_ id: String) -> String { " (règle \(guillemets(id)))" }

    static func concludes(_ outcomes: [String]) -> String {
        labelled("Conclusion", FrenchFormat.list(outcomes.map(guillemets)))
    }

    static let applies = "La décision s’applique, vu ces éléments\u{A0}:"
    static let doesNotApply = "La décision est sans objet, vu ces éléments\u{A0}:"
    static let mayNotApply = "On ne sait pas encore si la décision s’applique."

    static func byDefault(_ outcome: String) -> String {
        "Aucune règle ne conclut à une autre issue\u{A0}: \(guillemets(outcome)) est l’issue par défaut."
    }

    static func perhapsByDefault(_ outcome: String) -> String {
        "\(guillemets(outcome)) est l’issue par défaut\u{A0}: elle est retenue si aucune règle ne conclut à une autre issue."
    }

    static func defaultNotTaken(_ outcome: String) -> String {
        "\(guillemets(outcome)) est l’issue par défaut\u{A0}: elle n’est retenue que si aucune autre ne l’est."
    }

    static let contradiction =
        "Contradiction\u{A0}: des règles concluent à des issues qui s’excluent. Les règles sont à corriger; la personne qui confirme tranche."
    static let noRuleConcludes = "Aucune règle ne conclut à cette issue."
    static let nothingMember = "Aucune règle qui conclut à une issue ne s’applique."

    static func precedence(_ winners: [String]) -> String {
        "s’applique, mais \(FrenchFormat.list(winners.map(guillemets), "ou")) passe avant."
    }

    static func openButOutranked(_ winners: [String]) -> String {
        "en suspens, mais \(FrenchFormat.list(winners.map(guillemets), "ou")) passe avant dans tous les cas."
    }

    static let doesNotApplyBecause = "ne s’applique pas."
    static let isOpenBecause = "en suspens."
    static let exceptionHolds = "Son exception joue"
    static let exceptionOpen = "On ne sait pas si son exception joue"

    static func overridden(by labels: [String]) -> String {
        labels.count > 1
            ? "Les règles \(guillemetList(labels, "et")) l’écartent."
            : "La règle \(guillemets(labels.joined())) l’écarte."
    }

    static func perhapsOverridden(by labels: [String]) -> String {
        labels.count > 1
            ? "Les règles \(guillemetList(labels, "et")) l’écarteraient; elles sont en suspens."
            : "La règle \(guillemets(labels.joined())) l’écarterait; elle est en suspens."
    }

    static func notInForce(_ period: String) -> String {
        "La règle n’est pas en vigueur à cette date (elle l’est \(period))."
    }

    static func explained(at decision: String) -> String { "Voir la décision \(guillemets(decision))." }

    // What a condition lacks.
    static let together = "Ces conditions à la fois\u{A0}:"

    static func lacking(_ count: Int, of total: Int, _ truth: Truth) -> String {
        let needed = count == 1 ? "au moins une de ces conditions" : "\(count) de ces \(total) conditions"
        return truth == .no ? "Il manque \(needed)\u{A0}:" : "\(labelled(toEstablish, needed))\u{A0}:"
    }

    // Where a value comes from.
    static func derived(isKnown: Bool) -> String { isKnown ? "déduit" : "impossible à déduire" }

    static func decision(isKnown: Bool) -> String { isKnown ? "décision proposée" : "décision encore indéterminée" }

    static let parameterOfThePolicy = "paramètre de la politique"

    static func origin(_ origin: FactSheet.Origin) -> String {
        switch origin {
        case .absent: "le cas n’en dit rien"
        case .statedUnknown: "inconnu selon le cas"
        case .stated: "dit par le cas"
        case .presumed: "présumé"
        }
    }

    static func origin(_ origin: DateOrigin, referenceDate: String?) -> String {
        switch origin {
        case .asked: return "date demandée"
        case .ofCase: return "date du cas"
        case .ofFact: return referenceDate.map { "\(guillemets($0)), dite par le cas" } ?? "dite par le cas"
        case .today: return "date d’aujourd’hui"
        }
    }

    // What to ask.
    static func holder(_ holder: String?) -> String {
        labelled("Auprès de", holder ?? "la personne qui peut répondre (à déterminer)")
    }

    static func purpose(_ decisions: [String]) -> String { labelled("pour", FrenchFormat.list(decisions)) }

    static func fact(_ name: String) -> String { labelled("fait", name) }
}
