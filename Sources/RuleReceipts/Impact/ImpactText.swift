import PolicyValues
package import RuleAnalysis
import SourceText

/// The report of `impact` for a person: in a terminal, or in a merge request.
package struct ImpactText {
    private let style: ComparisonText.Style

    package init(_ style: ComparisonText.Style) { self.style = style }

    package func print(_ report: ImpactReport) -> String {
        var parts = [style.title(ImpactWording.verdict(report), level: 1)]
        if report.foreign > 0 { parts.append(ImpactWording.foreign(report)) }
        parts += report.changed.map(text)
        for refused in report.refused {
            let reasons = refused.reasons.map { "- \(style.line(Visible.text($0)))" }
            parts.append(
                ([style.title(ImpactWording.refused(refused.receipt), level: 2), ""] + reasons).joined(separator: "\n"))
        }
        if !report.reasonedOtherwise.isEmpty {
            let lines = report.reasonedOtherwise.map { "- \(style.line(ImpactWording.receipt($0.receipt)))" }
            parts.append(([ImpactWording.reasonedOtherwise, ""] + lines).joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func text(of touched: ImpactReport.Touched) -> String {
        let lines = touched.changes.filter(\.isOfIssue).flatMap { change in
            ["- \(style.line(ImpactWording.change(change)))"]
                + ImpactWording.reasons(change).map { "  - \(style.line($0))" }
        }
        return ([style.title(ImpactWording.receipt(touched.receipt), level: 2), ""] + lines).joined(separator: "\n")
    }
}

/// Wording of what `impact` says.
enum ImpactWording {
    static func verdict(_ report: ImpactReport) -> String {
        let count = report.changed.count + report.refused.count
        let total = "\(counted(report.total)) reçu\(report.total > 1 ? "s" : "")"
        if report.total == 0 { return "Aucun reçu n’a été comparé." }
        if count == 0 { return "Rien ne changerait\u{A0}: \(total), mêmes issues." }
        let changed = "\(counted(count)) reçu\(count > 1 ? "s" : "") sur \(counted(report.total))"
        return "\(changed) \(count > 1 ? "changeraient" : "changerait")."
    }

    static func foreign(_ report: ImpactReport) -> String {
        report.foreign == 1
            ? "Un reçu vient d’autres règles que l’ancien ensemble\u{A0}: celui-ci l’a décidé de nouveau pour comparer."
            : "\(counted(report.foreign)) reçus viennent d’autres règles que l’ancien ensemble\u{A0}: celui-ci les a décidés de nouveau pour comparer."
    }

    static func receipt(_ receipt: Receipt) -> String {
        ReplayWording.receipt(receipt.path, receipt.number, receipt.name)
    }

    static func refused(_ receipt: Receipt) -> String {
        "\(self.receipt(receipt))\u{A0}: le nouvel ensemble ne peut pas décider ce cas"
    }

    static func otherLanguage(_ path: String, _ number: Int?, _ version: Int) -> String {
        "\(ReplayWording.receipt(path, number, nil))\u{A0}: \(ReplayWording.otherLanguage(version))"
    }

    /// Said beside the result: without the name of the case.
    static func altered(_ receipt: Receipt) -> String {
        "\(ReplayWording.receipt(receipt.path, receipt.number, nil))\u{A0}: ce reçu a été modifié depuis qu’il a été écrit; il n’est pas comparé"
    }

    static let reasonedOtherwise = "Mêmes issues, pour d’autres motifs\u{A0}:"

    static func change(_ change: DecisionChange) -> String {
        let place = (change.object.map { "\(Visible.text($0)), " } ?? "") + ReplayWording.said(change.decision)
        return "\(place)\u{A0}: \(ReplayWording.issue(change.old)) → \(ReplayWording.issue(change.new))"
    }

    static func reasons(_ change: DecisionChange) -> [String] {
        [
            change.old.map { "avant, par \(ComparisonWording.motifs($0))" },
            change.new.map { "après, par \(ComparisonWording.motifs($0))" },
        ].compactMap { $0 }
    }
}
