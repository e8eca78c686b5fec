package import SourceText

/// Wording: why a file cannot be used as a receipt.
extension Diagnostic {
    static func notAReceipt(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "un reçu était attendu; autre chose a été trouvé", at: range,
            help: "un reçu est un fichier que «\u{A0}evaluer --recu\u{A0}» a écrit")
    }

    static func incompleteReceipt(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unexpectedShape,
            "ce reçu n’est plus complet\u{A0}: il n’a plus tout ce qu’il faut pour décider de nouveau",
            at: range, help: "reprenez-le d’une copie intacte")
    }
}

extension ReceiptReader {
    /// For messages about a file of receipts, which quote nothing that a case says.
    package static let discretion = Discretion(["evaluer --recu"])
}
