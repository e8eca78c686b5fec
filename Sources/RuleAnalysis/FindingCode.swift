/// The stable names of what `verifier` can find. Names are for scripts and tests and never change; wording may improve.
package enum FindingCode: String, CaseIterable, Sendable {
    // What no case shows: the solver.
    case deadRule = "règle-morte"
    case coveredRule = "règle-couverte"
    case conflict = "conflit"
    case unreachableOutcome = "issue-inatteignable"
    case contradictoryConstraints = "contraintes-contradictoires"
    case refutedProperty = "propriété-réfutée"
    case unprovedProperty = "propriété-non-démontrée"
    case constantCondition = "condition-constante"
    case superfluousCondition = "condition-superflue"
    case uselessException = "exception-inutile"
    case uselessOverride = "écarte-inutile"
    case maskedLine = "ligne-masquée"
    case conflictingLines = "lignes-en-conflit"
    case gap = "lacune"
    case factWithoutEffect = "fait-sans-effet"

    // Names that nothing uses.
    case unusedFact = "fait-inutilisé"
    case unusedDefinition = "définition-inutilisée"
    case unusedParameter = "paramètre-inutilisé"
    case unusedDocument = "document-inutilisé"
    case unusedOutcome = "issue-inutilisée"

    // Sources and dates.
    case missingSource = "source-absente"
    case missingExtract = "extrait-introuvable"
    case missingDocument = "document-introuvable"
    case otherSection = "section-inexacte"
    case validityGap = "trou-de-validité"
    case overlappingVersions = "versions-chevauchantes"
    case unknownTemplateName = "texte-inconnu"

    /// The level where the policy says nothing (docs/constats.md).
    package var level: FindingLevel {
        switch self {
        case .deadRule, .conflict, .contradictoryConstraints, .refutedProperty, .missingSource, .missingExtract,
            .missingDocument, .conflictingLines, .overlappingVersions, .unknownTemplateName:
            .error
        case .coveredRule, .superfluousCondition: .note
        case .unreachableOutcome, .unprovedProperty, .constantCondition, .uselessException, .uselessOverride,
            .maskedLine, .gap, .factWithoutEffect, .unusedFact, .unusedDefinition, .unusedParameter, .unusedDocument,
            .unusedOutcome, .otherSection, .validityGap:
            .warning
        }
    }
}
