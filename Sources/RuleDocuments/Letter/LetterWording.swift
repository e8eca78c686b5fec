/// Wording: what the program itself adds to letters.
enum LetterWording {
    static let replyDraft = Letter.Draft(
        mark: "Projet à signer",
        explanation:
            "Cette lettre est une proposition. Une personne de l’équipe de la gestion des plaintes la relit, complète les passages entre crochets et la signe avant l’envoi."
    )

    /// « section 1, note 3 », « section « Définitions » ».
    static func section(_ name: String) -> String {
        name.first?.isNumber == true ? "section\u{A0}\(name)" : "section «\u{A0}\(name)\u{A0}»"
    }

    /// An extract that begins in the middle of a sentence says so.
    static func extract(_ text: String) -> String { text.first?.isLowercase == true ? "[…] " + text : text }

    static let requestDraft = Letter.Draft(
        mark: "Projet à signer",
        explanation:
            "Cette demande est une proposition. Une personne de l’équipe de la gestion des plaintes la relit, complète les passages entre crochets et la signe avant l’envoi."
    )
}
