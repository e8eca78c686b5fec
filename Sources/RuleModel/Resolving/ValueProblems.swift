package import PolicyValues
package import RuleSyntax
package import SourceText

/// Wording: values of the six types.
extension Diagnostic {
    /// - Parameter owner: « le fait … », whose value it is.
    package static func invalid(_ problem: ValueReader.Problem, _ words: Words, _ owner: String?) -> Diagnostic {
        let found = quoted(words.value)
        let of = owner.map { " pour \($0)" } ?? ""
        switch problem {
        case .yesNo:
            let nearest = yesNoMeant(words.value)
            return Diagnostic(
                .invalidValue, "«\u{A0}oui\u{A0}» ou «\u{A0}non\u{A0}» est attendu\(of); \(found) a été trouvé",
                at: words.range, help: nearest.map { "vouliez-vous dire \(quoted($0))?" },
                fix: nearest.map { Fix(replace: words.range, with: $0) })
        case .choice(let allowed):
            return Diagnostic(.unknownValue, "\(found) n’est pas une valeur permise\(of)", at: words.range)
                .suggesting(words, among: allowed)
        case .number(let problem): return number(problem, words, of)
        case .date: return date(words, of)
        case .textTooLong:
            return Diagnostic(
                .limitExceeded, "ce texte dépasse la limite de \(counted(Limits.textLength))\u{A0}caractères\(of)",
                at: words.range)
        }
    }

    private static func number(_ problem: ExactDecimal.ParsingProblem, _ words: Words, _ of: String) -> Diagnostic {
        let found = quoted(words.value)
        switch problem {
        case .notation(let corrected):
            let startsWithDigit = words.value.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
            let diagnostic = Diagnostic(
                .invalidValue, "un nombre comme 12 ou -3.5 est attendu\(of); \(found) n’en est pas un", at: words.range,
                help: corrected.map { "écrivez \($0)" } ?? (startsWithDigit ? "écrivez le nombre seul" : nil),
                fix: corrected.map { Fix(replace: words.range, with: $0) })
            return diagnostic.showingOddCharacter(of: words)
        case .tooPrecise:
            return Diagnostic(
                .invalidValue, "\(found) a plus de \(ExactDecimal.fractionDigits) décimales\(of)", at: words.range,
                help: "arrondissez-le")
        case .outOfRange:
            return Diagnostic(
                .invalidValue,
                "\(found) est hors des limites\(of)\u{A0}: un nombre a au plus 15 chiffres avant le point et reste "
                    + "sous 900\u{A0}000 milliards", at: words.range)
        }
    }

    private static func date(_ words: Words, _ of: String) -> Diagnostic {
        var diagnostic = Diagnostic(
            .invalidValue,
            "une date comme 2024-02-29 est attendue\(of); \(quoted(words.value)) n’en est pas une", at: words.range
        ).showingOddCharacter(of: words)
        let parts = words.value.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
        let numbers = parts.compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 3, parts.first?.utf8.count == 4 else { return diagnostic }
        if let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) {
            diagnostic.help = "écrivez \(date.iso)"
            diagnostic.fix = Fix(replace: words.range, with: date.iso)
        } else {
            diagnostic.help = "ce jour n’existe pas"
        }
        return diagnostic
    }

    private static func yesNoMeant(_ text: String) -> String? {
        switch NameKey.bare(text) {
        case "oui", "vrai", "true", "yes", "o", "y", "1", "on": "oui"
        case "non", "faux", "false", "no", "n", "0", "off": "non"
        default: nil
        }
    }

    package static func outOfBounds(
        _ value: ExactDecimal, least: ExactDecimal? = nil, most: ExactDecimal? = nil, _ owner: String,
        _ range: SourceRange
    ) -> Diagnostic {
        let bound =
            least.map { "d’au moins \(FrenchFormat.number($0))" }
            ?? most.map { "d’au plus \(FrenchFormat.number($0))" }
        return Diagnostic(
            .valueOutOfBounds,
            "une valeur \(bound ?? "permise") est attendue pour \(owner); \(quoted(FrenchFormat.number(value))) a été trouvé",
            at: range)
    }

    static func listForOneValue(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.unexpectedShape, "une seule valeur est attendue; une liste a été trouvée", at: range)
    }

    static func forbiddenUnknown(_ words: Words) -> Diagnostic {
        Diagnostic(
            .forbiddenUnknown,
            "\(quoted(words.value)) n’est pas une valeur\u{A0}: aucune règle ne dépend de ce qu’on ignore",
            at: words.range)
    }

    static func unknownWeekday(_ word: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(.invalidKeyword, "\(quoted(word.value)) n’est pas un jour de la semaine", at: word.range)
            .suggesting(word, among: known)
    }

    static func holidayOutside(_ date: Words, _ first: CivilDate, _ last: CivilDate) -> Diagnostic {
        Diagnostic(
            .holidayOutside,
            "le férié \(date.value) est hors de la période que couvre le calendrier, du "
                + "\(FrenchFormat.bareDate(first)) au \(FrenchFormat.bareDate(last))",
            at: date.range)
    }

    static func countOutOfRange(_ words: Words, most: Int) -> Diagnostic {
        Diagnostic(
            .invalidCount, "un nombre entier de 1 à \(most) est attendu; \(quoted(words.value)) a été trouvé",
            at: words.range)
    }

    static func badDelay(_ words: Words) -> Diagnostic {
        Diagnostic(
            .invalidValue, "un délai est un nombre entier de jours, 0 ou plus; \(quoted(words.value)) a été trouvé",
            at: words.range)
    }

    static func reversedBounds(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.incompatibleKeys, "«\u{A0}max\u{A0}» est plus petit que «\u{A0}min\u{A0}»", at: range)
    }

    static func reversedPeriod(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.invalidPeriod, "la période finit avant de commencer", at: range, help: "échangez les deux dates")
    }

    static func exampleShape(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.unexpectedShape, "une valeur ou «\u{A0}inconnu\u{A0}» est attendu", at: range)
    }

    static func exampleTruth(_ range: SourceRange, _ found: String?) -> Diagnostic {
        let shown = found.map { "\(quoted($0)) a été trouvé" } ?? "autre chose a été trouvé"
        let truths = ["vrai", "faux", "inconnu"]
        let meant = found.flatMap { ["oui": "vrai", "non": "faux"][$0] ?? Spelling.nearest(to: $0, among: truths) }
        return Diagnostic(
            .invalidKeyword, "\(quotedList(truths)) est attendu; \(shown)", at: range,
            help: meant.map { "vouliez-vous dire \(quoted($0))?" }, fix: meant.map { Fix(replace: range, with: $0) })
    }
}
