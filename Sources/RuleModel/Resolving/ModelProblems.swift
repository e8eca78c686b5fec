import PolicyValues
import RuleSyntax
import SourceText

/// Wording: names and the rule set as a whole.
extension Diagnostic {
    static func missingPolicy(_ folder: SourceRange) -> Diagnostic {
        Diagnostic(
            .missingPolicy, "aucun fichier n’a de section «\u{A0}politique\u{A0}»", at: folder,
            help: "ajoutez «\u{A0}politique: {nom: …, version: …}\u{A0}» à l’un des fichiers")
    }

    static func secondPolicy(_ range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicatePolicy, "la section «\u{A0}politique\u{A0}» est donnée deux fois", at: range,
            notes: [.init("elle l’est une première fois ici", at: first)])
    }

    static func duplicateName(_ name: Words, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicateName, "le nom \(quoted(name.value)) est déjà pris", at: name.range,
            notes: [.init("il est défini une première fois ici", at: first)], help: "choisissez un autre nom")
    }

    static func emptyName(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.invalidName, "un nom ne peut pas être vide", at: range)
    }

    static func nameTooLong(_ name: Words, _ length: Int) -> Diagnostic {
        Diagnostic(
            .invalidName, "ce nom a \(length) caractères; la limite est de \(Limits.nameLength)", at: name.range)
    }

    static func hiddenCharacter(_ scalar: Unicode.Scalar, in name: Words) -> Diagnostic {
        Diagnostic(
            .invalidName, "le nom \(quoted(name.value)) contient le caractère invisible \(Visible.codePoint(scalar))",
            at: name.range, help: "retapez le nom")
    }

    static func spaceAtEnd(_ scalar: Unicode.Scalar, of name: Words) -> Diagnostic {
        Diagnostic(
            .invalidName,
            "le nom \(quoted(name.value)) commence ou finit par le caractère \(Visible.codePoint(scalar)), une espace",
            at: name.range, help: "supprimez cette espace")
    }

    static func reservedName(_ name: Words) -> Diagnostic {
        Diagnostic(
            .reservedName, "\(quoted(name.value)) est un mot de la langue des règles et ne peut pas être un nom ici",
            at: name.range, help: "choisissez un nom plus précis")
    }

    static func nameReadsAsValue(_ name: Words) -> Diagnostic {
        Diagnostic(
            .invalidName, "le nom \(quoted(name.value)) se lit comme un nombre ou une date", at: name.range,
            help: "ajoutez-y un mot")
    }

    static func barInValue(_ name: Words) -> Diagnostic {
        Diagnostic(
            .invalidName, "la valeur \(quoted(name.value)) contient «\u{A0}|\u{A0}», qui sépare les valeurs dans les lots",
            at: name.range)
    }

    static func unknownName(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownName, "aucun fait, définition ni décision ne s’appelle \(quoted(name.value))", at: name.range
        ).suggesting(name, among: known)
    }

    static func unknownRule(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(.unknownName, "aucune règle ni aucun tableau ne s’appelle \(quoted(name.value))", at: name.range)
            .suggesting(name, among: known)
    }

    static func unknownDecision(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(.unknownName, "aucune décision ne s’appelle \(quoted(name.value))", at: name.range)
            .suggesting(name, among: known)
    }

    static func unknownParameter(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(.unknownName, "aucun paramètre ne s’appelle \(quoted(name.value))", at: name.range)
            .suggesting(name, among: known)
    }

    static func unknownDocument(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownName, "aucun document ne s’appelle \(quoted(name.value)) dans «\u{A0}politique\u{A0}»", at: name.range
        ).suggesting(name, among: known)
    }

    static func unknownCalendar(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(.calendar, "aucun calendrier ne s’appelle \(quoted(name.value))", at: name.range)
            .suggesting(name, among: known)
    }

    static func calendarNeeded(_ known: [String], _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .calendar,
            known.isEmpty
                ? "compter des jours ouvrables demande un calendrier, et il n’y en a aucun"
                : "il y a plusieurs calendriers: dites lequel", at: range,
            help: known.isEmpty
                ? "ajoutez une section «\u{A0}calendriers\u{A0}»" : "ajoutez «\u{A0}calendrier:\u{A0}» suivi de \(quotedList(known))")
    }

    static func referenceDate(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownName, "la date de référence \(quoted(name.value)) n’est pas un fait de type date", at: name.range
        ).suggesting(name, among: known)
    }

    static func unknownFinding(_ code: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(.unknownName, "aucun constat n’a le code \(quoted(code.value))", at: code.range)
            .suggesting(code, among: known)
    }

    static func unknownLevel(_ word: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .invalidKeyword, "\(quoted(word.value)) n’est pas un niveau; \(quotedList(known)) est attendu",
            at: word.range
        ).suggesting(word, among: known)
    }

    static func cycle(_ names: [Words]) -> Diagnostic {
        let path = (names + names.prefix(1)).map { quoted($0.value) }.joined(separator: " → ")
        let start = names.first?.range ?? .beginning(of: FileID(index: 0))
        return Diagnostic(
            .cycle, "ces définitions, règles ou décisions dépendent les unes des autres en rond: \(path)", at: start,
            notes: names.dropFirst().map { .init("passe par \(quoted($0.value))", at: $0.range) },
            help: "supprimez l’un de ces liens")
    }

    static func constraintBeyondFacts(_ constraint: String, _ name: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .constraintScope,
            "la contrainte \(quoted(constraint)) ne peut porter que sur des faits; \(quoted(name)) dépend d’une décision "
                + "ou d’une règle", at: range, help: "faites-en une propriété")
    }

    static func unknownHole(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownTemplateName,
            "le texte nomme \(quoted(name.value)), qui n’est ni un fait, ni une définition, ni un paramètre, ni une décision",
            at: name.range
        ).hinting(name, among: known)
    }

    static func unclosedHole(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.templateSyntax, "une accolade «\u{A0}{{\u{A0}» n’est pas fermée par «\u{A0}}}\u{A0}»", at: range)
    }

    static func holeInStatement(_ name: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unknownTemplateName, "un énoncé ne peut nommer que «\u{A0}{{valeur}}\u{A0}», et pas pour un oui/non; "
                + "il nomme \(quoted(name))", at: range)
    }

    /// As ``suggesting(_:among:)``, where the place is wider than the word: nothing to replace.
    private func hinting(_ word: Words, among candidates: [String]) -> Diagnostic {
        var diagnostic = suggesting(word, among: candidates)
        diagnostic.fix = nil
        return diagnostic
    }
}
