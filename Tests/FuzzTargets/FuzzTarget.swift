import RuleBatch
import RulePipeline

/// A part of the program that reads what others wrote, given any bytes.
///
/// Nothing that it is given may stop it; each also says what must hold of its result, and gives the first sentence that
/// does not.
package enum FuzzTarget: String, CaseIterable, Sendable {
    case rules = "regles"
    case yamlCase = "cas-yaml"
    case jsonCase = "cas-json"
    case lines = "lignes"
    case csv
    case compressed = "comprimes"
    case resumed = "reprise"
    case template = "modele"
    case letters = "lettres"
    case receipts = "recus"
    case formatter = "mise-en-forme"
    case messages = "editeur"
    case pairs = "paires"

    /// What does not hold; nil when all does.
    package func run(_ bytes: [UInt8]) -> String? {
        switch self {
        case .rules: RulesTrial.run(bytes)
        case .yamlCase: CaseTrial.run(bytes, .yaml)
        case .jsonCase: CaseTrial.run(bytes, .json)
        case .lines: BatchTrial.run(bytes, .ndjson)
        case .csv: BatchTrial.run(bytes, .csv)
        case .compressed: BatchTrial.runCompressed(bytes)
        case .resumed: BatchTrial.runResumed(bytes)
        case .template: TemplateTrial.run(bytes)
        case .letters: LettersTrial.run(bytes)
        case .receipts: ReceiptsTrial.run(bytes)
        case .formatter: FormatterTrial.run(bytes)
        case .messages: MessagesTrial.run(bytes)
        case .pairs: PairsTrial.run(bytes)
        }
    }
}
