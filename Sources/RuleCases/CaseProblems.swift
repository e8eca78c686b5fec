package import PolicyValues
package import RuleModel
import RuleSyntax
package import SourceText

/// Wording: what is wrong with a case.
extension Diagnostic {
    static func keyBesideCases(_ key: Located<String>) -> Diagnostic {
        Diagnostic(
            .unknownKey, "un fichier qui a «\u{A0}cas\u{A0}» n’a pas d’autre clé; \(quoted(key.value)) a été trouvée",
            at: key.range)
    }

    static func expectedCases(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.unexpectedShape, "«\u{A0}cas\u{A0}» doit être une liste d’au moins un cas", at: range)
    }

    static func expectedCase(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "un cas a des entrées comme «\u{A0}nom\u{A0}», «\u{A0}date\u{A0}» et «\u{A0}faits\u{A0}»",
            at: range)
    }

    static func expectedObject(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "un objet a des entrées comme «\u{A0}nom\u{A0}» et «\u{A0}faits\u{A0}»", at: range)
    }

    static func expectedObjects(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.unexpectedShape, "«\u{A0}objets\u{A0}» doit être une liste d’au moins un objet", at: range)
    }

    static func unknownCaseKey(
        _ key: Located<String>, of layout: Layout, _ candidates: [String], isFact: Bool
    ) -> Diagnostic {
        var diagnostic = Diagnostic(
            .unknownKey, "la clé \(quoted(key.value)) n’existe pas pour \(layout.what)", at: key.range
        )
        .suggesting(key, among: candidates)
        if isFact {
            diagnostic.help = "mettez ce fait sous «\u{A0}faits\u{A0}»"
            diagnostic.fix = nil
        }
        return diagnostic
    }

    static func expectedCaseText(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.unexpectedShape, "un texte est attendu", at: range)
    }

    static func expectedFacts(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "«\u{A0}faits\u{A0}» a une entrée par fait, «\u{A0}nom du fait: valeur\u{A0}»", at: range)
    }

    static func unknownFact(_ name: Located<String>, _ known: [String], isDerived: Bool) -> Diagnostic {
        let diagnostic = Diagnostic(
            .unknownFact,
            isDerived
                ? "\(quoted(name.value)) se déduit des faits et ne se déclare pas dans un cas"
                : "aucun fait ne s’appelle \(quoted(name.value))", at: name.range)
        return isDerived ? diagnostic : diagnostic.suggesting(name, among: known)
    }

    static func factShape(_ fact: Fact, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape,
            "le fait \(quoted(fact.name)) a une valeur; des entrées «\u{A0}clé: valeur\u{A0}» ont été trouvées",
            at: range)
    }

    static func memberShape(_ fact: Fact, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "le fait \(quoted(fact.name)) a une liste de valeurs simples; autre chose a été trouvé",
            at: range, help: "supprimez les crochets ou les accolades en trop")
    }

    static func listForOneFact(_ fact: Fact, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .invalidValue, "le fait \(quoted(fact.name)) n’a qu’une valeur; une liste a été trouvée", at: range)
    }

    static func unknownMember(_ fact: Fact, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .forbiddenUnknown,
            "un élément du fait \(quoted(fact.name)) est inconnu; un ensemble est connu en entier ou pas",
            at: range, help: "supprimez-le, ou écrivez le fait «\u{A0}inconnu\u{A0}»")
    }

    static func jsonType(_ fact: Fact, _ text: String, _ range: SourceRange) -> Diagnostic {
        let help =
            switch fact.type {
            case .yesNo: "écrivez \"oui\" ou \"non\", true ou false"
            case .number: "écrivez un nombre, comme 12"
            case .date: "écrivez une date entre guillemets, comme \"2024-02-29\""
            case .choice, .choices, .text: "mettez la valeur entre guillemets"
            }
        return Diagnostic(
            .invalidValue,
            "le fait \(quoted(fact.name)) est de type \(quoted(fact.type.name)); \(quoted(text)) a été trouvé",
            at: range, help: help)
    }

    package static func noCase(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.noCase, "le fichier ne contient aucun cas", at: range)
    }

    package static func outOfForce(_ date: CivilDate, _ period: Period, _ range: SourceRange) -> Diagnostic {
        let from = period.from.map { "à compter du \(FrenchFormat.bareDate($0))" }
        let through = period.through.map { "jusqu’au \(FrenchFormat.bareDate($0))" }
        let span = [from, through].compactMap { $0 }.joined(separator: " ")
        return Diagnostic(
            .outOfForce,
            "le cas ne peut pas être décidé au \(FrenchFormat.bareDate(date))\u{A0}: la politique est en vigueur \(span)",
            at: range)
    }

    package static func dateDiffers(_ asked: CivilDate, from own: CivilDate, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .dateDiffers, level: .warning,
            "le cas est décidé au \(FrenchFormat.bareDate(asked)), la date demandée; la sienne est le "
                + "\(FrenchFormat.bareDate(own))", at: range)
    }
}
