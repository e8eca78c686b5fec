import RuleSyntax
import SourceText

/// Wording: types, comparators, units, and what a decision allows.
extension Diagnostic {
    static func unknownType(_ words: Words, _ allowed: [String]) -> Diagnostic {
        var diagnostic = Diagnostic(
            .invalidKeyword, "\(quoted(words.value)) n’est pas un type permis ici", at: words.range
        ).suggesting(words, among: allowed)
        if diagnostic.fix == nil, let meant = typesMeant[NameKey.bare(words.value)], allowed.contains(meant) {
            diagnostic.help = "vouliez-vous dire \(quoted(meant))?"
            diagnostic.fix = Fix(replace: words.range, with: meant)
        }
        return diagnostic
    }

    /// Words of other tools for our types.
    private static let typesMeant = [
        "booleen": "oui/non", "bool": "oui/non", "boolean": "oui/non", "vrai/faux": "oui/non", "entier": "nombre",
        "number": "nombre", "decimal": "nombre", "numerique": "nombre", "montant": "nombre", "chaine": "texte",
        "string": "texte", "text": "texte", "liste": "choix multiple", "enumeration": "choix", "jour": "date",
    ]

    static func nameAsConstant(_ name: Words, isParameter: Bool, _ owner: String) -> Diagnostic {
        Diagnostic(
            .invalidValue, "une valeur est attendue pour \(owner); \(quoted(name.value)) est un nom", at: name.range,
            help: isParameter ? "écrivez {paramètre: \(name.value)}" : "écrivez {fait: \(name.value)}")
    }

    static func choiceWithoutValues(_ name: Words) -> Diagnostic {
        Diagnostic(
            .missingKey, "il manque la clé «\u{A0}valeurs\u{A0}» pour \(quoted(name.value)), qui est un choix",
            at: name.range,
            help:
                "écrivez «\u{A0}valeurs:\u{A0}», puis une ligne «\u{A0}valeur: ce qu’elle veut dire\u{A0}» pour chacune"
        )
    }

    static func valuesWithoutChoice(_ type: Words, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys, "«\u{A0}valeurs\u{A0}» ne va pas avec le type \(quoted(type.value))", at: range,
            help: "supprimez-la, ou écrivez «\u{A0}type: choix\u{A0}»")
    }

    static func onlyForNumbers(_ key: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys, "\(quoted(key)) ne va qu’avec le type «\u{A0}nombre\u{A0}»", at: range,
            help: "supprimez cette clé")
    }

    static func onlyForYesNo(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys, "«\u{A0}énoncé contraire\u{A0}» ne va qu’avec le type «\u{A0}oui/non\u{A0}»", at: range,
            help: "supprimez cette clé")
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
        Diagnostic(
            .incompatibleType,
            type == expected
                ? "\(quoted(name.value)) est aussi de type \(quoted(type)), mais n’a pas les mêmes valeurs"
                : "\(quoted(name.value)) est de type \(quoted(type)); le type \(quoted(expected)) est attendu",
            at: name.range)
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
            help: "comparez son issue dans une condition\u{A0}: «\u{A0}\(name.value): issue\u{A0}»")
    }

    static func outcomeExpected(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.incompatibleType, "une décision ne se compare qu’à ses issues, écrites telles quelles", at: range)
    }

    static func alwaysApplies(_ words: Words, _ decision: String) -> Diagnostic {
        Diagnostic(
            .unknownValue,
            "la décision \(quoted(decision)) n’a pas d’«\u{A0}applicable si\u{A0}»; elle n’est jamais sans objet",
            at: words.range)
    }

    static func unknownOutcome(_ words: Words, _ decision: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownValue, "\(quoted(words.value)) n’est pas une issue de la décision \(quoted(decision))",
            at: words.range
        ).suggesting(words, among: known)
    }

    static func unknownMethod(_ words: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .invalidKeyword, "\(quoted(words.value)) n’est pas une méthode; \(quotedList(known)) est attendu",
            at: words.range
        ).suggesting(words, among: known, isListing: false)
    }

    static func defaultOfCumulative(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys, "une décision par cumul n’a pas d’issue par défaut", at: range,
            help: "supprimez «\u{A0}par défaut\u{A0}»")
    }

    static func missingDefault(_ name: Words, _ method: Words) -> Diagnostic {
        Diagnostic(
            .missingKey,
            "il manque la clé «\u{A0}par défaut\u{A0}» pour la décision \(quoted(name.value)), de méthode "
                + quoted(method.value), at: name.range)
    }

    static func listOfOutcomes(_ decision: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "la décision \(quoted(decision)) n’a qu’une issue; une liste a été trouvée", at: range,
            help: "seule une décision par cumul en admet plusieurs")
    }
}
