package import PolicyValues
package import RuleJSON
package import SourceText

/// A kept decision: all that is needed to make it again, and fingerprints that tell whether anything was touched since.
///
/// A file holds one as canonical JSON (RFC 8785), or a list of them; docs/recu.schema.json is its shape.
package struct Receipt: Sendable {
    /// What the program writes under `nature`, to tell receipts from other files.
    static let nature = "reçu"

    /// Something that is no longer as it was written.
    package enum Alteration: Hashable, Sendable {
        /// The bytes of the file, but not what they say.
        case layout
        /// The case: what was stated.
        case requete
        /// The decision.
        case decision
        /// Anything else.
        case rest
    }

    /// The file and, in a list, the place from 1.
    package let path: String
    package let number: Int?
    /// The name of the case, where it has one.
    package let name: String?
    /// The version of the program that decided.
    package let program: String
    /// The day of the decision, in the zone of the machine that made it.
    package let day: CivilDate
    /// The date that was asked for, where one was.
    package let asked: CivilDate?
    /// The case, to be read by the vocabulary of a rule set.
    package let requete: Node
    /// What was left out of the case before it was decided; nil of a whole case.
    package let masked: [String]?
    package let decision: JSONValue
    /// `sha256:…` of the rule set, its version and its name.
    package let policy: (fingerprint: String, version: String, name: String)
    package let alterations: [Alteration]

    /// Whether what it says is what was written.
    package var isAuthentic: Bool { alterations.allSatisfy { $0 == .layout } }
}
