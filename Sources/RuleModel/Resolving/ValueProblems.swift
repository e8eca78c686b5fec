package import PolicyValues
package import RuleSyntax
package import SourceText

/// Wording: types, values, comparators and units.
extension Diagnostic {
    package static func invalid(_ problem: ValueReader.Problem, _ words: Words, _ owner: String?) -> Diagnostic {
        let found = quoted(words.value)
        let of = owner.map { " pour \($0)" } ?? ""
        switch problem {
        case .yesNo:
            let nearest = yesNoMeant(words.value)
            return Diagnostic(
                .invalidValue, "«\u{A0}oui\u{A0}» ou «\u{A0}non\u{A0}» est attendu\(of); \(found) a été trouvé", at: words.range,
                help: nearest.map { "vouliez-vous dire \(quoted($0))?" }, fix: nearest.map { Fix(replace: words.range, with: $0) })
        case .choice(let allowed):
            return Diagnostic(.unknownValue, "\(found) n’est pas une valeur permise\(of)", at: words.range)
                .suggesting(words, among: allowed)
        case .number(let problem): return number(problem, words, of)
        case .date:
            return Diagnostic(
                .invalidValue, "une date de la forme 2024-02-29 est attendue\(of); \(found) n’en est pas une",
                at: words.range, help: looksLikeDate(words.value) ? "ce jour n’existe pas ou n’est pas écrit en dix caractères" : nil)
        case .textTooLong:
            return Diagnostic(
                .limitExceeded, "ce texte dépasse la limite de \(Limits.textLength) caractères\(of)", at: words.range)
        }
    }

    private static func number(_ problem: ExactDecimal.ParsingProblem, _ words: Words, _ of: String) -> Diagnostic {
        let found = quoted(words.value)
        switch problem {
        case .notation(let corrected):
            var diagnostic = Diagnostic(
                .invalidValue, "un nombre comme 12 ou -3.5 est attendu\(of); \(found) n’en est pas un", at: words.range,
                help: corrected.map { "écrivez \($0)" }, fix: corrected.map { Fix(replace: words.range, with: $0) })
            if let odd = words.value.unicodeScalars.first(where: { Visible.isHidden($0) || Visible.isLookalike($0) }) {
                diagnostic.notes = [.init("le texte contient le caractère \(Visible.codePoint(odd))", at: words.range)]
            }
            return diagnostic
        case .tooPrecise:
            return Diagnostic(
                .invalidValue, "\(found) a plus de \(ExactDecimal.fractionDigits) décimales\(of)", at: words.range,
                help: "arrondissez-le vous-même")
        case .outOfRange:
            return Diagnostic(
                .invalidValue, "\(found) est hors des limites\(of): un nombre est inférieur à 900 000 milliards",
                at: words.range)
        }
    }

    private static func yesNoMeant(_ text: String) -> String? {
        switch NameKey.bare(text) {
        case "oui", "vrai", "true", "yes", "o", "y", "1", "on": "oui"
        case "non", "faux", "false", "no", "n", "0", "off": "non"
        default: nil
        }
    }

    private static func looksLikeDate(_ text: String) -> Bool {
        text.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
    }

    static func unknownType(_ words: Words, _ allowed: [String]) -> Diagnostic {
        Diagnostic(.invalidKeyword, "\(quoted(words.value)) n’est pas un type permis ici", at: words.range)
            .suggesting(words, among: allowed)
    }

    static func choiceWithoutValues(_ name: Words) -> Diagnostic {
        Diagnostic(
            .missingKey, "il manque la clé «\u{A0}valeurs\u{A0}» à \(quoted(name.value)), qui est un choix", at: name.range,
            help: "écrivez «\u{A0}valeurs:\u{A0}», puis une ligne «\u{A0}valeur: ce qu’elle veut dire\u{A0}» pour chacune")
    }

    static func valuesWithoutChoice(_ type: Words, _ range: SourceRange) -> Diagnostic {
        Diagnostic(.incompatibleKeys, "«\u{A0}valeurs\u{A0}» ne va pas avec le type \(quoted(type.value))", at: range)
    }

    static func onlyForNumbers(_ key: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(.incompatibleKeys, "\(quoted(key)) ne va qu’avec le type «\u{A0}nombre\u{A0}»", at: range)
    }

    static func onlyForYesNo(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.incompatibleKeys, "«\u{A0}énoncé contraire\u{A0}» ne va qu’avec le type «\u{A0}oui/non\u{A0}»", at: range)
    }

    static func reversedBounds(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.incompatibleKeys, "«\u{A0}max\u{A0}» est plus petit que «\u{A0}min\u{A0}»", at: range)
    }

    static func reversedPeriod(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.invalidPeriod, "la période finit avant de commencer", at: range)
    }

    package static func outOfBounds(
        _ value: ExactDecimal, least: ExactDecimal? = nil, most: ExactDecimal? = nil, _ range: SourceRange
    ) -> Diagnostic {
        let bound = least.map { "au moins \(FrenchFormat.number($0))" } ?? most.map { "au plus \(FrenchFormat.number($0))" }
        return Diagnostic(
            .valueOutOfBounds, "la valeur doit être \(bound ?? "dans ses bornes"); \(FrenchFormat.number(value)) a été trouvé",
            at: range)
    }

    static func listForOneValue(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.unexpectedShape, "une seule valeur est attendue; une liste a été trouvée", at: range)
    }

    static func forbiddenUnknown(_ words: Words) -> Diagnostic {
        Diagnostic(
            .forbiddenUnknown, "\(quoted(words.value)) ne peut pas être attendu: aucune règle ne dépend de ce qu’on ignore",
            at: words.range)
    }

    static func unknownWeekday(_ word: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(.invalidKeyword, "\(quoted(word.value)) n’est pas un jour de la semaine", at: word.range)
            .suggesting(word, among: known)
    }

    static func holidayOutside(_ date: Words, _ first: CivilDate, _ last: CivilDate) -> Diagnostic {
        Diagnostic(
            .holidayOutside, "le férié \(date.value) est hors de la période que couvre le calendrier, "
                + "du \(first.iso) au \(last.iso)", at: date.range)
    }

    static func countOutOfRange(_ words: Words, most: Int) -> Diagnostic {
        Diagnostic(
            .invalidCount, "un nombre entier de 1 à \(most) est attendu; \(quoted(words.value)) a été trouvé",
            at: words.range)
    }

    static func comparator(
        _ written: Located<WrittenComparator>, doesNotFit type: ValueType?, _ owner: String
    ) -> Diagnostic {
        let word = written.value.rawValue
        let better = type == .date ? dateComparators[word] : type == .number ? numberComparators[word] : nil
        let what = type.map { ", de type \(quoted($0.name))" } ?? ""
        return Diagnostic(
            .incompatibleComparator, "le comparateur \(quoted(word)) ne va pas avec \(owner)\(what)", at: written.range,
            help: better.map { "vouliez-vous dire \(quoted($0))?" },
            fix: better.map { Fix(replace: written.range, with: $0) })
    }

    private static let dateComparators = [
        "plus de": "après", "moins de": "avant", "au moins": "au plus tôt", "au plus": "au plus tard",
    ]
    private static let numberComparators = [
        "après": "plus de", "avant": "moins de", "au plus tôt": "au moins", "au plus tard": "au plus",
    ]

    static func operandType(_ name: Words, _ type: String, expected: String) -> Diagnostic {
        let detail = type == expected ? "n’a pas les mêmes valeurs" : "est de type \(quoted(type))"
        return Diagnostic(
            .incompatibleType, "\(quoted(name.value)) \(detail); le type \(quoted(expected)) est attendu", at: name.range)
    }

    static func units(_ name: Words, _ unit: String?, expected: String?) -> Diagnostic {
        func words(_ unit: String?) -> String { unit.map { "en \(quoted($0))" } ?? "sans unité" }
        return Diagnostic(
            .incompatibleUnit, "\(quoted(name.value)) est \(words(unit)); une valeur \(words(expected)) est attendue",
            at: name.range)
    }

    static func decisionAsValue(_ name: Words) -> Diagnostic {
        Diagnostic(
            .incompatibleType, "\(quoted(name.value)) est une décision et n’a pas de valeur à comparer", at: name.range,
            help: "comparez son issue dans une condition: «\u{A0}\(name.value): issue\u{A0}»")
    }

    static func outcomeExpected(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.incompatibleType, "une décision ne se compare qu’à ses issues, écrites telles quelles", at: range)
    }

    static func alwaysApplies(_ words: Words, _ decision: String) -> Diagnostic {
        Diagnostic(
            .unknownValue, "la décision \(quoted(decision)) n’a pas d’«\u{A0}applicable si\u{A0}»: elle n’est jamais sans objet",
            at: words.range)
    }

    static func unknownOutcome(_ words: Words, _ decision: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownValue, "\(quoted(words.value)) n’est pas une issue de la décision \(quoted(decision))",
            at: words.range
        ).suggesting(words, among: known)
    }

    static func unknownMethod(_ words: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(.invalidKeyword, "\(quoted(words.value)) n’est pas une méthode", at: words.range)
            .suggesting(words, among: known)
    }

    static func defaultOfCumulative(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.incompatibleKeys, "une décision par cumul n’a pas d’issue par défaut", at: range)
    }

    static func missingDefault(_ name: Words) -> Diagnostic {
        Diagnostic(.missingKey, "il manque la clé «\u{A0}par défaut\u{A0}» à la décision \(quoted(name.value))", at: name.range)
    }

    static func listOfOutcomes(_ decision: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "la décision \(quoted(decision)) n’a qu’une issue; une liste a été trouvée", at: range,
            help: "seule une décision par cumul en admet plusieurs")
    }

    static func badDelay(_ words: Words) -> Diagnostic {
        Diagnostic(
            .invalidValue, "un délai est un nombre entier de jours, 0 ou plus; \(quoted(words.value)) a été trouvé",
            at: words.range)
    }

    static func exampleShape(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.unexpectedShape, "une valeur ou «\u{A0}inconnu\u{A0}» est attendu", at: range)
    }

    static func exampleTruth(_ range: SourceRange, _ found: String?) -> Diagnostic {
        let words = found.map { Words($0, at: range) }
        let diagnostic = Diagnostic(.invalidKeyword, "«\u{A0}vrai\u{A0}», «\u{A0}faux\u{A0}» ou «\u{A0}inconnu\u{A0}» est attendu", at: range)
        return words.map { diagnostic.suggesting($0, among: ["vrai", "faux", "inconnu"]) } ?? diagnostic
    }
}
