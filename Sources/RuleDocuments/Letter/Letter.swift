import RuleExplanation

/// A letter as its reader meets it, whatever the format.
package struct Letter: Sendable {
    /// What says that nobody has signed the letter yet. The program adds it, so that no template can leave it out.
    struct Draft: Sendable {
        let mark: String
        let explanation: String
    }

    let draft: Draft
    let blocks: [Block]

    enum Block: Equatable, Sendable {
        /// Level 1 is the subject of the letter.
        case heading(level: Int, Line)
        /// Lines are broken where the template breaks them.
        case paragraph([Line])
        case list([Line])
        /// A passage of the policy.
        case quote([Line])
    }

    /// A line of text, parts of which stand out.
    struct Line: Equatable, Sendable {
        struct Run: Equatable, Sendable {
            var text: String
            var isStrong: Bool
        }

        var runs: [Run]

        var text: String { runs.map(\.text).joined() }

        var phrase: Phrase {
            runs.dropFirst().reduce(Self.phrase(runs.first)) { $0 + Self.phrase($1) }
        }

        private static func phrase(_ run: Run?) -> Phrase {
            run.map { Phrase($0.text, $0.isStrong ? .strong : .plain) } ?? Phrase("")
        }
    }

    init(draft: Draft, _ blocks: [Block]) {
        self.draft = draft
        self.blocks = blocks
    }

    /// The first heading: what a page and a file are called.
    var title: String {
        blocks.lazy.compactMap { block in
            if case .heading(1, let line) = block { line.text } else { nil }
        }.first ?? draft.mark
    }
}
