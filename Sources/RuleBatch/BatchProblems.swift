import PolicyValues
import SourceText

/// Wording: what is wrong with a batch.
extension Diagnostic {
    static func lineTooLong(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .limitExceeded, "la ligne dépasse la limite de \(BatchLimits.lineBytes >> 20)\u{A0}Mio", at: range,
            help: "mettez une requête par ligne")
    }

    // MARK: CSV

    static func csv(_ problem: CSVCells.Problem, of file: FileID) -> Diagnostic {
        switch problem {
        case .neverClosed(let place):
            Diagnostic(
                .csvSyntax, "la cellule s’ouvre par un guillemet droit qui n’est jamais fermé",
                at: SourceRange(file: file, at: place, length: 1),
                help: "fermez-le; un guillemet droit dans une cellule s’écrit \(quoted("\"\""))")
        case .afterQuote(let place):
            Diagnostic(
                .csvSyntax, "rien ne peut suivre le guillemet droit qui ferme une cellule",
                at: SourceRange(file: file, at: place, length: 1),
                help: "un guillemet droit dans une cellule s’écrit \(quoted("\"\""))")
        case .strayQuote(let place):
            Diagnostic(
                .csvSyntax, "un guillemet droit se trouve dans une cellule qui n’en est pas entourée",
                at: SourceRange(file: file, at: place, length: 1),
                help: "entourez la cellule de guillemets droits et doublez celui-ci")
        }
    }

    static func cellCount(_ count: Int, of expected: Int, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .cellCount,
            "la ligne a \(count)\u{A0}cellule\(count > 1 ? "s" : ""); l’en-tête en a \(expected)", at: range)
    }

    static func columnWithoutName(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .csvSyntax, "une colonne de l’en-tête n’a pas de nom", at: range,
            help: "supprimez la colonne, ou donnez-lui le nom d’un fait")
    }

    static func unknownColumn(_ name: Located<String>, among known: [String]) -> Diagnostic {
        var diagnostic = Diagnostic(.unknownFact, "aucun fait ne s’appelle \(quoted(name.value))", at: name.range)
            .suggesting(name, among: known)
        if diagnostic.help == nil {
            diagnostic.help = "l’en-tête a les noms des faits, séparés par \(quoted(";")) ou \(quoted(","))"
        }
        diagnostic.fix = nil
        return diagnostic
    }

    static func derivedColumn(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .unknownFact, "\(quoted(name.value)) se déduit des faits et ne se déclare pas dans un cas", at: name.range,
            help: "supprimez la colonne")
    }

    static func repeatedColumn(_ name: Located<String>, _ first: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicateKey, "la colonne \(quoted(name.value)) figure deux fois", at: name.range,
            notes: [Note("la première est ici", at: first)])
    }
}
