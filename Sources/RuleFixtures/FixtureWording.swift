import PolicyValues
import SourceText

/// Wording: what reports say beside diagnostics.
enum FixtureWording {
    static let byDefault = "issue par défaut\u{A0}: aucune règle ne conclut cette décision"
    static let nothing = "rien"
    static let decided = "cas décidé"
    static let failure = "échec"
    static let difference = "différence"

    static func refused(_ codes: [String]) -> String { "cas refusé\u{A0}: \(codes.joined(separator: ", "))" }

    static func possible(_ outcomes: [String]) -> String? { list("issues possibles", outcomes) }

    static func missing(_ facts: [String]) -> String? { list("faits manquants", facts) }

    static func missing(parameters: [String]) -> String? { list("paramètres sans valeur", parameters) }

    static func overridden(by rules: [String]) -> String? { list("règles qui peuvent l’écarter", rules) }

    private static func list(_ what: String, _ names: [String]) -> String? {
        names.isEmpty ? nil : "\(what)\u{A0}: \(names.joined(separator: ", "))"
    }

    static func help(_ text: String) -> String { "aide\u{A0}: \(text)" }

    /// A name in « », whole but for a very long one.
    static func inGuillemets(_ name: String) -> String {
        "«\u{A0}\(Visible.cut(Visible.text(name), to: nameLength))\u{A0}»"
    }

    private static let nameLength = 200

    static func numberedExample(_ number: Int) -> String { "exemple \(number)" }

    /// What reports call a check.
    static func title(of result: CheckResult) -> String {
        switch result.kind {
        case .fixture, .file: result.name
        case .example(let owner): "\(owner)\u{A0}: \(result.name)"
        }
    }

    static func object(_ name: String) -> String { "objet \(inGuillemets(name))" }

    static func title(of subject: Difference.Subject) -> String {
        switch subject {
        case .issue(let decision): Visible.text(decision)
        case .motifs(let decision): "\(Visible.text(decision)), motifs"
        case .missing(let decision): "\(Visible.text(decision)), manquants"
        case .possible(let decision): "\(Visible.text(decision)), possibles"
        case .rule(let name): "règle \(inGuillemets(name))"
        case .definition(let name): "définition \(inGuillemets(name))"
        case .refusal: "refus"
        }
    }

    static func origin(_ origin: Difference.Origin, at place: String) -> String {
        let name = inGuillemets(origin.name)
        return switch origin.truth {
        case .yes: "la règle \(name) s’applique (\(place))"
        case .no: "la règle \(name) ne s’applique pas (\(place))"
        case .unknown: "la règle \(name) peut s’appliquer (\(place))"
        case nil: "\(name) (\(place))"
        }
    }

    static func others(_ count: Int) -> String { count == 1 ? "une autre règle" : "\(number(count)) autres règles" }

    static func summary(_ title: String, expected: String, found: String) -> String {
        "\(title)\u{A0}: attendu \(expected), obtenu \(found)"
    }
}

// MARK: Counts

extension FixtureWording {
    /// « 170 cas et 127 exemples : tous conformes. »
    static func summary(_ tally: Tally) -> String {
        let total = tally.cases + tally.examples
        return "\(cases(tally.cases)) et \(examples(tally.examples))\u{A0}: " + verdict(tally, total) + "."
    }

    private static func verdict(_ tally: Tally, _ total: Int) -> String {
        let known = tally.knownFailures == 0 ? nil : expectedFailures(tally.knownFailures)
        guard tally.failures > 0 else {
            return (total == 1 ? "conforme" : "tous conformes") + (known.map { ", dont \($0)" } ?? "")
        }
        let parts = [
            tally.failedCases == 0 ? nil : cases(tally.failedCases),
            tally.failedExamples == 0 ? nil : examples(tally.failedExamples),
            tally.failedFiles == 0 ? nil : files(tally.failedFiles),
        ]
        return FrenchFormat.list(parts.compactMap { $0 }) + " en échec" + (known.map { ", \($0)" } ?? "")
    }

    /// « 20 cas », « 11 cas, dont 1 en échec ».
    static func count(_ tally: Tally) -> (number: String, rest: String) {
        let total = tally.cases + tally.examples
        let noun = tally.cases > 0 ? "cas" : total < 2 ? "exemple" : "exemples"
        let parts = [
            tally.failures == 0 ? nil : "\(number(tally.failures)) en échec",
            tally.knownFailures == 0 ? nil : expectedFailures(tally.knownFailures),
        ].compactMap { $0 }
        return (number(total), parts.isEmpty ? noun : "\(noun), dont \(FrenchFormat.list(parts))")
    }

    private static func cases(_ count: Int) -> String { number(count) + "\u{A0}cas" }

    private static func examples(_ count: Int) -> String { number(count) + "\u{A0}exemple" + (count < 2 ? "" : "s") }

    private static func files(_ count: Int) -> String { number(count) + "\u{A0}fichier" + (count < 2 ? "" : "s") }

    private static func expectedFailures(_ count: Int) -> String {
        number(count) + "\u{A0}échec" + (count < 2 ? " attendu" : "s attendus")
    }

    static func number(_ count: Int) -> String {
        ExactDecimal(whole: count).map { FrenchFormat.number($0) } ?? String(count)
    }
}
