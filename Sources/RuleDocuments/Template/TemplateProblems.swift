import SourceText

/// Wording: what is wrong with a template or with the questions of letters.
extension Diagnostic {
    static func unclosedTag(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .templateSyntax, "«\u{A0}{{\u{A0}» n’est pas fermé par «\u{A0}}}\u{A0}»", at: range,
            help: "écrivez le nom entre «\u{A0}{{\u{A0}» et «\u{A0}}}\u{A0}»")
    }

    static func emptyTag(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.templateSyntax, "il manque un nom entre «\u{A0}{{\u{A0}» et «\u{A0}}}\u{A0}»", at: range)
    }

    static func unsupportedTag(_ inside: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .templateSyntax, "la balise \(quoted("{{" + inside + "}}")) n’est pas permise dans un modèle", at: range,
            help: "permis\u{A0}: {{nom}}, {{#nom}}, {{^nom}}, {{/nom}} et {{! remarque }}")
    }

    static func unclosedSection(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .templateSyntax, "la section \(quoted(name.value)) n’est pas fermée", at: name.range,
            help: "fermez-la par \(quoted("{{/\(name.value)}}"))")
    }

    static func unopenedSection(_ name: Located<String>) -> Diagnostic {
        Diagnostic(.templateSyntax, "aucune section n’est ouverte que \(quoted(name.value)) fermerait", at: name.range)
    }

    static func otherSection(_ name: Located<String>, open: Located<String>) -> Diagnostic {
        Diagnostic(
            .templateSyntax, "la section ouverte est \(quoted(open.value)), et non \(quoted(name.value))",
            at: name.range, notes: [Note("elle est ouverte ici", at: open.range)],
            help: "les sections se ferment dans l’ordre inverse de leur ouverture",
            fix: Fix(replace: name.range, with: open.value))
    }

    static func notAText(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .templateSyntax, "\(quoted(name.value)) n’est pas un texte", at: name.range,
            help: "ouvrez une section, \(quoted("{{#\(name.value)}}")), et fermez-la, \(quoted("{{/\(name.value)}}"))")
    }

    static func unknownTemplateName(_ name: Located<String>, among candidates: [String]) -> Diagnostic {
        Diagnostic(
            .unknownTemplateName, "rien ne s’appelle \(quoted(name.value)) à cet endroit du modèle", at: name.range
        )
        .suggesting(name, among: candidates)
    }

    static func expectedQuestions(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "une question est un texte, sous le nom de son fait", at: range,
            help: "par exemple «\u{A0}préjudice causé: Avez-vous subi un préjudice?\u{A0}»")
    }

    static func questionOfUnknownFact(_ name: Located<String>, among candidates: [String]) -> Diagnostic {
        Diagnostic(.unknownFact, "aucun fait ne s’appelle \(quoted(name.value))", at: name.range)
            .suggesting(name, among: candidates)
    }
}
