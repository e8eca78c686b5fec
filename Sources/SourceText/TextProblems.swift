/// Wording: what is wrong with the bytes of a file.
extension Diagnostic {
    static func fileTooLong(_ range: SourceRange, limit: Int) -> Diagnostic {
        Diagnostic(
            .limitExceeded, "le fichier dépasse la limite de \(limit >> 20)\u{A0}Mio", at: range,
            help: "répartissez son contenu en plusieurs fichiers")
    }

    static func utf16(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .encoding, "le fichier est en UTF-16; il doit être en UTF-8", at: range,
            help: "enregistrez-le de nouveau en choisissant l’encodage UTF-8")
    }

    static func invalidUTF8(_ byte: UInt8, _ range: SourceRange) -> Diagnostic {
        let digits = String(byte, radix: 16, uppercase: true)
        return Diagnostic(
            .encoding, "l’octet 0x\(digits) ne forme pas un caractère UTF-8", at: range,
            help: "enregistrez le fichier de nouveau en choisissant l’encodage UTF-8")
    }

    package static func stackedMarks(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .limitExceeded,
            "les accents d’un même caractère dépassent la limite de \(Limits.stackedMarks)", at: range,
            help: "supprimez ceux qui sont de trop")
    }

    package static func forbiddenCharacter(
        _ scalar: Unicode.Scalar, escaped: Bool = false, _ range: SourceRange
    ) -> Diagnostic {
        let how = escaped ? " (écrit par échappement)" : ""
        return Diagnostic(
            .forbiddenCharacter,
            "le caractère \(Visible.codePoint(scalar))\(how), \(describe(scalar)), n’est pas permis", at: range,
            help: "supprimez-le ou remplacez-le par une espace ou un saut de ligne ordinaires")
    }

    private static func describe(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x0D: "un retour de chariot sans saut de ligne"
        case 0x85, 0x2028, 0x2029: "un saut de ligne que peu de logiciels montrent"
        case 0x202A...0x202E, 0x2066...0x2069: "qui inverse le sens du texte et peut en cacher une partie"
        case 0xFEFF: "une marque d’ordre des octets ailleurs qu’au tout début du fichier"
        case 0xFFFE, 0xFFFF: "qui n’est pas un caractère"
        default: "un caractère de commande invisible"
        }
    }
}
