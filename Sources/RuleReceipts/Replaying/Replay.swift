import RuleJSON

/// What came of deciding a kept case again.
package struct Replay: Sendable {
    package enum Verdict: Sendable {
        /// The same, byte for byte.
        case identical
        /// The receipt is as it was written, and the decision is another than the one of the named version of the
        /// program: the program has changed.
        case different(Differences, program: String)
        /// The receipt is not as it was written; what it says now gives these differences, where it can be decided.
        case altered([Receipt.Alteration], Differences?)
        /// Neither the folder nor its revisions have the rule set.
        case setNotFound
        /// Another version of the language wrote it.
        case otherLanguage(Int)
        /// The case can no longer be read or decided, for these reasons.
        case undecidable([String])
    }

    /// How the decision that is made now differs from the kept one.
    package struct Differences: Sendable {
        /// The decisions that come out otherwise.
        package let decisions: [DecisionChange]
        /// Every place where the two differ.
        package let places: [JSONDifference]

        init(from kept: JSONValue, to again: JSONValue) {
            decisions = DecisionChange.between(kept, again)
            places = JSONDifference.between(kept, again)
        }
    }

    package let path: String
    /// In a list, the place from 1.
    package let number: Int?
    package let name: String?
    /// The rule set, by its version and fingerprint.
    package let policy: (version: String, fingerprint: String)?
    /// The revision of git whose rules decided again; nil of the folder as it stands, or where none did.
    package let revision: String?
    package let verdict: Verdict

    /// Whether it is another than was kept.
    package var isFound: Bool {
        switch verdict {
        case .different, .altered: true
        case .identical, .setNotFound, .otherLanguage, .undecidable: false
        }
    }

    /// Whether nothing could be decided again.
    package var isUnusable: Bool {
        switch verdict {
        case .setNotFound, .otherLanguage, .undecidable: true
        case .identical, .different, .altered: false
        }
    }
}
