import SourceText

/// Wording: what is wrong with a batch.
extension Diagnostic {
    static func lineTooLong(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .limitExceeded, "la ligne dépasse la limite de \(BatchLimits.lineBytes >> 20)\u{A0}Mio", at: range,
            help: "mettez une requête par ligne")
    }
}
