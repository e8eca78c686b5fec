package import PolicyValues
package import RuleModel
import SourceText

/// Values in French: « oui », « 1 234,5 jours », « le 4 mars 2024 », « a, b et c ».
package struct ValueText: Sendable {
    /// How many characters of a `texte` a sentence repeats.
    package static let textLength = 200

    private let set: RuleSet

    package init(_ set: RuleSet) { self.set = set }

    /// The value; lists are joined with « et ».
    package func french(_ value: Value, unit: String? = nil) -> String {
        switch value {
        case .yesNo(let yes): yes ? "oui" : "non"
        case .choice(let symbol): set[symbol]
        case .choices([]): "aucune valeur"
        case .choices(let symbols): FrenchFormat.list(symbols.map { set[$0] })
        case .number(let number): Self.number(number, unit: unit)
        case .date(let date): FrenchFormat.date(date)
        case .text(let text): Visible.cut(text, to: Self.textLength)
        }
    }

    /// `1 jour`, `1,5 jour`, `2 jours`: the unit « jours » agrees with the number (plural from 2 on); other units stay
    /// as the vocabulary writes them.
    package static func number(_ number: ExactDecimal, unit: String?) -> String {
        let magnitude = number.tenThousandths.magnitude
        guard let unit, magnitude < 20_000 else { return FrenchFormat.number(number, unit: unit) }
        return FrenchFormat.number(number, unit: singulars[unit] ?? unit)
    }

    /// The value after the text that comes before it: a date takes its article unless that text ends with one
    /// (`reçue {{d}}` and `reçue le {{d}}` both give « reçue le 4 mars 2024 »).
    package func french(_ value: Value, unit: String?, after before: some StringProtocol) -> String {
        guard case .date(let date) = value, Self.endsWithArticle(before) else { return french(value, unit: unit) }
        return FrenchFormat.bareDate(date)
    }

    private static func endsWithArticle(_ text: some StringProtocol) -> Bool {
        guard let last = text.last, last == " " || last == "\u{A0}" else { return false }
        let word = text.dropLast().split { !$0.isLetter }.last.map { $0.lowercased() }
        return text.dropLast().last?.isLetter == true && word.map(articles.contains) == true
    }

    private static let articles: Set<String> = ["le", "du", "au"]

    private static let singulars = [
        "jours": "jour", "jours ouvrables": "jour ouvrable", "semaines": "semaine", "années": "année", "ans": "an",
        "heures": "heure", "dollars": "dollar",
    ]
}
