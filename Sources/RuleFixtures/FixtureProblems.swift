import RuleCases
import RuleModel
import RuleSyntax
import SourceText

/// Wording: what is wrong with what a fixture expects.
extension Diagnostic {
    static func expectationShape(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .invalidExpectation, "«\u{A0}attendu\u{A0}» a une entrée par décision, ou «\u{A0}refus\u{A0}»", at: range,
            help: "écrivez par exemple «\u{A0}attendu: {nom de la décision: issue}\u{A0}»")
    }

    static func emptyExpectation(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .emptyCollection, "rien n’est attendu ici\u{A0}: la liste est vide", at: range,
            help: "supprimez la clé, ou nommez ce qui est attendu")
    }

    static func oneWordExpected(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.unexpectedShape, "une seule valeur est attendue ici", at: range)
    }

    static func nothingExpected(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.emptyValue, "la valeur attendue manque", at: range)
    }

    static func refusalOfObject(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .invalidExpectation,
            "un cas est refusé en entier\u{A0}: «\u{A0}refus\u{A0}» ne va pas dans l’«\u{A0}attendu\u{A0}» d’un objet",
            at: range, help: "mettez «\u{A0}attendu: {refus: …}\u{A0}» au niveau du cas")
    }

    static func keyBesideRefusal(_ key: Located<String>) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys,
            "un cas refusé n’est pas décidé\u{A0}: \(quoted(key.value)) ne va pas avec «\u{A0}refus\u{A0}»",
            at: key.range)
    }

    static func unknownRefusal(_ word: Located<String>, _ codes: [String]) -> Diagnostic {
        Diagnostic(.invalidExpectation, "aucun diagnostic n’a le code \(quoted(word.value))", at: word.range)
            .suggesting(word, among: codes)
    }

    static func expectedRulesShape(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape,
            "«\u{A0}règles\u{A0}» a une entrée par règle\u{A0}: «\u{A0}nom de la règle: vrai\u{A0}», «\u{A0}faux\u{A0}» ou «\u{A0}inconnu\u{A0}»",
            at: range)
    }

    static func expectedTruth(_ word: Located<String>) -> Diagnostic {
        Diagnostic(
            .invalidKeyword,
            "«\u{A0}vrai\u{A0}», «\u{A0}faux\u{A0}» ou «\u{A0}inconnu\u{A0}» est attendu; \(quoted(word.value)) a été trouvé",
            at: word.range
        ).suggesting(word, among: ["vrai", "faux", "inconnu"])
    }

    static func expectedDefinitionsShape(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape,
            "«\u{A0}définitions\u{A0}» a une entrée par définition\u{A0}: «\u{A0}nom: valeur\u{A0}» ou «\u{A0}nom: inconnu\u{A0}»",
            at: range)
    }

    static func expectedOtherType(_ word: Located<String>, _ definition: Definition) -> Diagnostic {
        Diagnostic(
            .invalidValue,
            "la définition \(quoted(definition.name)) est de type \(quoted(definition.type.name)); "
                + "\(quoted(word.value)) a été trouvé", at: word.range)
    }

    static func unknownDefinition(_ name: Located<String>, _ set: RuleSet) -> Diagnostic {
        unknown(.unknownName, name, "aucune définition ne s’appelle", set.definitions.map(\.name), set)
    }

    static func unknownExpectedDecision(_ name: Located<String>, _ set: RuleSet) -> Diagnostic {
        let known = set.decisions.map(\.name) + ExpectationKey.allCases.map(\.rawValue)
        return unknown(.unknownName, name, "aucune décision ne s’appelle", known, set)
    }

    static func unknownExpectedFact(_ name: Located<String>, _ set: RuleSet) -> Diagnostic {
        unknown(.unknownFact, name, "aucun fait ne s’appelle", set.facts.map(\.name), set)
    }

    /// A name that stands for something else says so; else the nearest is suggested.
    private static func unknown(
        _ code: DiagnosticCode, _ name: Located<String>, _ what: String, _ known: [String], _ set: RuleSet
    ) -> Diagnostic {
        var diagnostic = Diagnostic(code, "\(what) \(quoted(name.value))", at: name.range)
        switch set.vocabulary[NameKey.fold(name.value)] {
        case .fact(let id):
            diagnostic.notes = [.init("\(quoted(set[id].name)) est un fait", at: set[id].range)]
        case .definition(let id):
            diagnostic.notes = [.init("\(quoted(set[id].name)) est une définition", at: set[id].range)]
        case .decision(let id):
            diagnostic.notes = [.init("\(quoted(set[id].name)) est une décision", at: set[id].range)]
        case nil: return diagnostic.suggesting(name, among: known)
        }
        return diagnostic
    }

    static func unknownExpectedRule(_ name: Located<String>, _ known: [String]) -> Diagnostic {
        Diagnostic(.unknownName, "aucune règle ne s’appelle \(quoted(name.value))", at: name.range)
            .suggesting(name, among: known)
    }

    static func tableInsteadOfLine(_ name: Located<String>, _ lines: [String]) -> Diagnostic {
        Diagnostic(
            .unknownName, "\(quoted(name.value)) est un tableau; la ligne doit être nommée", at: name.range,
            help: "lignes\u{A0}: \(lines.joined(separator: ", "))")
    }

    static func unknownAspect(_ key: Located<String>, _ allowed: [String]) -> Diagnostic {
        Diagnostic(
            .unknownKey, "la clé \(quoted(key.value)) n’existe pas pour ce qui est attendu d’une décision",
            at: key.range
        ).suggesting(key, among: allowed)
    }

    static func unknownExpectedOutcome(_ word: Located<String>, _ decision: Decision) -> Diagnostic {
        let known = decision.outcomes.map(\.name) + ["indéterminée", "sans objet", "contradictoire"]
        return Diagnostic(
            .unknownValue, "\(quoted(word.value)) n’est pas une issue de la décision \(quoted(decision.name))",
            at: word.range
        ).suggesting(word, among: known)
    }

    static func listForOneOutcome(_ decision: Decision, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "la décision \(quoted(decision.name)) n’a qu’une issue; une liste a été trouvée",
            at: range, help: "pour plusieurs issues possibles, écrivez «\u{A0}possibles: […]\u{A0}»")
    }

    static func neverWithoutObject(_ word: Located<String>, _ decision: Decision) -> Diagnostic {
        Diagnostic(
            .invalidExpectation,
            "la décision \(quoted(decision.name)) n’a pas d’«\u{A0}applicable si\u{A0}»\u{A0}: elle n’est jamais sans objet",
            at: word.range)
    }

    static func neverContradictory(_ word: Located<String>, _ decision: Decision) -> Diagnostic {
        Diagnostic(
            .invalidExpectation,
            "la décision \(quoted(decision.name)) n’est jamais contradictoire\u{A0}: sa méthode est "
                + quoted(decision.method.name), at: word.range)
    }

    static func foreignMotif(_ word: Located<String>, _ decision: Decision, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .invalidExpectation, "la règle \(quoted(word.value)) ne conclut pas la décision \(quoted(decision.name))",
            at: word.range
        ).suggesting(word, among: known)
    }
}

/// Wording: fixtures that cannot fail, or no longer do.
extension Diagnostic {
    static func nothingExpectedOfCase(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.invalidExpectation, "ce cas n’a pas d’«\u{A0}attendu\u{A0}»\u{A0}: il ne vérifie rien", at: range)
    }

    static func nothingExpectedOfObject(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .invalidExpectation, "cet objet n’a pas d’«\u{A0}attendu\u{A0}»\u{A0}: il ne vérifie rien", at: range)
    }

    static func expectationBesideObjects(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .invalidExpectation, "chaque objet est décidé à part\u{A0}: «\u{A0}attendu\u{A0}» va dans les objets",
            at: range,
            help: "au niveau du cas, seul «\u{A0}attendu: {refus: …}\u{A0}» est permis")
    }

    static func unexpectedPass(_ reason: Located<String>) -> Diagnostic {
        Diagnostic(
            .invalidExpectation, "ce cas est conforme, alors que son échec est attendu\u{A0}: \(quoted(reason.value))",
            at: reason.range, help: "supprimez «\u{A0}échec attendu\u{A0}»")
    }

    static func nothingSelected(in folder: SourceRange) -> Diagnostic {
        Diagnostic(
            .noCase, "aucun cas ni exemple n’est retenu par «\u{A0}--filtre\u{A0}»\u{A0}: rien n’est vérifié", at: folder,
            help: "le texte est cherché dans le nom et le chemin des cas, et dans le nom des règles pour les exemples")
    }

    static func noCases(in folder: SourceRange) -> Diagnostic {
        Diagnostic(.noCase, "aucun cas n’a été trouvé\u{A0}: rien n’est vérifié", at: folder)
    }
}
