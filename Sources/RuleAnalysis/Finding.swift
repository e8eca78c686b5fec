package import RuleModel
package import SourceText

/// Something that can be said of a rule set without a case (docs/constats.md): one value for all
/// checks, and for all the formats that print it.
package struct Finding: Sendable {
    /// What became of the question that the check puts.
    package enum Verdict: String, Sendable {
        /// What is said was proved, for every complete coherent case at every date.
        case proved = "démontré"
        /// What the rules should guarantee was refuted; where the question is about cases, by ``Finding/witness``.
        case refuted = "réfuté"
        /// Neither; the message says why.
        case notProved = "non démontré"
    }

    package let code: FindingCode
    package let level: FindingLevel
    package let verdict: Verdict
    /// One line of French, lower case, no full stop, the user's text in « ».
    package let message: String
    package let range: SourceRange
    /// What it is about: names of rules, facts, decisions, outcomes…, the first first.
    package let names: [String]
    /// Related places, and remarks without one.
    package let notes: [Diagnostic.Note]
    /// A case that shows it, as few facts stated as will do; the engine has confirmed it.
    package let witness: WitnessCase?
    /// Advice, one line.
    package let help: String?

    package init(
        _ code: FindingCode, _ level: FindingLevel, _ verdict: Verdict, _ message: String, at range: SourceRange,
        names: [String], notes: [Diagnostic.Note] = [], witness: WitnessCase? = nil, help: String? = nil
    ) {
        self.code = code
        self.level = level
        self.verdict = verdict
        self.message = message
        self.range = range
        self.names = names
        self.notes = notes
        self.witness = witness
        self.help = help
    }
}

/// How much a finding weighs: notes alone leave the exit status 0.
package enum FindingLevel: String, CaseIterable, Comparable, Sendable {
    case note
    case warning = "avertissement"
    case error = "erreur"

    package static func < (left: FindingLevel, right: FindingLevel) -> Bool { left.weight < right.weight }

    private var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

extension Policy {
    /// How `politique.vérification` says that a finding is not wanted.
    package static let ignoredLevel = "ignoré"

    /// The level of a code in this policy: its own (`vérification`), else the given one, else the code's; nil when it is
    /// not wanted.
    package func level(of code: FindingCode, orElse level: FindingLevel? = nil) -> FindingLevel? {
        guard let own = levels[code.rawValue] else { return level ?? code.level }
        return own == Self.ignoredLevel ? nil : FindingLevel(rawValue: own) ?? level ?? code.level
    }
}
