import PolicyValues
import RuleExplanation
import RuleModel

/// What the site says beside the texts of the rules: the frame and the titles of parts.
enum SiteWording {
    // The frame.
    static let skip = "Passer au contenu"
    static let menu = "Pages du site"
    static let trail = "Où vous êtes"
    static let home = "Accueil"
    static let text = "Texte de la politique"
    static let guarantees = "Garanties"
    static let cases = "Cas d’essai"
    static let coverage = "Couverture"
    static let generalIndex = "Index"
    static let proposition =
        "Chaque décision que les règles donnent est une proposition\u{A0}: une personne de l’équipe de la gestion des plaintes la confirme."
    static let filter = "Filtrer ces lignes"

    static func title(_ page: String, _ policy: String) -> String { "\(page) – \(policy)" }

    static func version(_ version: String, _ fingerprint: String) -> String {
        "Version \(version) de la politique; empreinte des règles\u{A0}: \(fingerprint)"
    }

    // Parts of pages.
    static let applies = "Quand elle s’applique"
    static let exception = "Sauf si"
    static let overriddenBy = "Elle est écartée quand s’applique"
    static let overrides = "Quand elle s’applique, elle écarte"
    static let inForce = "En vigueur"
    static let concludes = "Elle conclut\u{A0}:"
    static let conclusion = "Conclusion"
    static let reason = "Motif"
    static let reply = "Paragraphe de la réponse"
    static let reading = "Lecture retenue"
    static let sources = "D’où elle vient"
    static let origin = "D’où cela vient"
    static let examples = "Exemples"
    static let usedBy = "Où cela sert"
    static let values = "Valeurs"
    static let value = "valeur"
    static let sayings = "Comment les explications le disent"
    static let holder = "Qui peut répondre"
    static let anyHolder = "à déterminer"
    static let type = "Type"
    static let unit = "Unité"
    static let bounds = "Bornes"
    static let presumption = "Si le cas n’en dit rien"
    static let howFound = "Comment sa valeur est trouvée"
    static let outcomes = "Les issues"
    static let applicable = "Quand la question se pose"
    static let rules = "Les règles, dans l’ordre des issues"
    static let drawing = "Le dessin"
    static let dependsOn = "De quoi elle dépend"
    static let trial = "Essayer"
    static let history = "Ses valeurs au fil du temps"
    static let holidays = "Jours fériés"
    static let covers = "Jours couverts"
    static let daysOff = "Jours chômés"
    static let noDay = "aucun"
    static let explanation = "L’explication complète"
    static let inShort = "En bref"
    static let stated = "Ce que dit le cas"
    static let proposed = "Ce que les règles proposent"
    static let properties = "Ce que les règles garantissent"
    static let constraints = "Ce qui ne peut pas être"

    static func sentence(_ span: String) -> String { (span.first?.uppercased() ?? "") + span.dropFirst() + "." }

    static func capitalized(_ word: String) -> String { (word.first?.uppercased() ?? "") + word.dropFirst() }

    /// A sentence that what follows it completes.
    static func opening(_ sentence: String) -> String { "\(sentence)\u{A0}:" }

    static func onDate(_ date: String) -> String { "Décidé à cette date\u{A0}: \(date)." }

    static func percent(_ part: Int) -> String { "\(part)\u{A0}%" }

    static func number(_ count: Int) -> String {
        ExactDecimal(whole: count).map { FrenchFormat.number($0) } ?? String(count)
    }

    static func count(_ number: Int, _ one: String, _ several: String) -> String {
        "\(self.number(number))\u{A0}\(number < 2 ? one : several)"
    }

    static func cases(_ count: Int) -> String { self.count(count, "cas", "cas") }
}
