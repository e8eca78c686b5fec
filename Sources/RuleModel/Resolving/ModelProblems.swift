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
            notes: [.init("elle l’est une première fois ici", at: first)], help: "n’en gardez qu’une")
    }

    static func duplicateName(_ name: Words, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicateName, "le nom \(quoted(name.value)) est déjà pris", at: name.range,
            notes: [.init("il est défini une première fois ici", at: first)], help: "choisissez un autre nom")
    }

    static func nameTooLong(_ name: Words, _ length: Int) -> Diagnostic {
        Diagnostic(
            .invalidName, "ce nom a \(counted(length))\u{A0}caractères; la limite est de \(Limits.nameLength)",
            at: name.range)
    }

    static func hiddenCharacter(_ scalar: Unicode.Scalar, in name: Words) -> Diagnostic {
        Diagnostic(
            .invalidName, "le nom \(quoted(name.value)) contient le caractère invisible \(Visible.codePoint(scalar))",
            at: name.range, help: "retapez le nom, sur une seule ligne")
    }

    static func spaceAtEnd(_ scalar: Unicode.Scalar, of name: Words) -> Diagnostic {
        Diagnostic(
            .invalidName,
            "le nom \(quoted(name.value)) commence ou finit par une espace particulière, \(Visible.codePoint(scalar))",
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
            .invalidName,
            "la valeur \(quoted(name.value)) contient «\u{A0}|\u{A0}», qui sépare les valeurs dans un lot",
            at: name.range, help: "choisissez un autre signe")
    }

    static func unknownName(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownName, "aucun fait, aucune définition ni aucune décision ne s’appelle \(quoted(name.value))",
            at: name.range
        ).suggesting(name, among: known)
    }

    static func unknownOperand(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(.unknownName, "aucun fait ni aucune définition ne s’appelle \(quoted(name.value))", at: name.range)
            .suggesting(name, among: known)
    }

    static func ruleAsSubject(_ name: Words) -> Diagnostic {
        Diagnostic(
            .unknownName,
            "\(quoted(name.value)) est une règle; aucun fait ni aucune définition ou décision ne s’appelle ainsi",
            at: name.range, help: "écrivez «\u{A0}règle: \(name.value)\u{A0}» pour dire qu’elle s’applique")
    }

    static func parameterAsSubject(_ name: Words) -> Diagnostic {
        Diagnostic(
            .unknownName, "\(quoted(name.value)) est un paramètre; une condition porte sur un fait ou une définition",
            at: name.range, help: "mettez-le à droite\u{A0}: «\u{A0}fait: {au plus: {paramètre: \(name.value)}}\u{A0}»")
    }

    static func parameterAsOperand(_ name: Words) -> Diagnostic {
        Diagnostic(
            .unknownName, "\(quoted(name.value)) est un paramètre; aucun fait ni aucune définition ne s’appelle ainsi",
            at: name.range, help: "écrivez {paramètre: \(name.value)}")
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
            .unknownName, "aucun document de «\u{A0}politique\u{A0}» ne s’appelle \(quoted(name.value))", at: name.range
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
                : "il y a plusieurs calendriers, et ce calcul n’en nomme aucun", at: range,
            help: known.isEmpty
                ? "ajoutez une section «\u{A0}calendriers\u{A0}»"
                : "ajoutez «\u{A0}calendrier:\u{A0}» suivi de \(quotedList(known))")
    }

    static func referenceDate(_ name: Words, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownName, "la date de référence \(quoted(name.value)) n’est pas un fait de type «\u{A0}date\u{A0}»",
            at: name.range
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
        ).suggesting(word, among: known, isListing: false)
    }

    /// All of the cycle: in the message as far as a line holds it, step by step in the notes.
    static func cycle(_ names: [Words]) -> Diagnostic {
        let shown = names.prefix(namesOnALine).map { quoted($0.value) }
        let rest = names.count - shown.count
        let notes = names.dropFirst().map { Note("passe par \(quoted($0.value))", at: $0.range) }
        let path = shown + (rest > 0 ? ["… (\(rest) de plus)"] : []) + names.prefix(1).map { quoted($0.value) }
        let start = names.first?.range ?? .beginning(of: FileID(index: 0))
        return Diagnostic(
            .cycle,
            "ces définitions, règles ou décisions dépendent les unes des autres en rond\u{A0}: "
                + path.joined(separator: " → "), at: start,
            notes: notes,
            help: "supprimez l’un de ces liens")
    }

    /// How many names of a cycle its message shows.
    private static let namesOnALine = 5

    static func constraintBeyondFacts(
        _ constraint: String, _ name: String, _ kind: DecidedKind, _ range: SourceRange
    ) -> Diagnostic {
        let what =
            switch kind {
            case .decision: "est une décision"
            case .rule: "est une règle"
            case .definition: "dépend d’une décision ou d’une règle"
            }
        return Diagnostic(
            .constraintScope,
            "la contrainte \(quoted(constraint)) ne peut porter que sur des faits, or \(quoted(name)) \(what)",
            at: range,
            help: "faites-en une propriété")
    }

    /// - Parameter isExact: whether the place is that of the name alone, which can then be replaced.
    static func unknownHole(_ name: Words, isExact: Bool, _ known: [String]) -> Diagnostic {
        var diagnostic = Diagnostic(
            .unknownTemplateName,
            "ce texte nomme \(quoted(name.value)), qui n’est ni un fait, ni une définition, ni une décision, ni un paramètre",
            at: name.range
        ).suggesting(name, among: known)
        if !isExact { diagnostic.fix = nil }
        return diagnostic
    }

    static func unclosedHole(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .templateSyntax, "«\u{A0}{{\u{A0}» n’est pas fermé par «\u{A0}}}\u{A0}»", at: range,
            help: "écrivez {{nom}}, ou supprimez une des deux accolades")
    }

    static func holeInStatement(_ name: String, isYesNo: Bool, _ range: SourceRange) -> Diagnostic {
        isYesNo
            ? Diagnostic(
                .unknownTemplateName, "l’énoncé d’un oui/non ne nomme rien; celui-ci nomme \(quoted(name))", at: range)
            : Diagnostic(
                .unknownTemplateName, "un énoncé ne nomme que «\u{A0}{{valeur}}\u{A0}»; celui-ci nomme \(quoted(name))",
                at: range)
    }
}
