/// Writes requêtes for the policy of `Rules`, one a line, as a complaints office might receive them: what is stated
/// hangs together, and what does not matter is mostly left out.
struct Requetes {
    enum Size: String {
        /// About 600 bytes a line: some facts are unknown.
        case short = "600"
        /// About 950 bytes a line: every fact that a rule may test is stated.
        case full = "950"
    }

    private var random: SplitMix64
    private let size: Size
    /// How many values the fact `volet` has; 0 is none.
    private let sections: Int
    private let asCSV: Bool

    init(seed: UInt64, size: Size, sections: Int, asCSV: Bool) {
        random = SplitMix64(seed: seed)
        (self.size, self.sections, self.asCSV) = (size, sections, asCSV)
    }

    private static let yesNo = ["oui", "non"]
    private static let commitments = [
        "service respectueux", "service fiable", "service diligent", "confidentialité", "démarches simples",
        "traitement équitable", "accessibilité",
    ]

    /// A fact that rules test: its likely values, the more likely the more often, and how often it is stated.
    private static let facts: [(name: String, values: [String], stated: Int)] = [
        ("mode de réception", ["écrit", "écrit", "écrit", "verbal"], 90),
        ("qualité du requérant", ["client", "client", "client", "représentant", "organisme partenaire", "tiers"], 90),
        ("exprime une insatisfaction", ["oui", "oui", "non"], 90), ("formule une opinion", ["non", "non", "oui"], 50),
        ("formule une demande", ["non", "oui"], 90),
        ("nature de la demande", ["aucune", "autre", "accès à l'information", "renseignements généraux"], 45),
        ("allègue un acte répréhensible", ["non", "non", "non", "non", "oui"], 90),
        ("vise un programme ou service", ["oui", "oui", "oui", "non"], 90),
        (
            "prestataire visé",
            ["Ministère", "Ministère", "Ministère", "partenaire de francisation", "partenaire d'intégration"], 90
        ),
        ("conteste une décision", ["non", "non", "oui"], 90), ("révision ou appel prévu", ["oui", "non"], 45),
        ("recours existant", ["aucun", "aucun", "administratif", "juridique"], 90),
        ("objet contractuel", ["aucun", "aucun", "aucun", "appel d'offres public"], 90),
        ("lié à une décision du Ministère", yesNo, 30), ("relations de travail", ["non", "non", "oui"], 30),
        ("déposée chez le partenaire", ["non", "oui"], 45), ("traitée par le partenaire", ["non", "oui"], 45),
        ("examen terminé", ["oui", "oui", "non"], 65), ("erreur démontrée", ["non", "non", "oui"], 60),
        ("manquement démontré", ["non", "non", "oui"], 60), ("délai écoulé", ["12", "20", "33", "47.5", "61"], 40),
        ("délai annoncé", ["10", "20", "30", "45", "60"], 40), ("préjudice causé", ["non", "non", "oui"], 55),
        ("préjudice découlant d'une erreur ou d'un manquement", yesNo, 30),
        ("lien avec l'analyste", ["aucun", "aucun", "aucun", "famille", "connaissance"], 60),
    ]

    private static let subjects = [
        "Retard dans le traitement du dossier", "Accueil au comptoir", "Inscription aux cours de français",
        "Renseignement erroné au téléphone", "Prise de contact impossible", "Demande de parrainage",
    ]

    /// The header of CSV, else nothing.
    var header: String {
        guard asCSV else { return "" }
        let section = sections > 0 ? ["volet"] : []
        let names = ["nom"] + section + ["date de réception"] + Self.facts.map(\.name) + ["engagements visés"]
        return names.joined(separator: ";") + "\n"
    }

    mutating func next(_ number: Int) -> String {
        let subject = Self.subjects[Int.random(in: 0..<Self.subjects.count, using: &random)]
        let month = Int.random(in: 1...12, using: &random)
        let day = Int.random(in: 1...28, using: &random)
        let year = Int.random(in: 2023...2025, using: &random)
        let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        var facts: [(String, String?)] = [("date de réception", date)]
        if sections > 0 { facts.insert(("volet", "V\(Int.random(in: 0..<sections, using: &random))"), at: 0) }
        for fact in Self.facts {
            let value = fact.values[Int.random(in: 0..<fact.values.count, using: &random)]
            let isStated = size == .full || random.happens(fact.stated)
            facts.append((fact.name, isStated ? value : nil))
        }
        let members = Self.commitments.filter { _ in random.happens(25) }
        let statesMembers = size == .full || random.happens(60)
        let name = "R-\(number) \(subject)"
        return asCSV
            ? row(name, facts, statesMembers ? members : nil) : object(name, facts, statesMembers ? members : nil)
    }

    private func row(_ name: String, _ facts: [(String, String?)], _ members: [String]?) -> String {
        let set = members.map { $0.isEmpty ? "[]" : $0.joined(separator: "|") } ?? ""
        return ([name] + facts.map { $0.1 ?? "" } + [set]).joined(separator: ";") + "\n"
    }

    private func object(_ name: String, _ facts: [(String, String?)], _ members: [String]?) -> String {
        var entries = facts.compactMap { name, value in value.map { "\"\(name)\":\(Self.json($0))" } }
        if let members {
            entries.append("\"engagements visés\":[\(members.map { "\"\($0)\"" }.joined(separator: ","))]")
        }
        return "{\"nom\":\"\(name)\",\"faits\":{\(entries.joined(separator: ","))}}\n"
    }

    /// Numbers stand without quotes.
    private static func json(_ value: String) -> String {
        value.allSatisfy { $0.isNumber || $0 == "." } ? value : "\"\(value)\""
    }
}
