package import RuleAnalysis

/// What a finding means, why it matters and how to mend what it shows: the help of SARIF rules, and the text of
/// `docs/constats.md`.
package struct FindingGuide: Sendable {
    package let what: String
    package let why: String
    package let mending: String
}

extension FindingCode {
    package var guide: FindingGuide {
        switch self {
        case .deadRule: .deadRule
        case .coveredRule: .coveredRule
        case .conflict: .conflict
        case .unreachableOutcome: .unreachableOutcome
        case .contradictoryConstraints: .contradictoryConstraints
        case .refutedProperty: .refutedProperty
        case .unprovedProperty: .unprovedProperty
        case .constantCondition: .constantCondition
        case .superfluousCondition: .superfluousCondition
        case .uselessException: .uselessException
        case .uselessOverride: .uselessOverride
        case .maskedLine: .maskedLine
        case .conflictingLines: .conflictingLines
        case .gap: .gap
        case .factWithoutEffect: .factWithoutEffect
        case .unusedFact: .unusedFact
        case .unusedDefinition: .unusedDefinition
        case .unusedParameter: .unusedParameter
        case .unusedDocument: .unusedDocument
        case .unusedOutcome: .unusedOutcome
        case .missingSource: .missingSource
        case .missingExtract: .missingExtract
        case .missingDocument: .missingDocument
        case .otherSection: .otherSection
        case .validityGap: .validityGap
        case .overlappingVersions: .overlappingVersions
        case .unknownTemplateName: .unknownTemplateName
        }
    }
}
