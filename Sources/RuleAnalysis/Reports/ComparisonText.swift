import PolicyValues
import SourceText

/// The differences of `comparer` for a person: in a terminal, or in a merge request.
package struct ComparisonText {
    package enum Style: Sendable {
        case plain
        case markdown

        /// A line that names what rules and cases hold: in Markdown, nothing in it is markup.
        package func line(_ text: String) -> String {
            switch self {
            case .plain: text
            case .markdown: MarkdownText.escaped(text)
            }
        }

        /// A heading; plain text marks those of the second level alone.
        package func title(_ text: String, level: Int = 1) -> String {
            switch self {
            case .plain: level == 1 ? text : "• \(text)"
            case .markdown: String(repeating: "#", count: level + 1) + " \(line(text))"
            }
        }
    }

    private let style: Style

    package init(_ style: Style) { self.style = style }

    package func print(_ report: ComparisonReport) -> String {
        var parts = [style.title(ComparisonWording.verdict(report))]
        for difference in report.differences { parts.append(text(of: difference)) }
        for refusal in report.refusals {
            parts.append(style.title(ComparisonWording.refusal(refusal), level: 2) + "\n" + block(refusal.witness.yaml))
        }
        if report.hasOtherPeriod { parts.append(ComparisonWording.otherPeriod) }
        if let cases = report.cases { parts.append(text(of: cases)) }
        let lists = ComparisonWording.vocabulary(report.vocabulary) + ComparisonWording.texts(report.texts)
        if !lists.isEmpty { parts.append(lists.map { "- \(style.line($0))" }.joined(separator: "\n")) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func text(of difference: ComparisonReport.Difference) -> String {
        let change = ComparisonWording.change(difference.decision, difference.old, difference.new)
        var lines = [style.title(change, level: 2), ""]
        lines.append("- avant, par \(style.line(ComparisonWording.motifs(difference.old)))")
        lines.append("- après, par \(style.line(ComparisonWording.motifs(difference.new)))")
        if !difference.sharedFacts.isEmpty {
            let facts = difference.sharedFacts.map { "\(quoted($0.fact))\u{A0}: \($0.value)" }
            lines.append("- tous les cas touchés ont \(style.line(FrenchFormat.list(facts)))")
        }
        lines += ["", "Un cas qui le montre\u{A0}:", "", block(difference.witness.yaml)]
        if let witness = difference.oldWitness {
            lines += ["", "Le même, pour l’ancien ensemble\u{A0}:", "", block(witness.yaml)]
        }
        return lines.joined(separator: "\n")
    }

    /// How many known cases change, and which, by what changes for them.
    private func text(of cases: AffectedCases) -> String {
        var lines = [style.title(ComparisonWording.known(cases), level: 2)]
        let groups = Dictionary(
            grouping: cases.changed.flatMap { one in
                ComparisonWording.changes(of: one).map { (change: $0, one: one) }
            }, by: \.change)
        for (change, members) in groups.sorted(by: { $0.key < $1.key }) {
            lines += ["", "- \(style.line(change)) (\(ComparisonWording.count(members.count)))"]
            lines += members.prefix(Self.shownCases).map { "  - \(style.line(ComparisonWording.name(of: $0.one)))" }
            let rest = members.count - Self.shownCases
            if rest > 0 { lines.append("  - \(ComparisonWording.rest(rest))") }
        }
        return lines.joined(separator: "\n")
    }

    /// How many cases of one change are named; the JSON form has them all.
    private static let shownCases = 100

    private func block(_ yaml: String) -> String {
        switch style {
        case .plain: yaml.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        case .markdown: "```yaml\n\(yaml)```"
        }
    }
}
