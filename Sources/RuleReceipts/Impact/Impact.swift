import RuleJSON
package import RuleModel

/// Compares what an old and a new rule set make of kept cases.
package struct Impact {
    private let old: ReceiptDecider
    private let new: ReceiptDecider

    package init(from old: RuleSet, to new: RuleSet) {
        self.old = ReceiptDecider(old)
        self.new = ReceiptDecider(new)
    }

    /// - Parameter receipts: authentic ones.
    package func report(on receipts: [Receipt]) -> ImpactReport {
        var report = ImpactReport()
        for receipt in receipts {
            report.total += 1
            let isForeign = receipt.policy.fingerprint != old.set.fingerprint
            if isForeign { report.foreign += 1 }
            switch new.decide(receipt) {
            case .refused(let reasons): report.refused.append((receipt, reasons))
            case .decided(let after):
                let before = isForeign ? again(receipt) : receipt.decision
                let changes = DecisionChange.between(before, after)
                let touched = ImpactReport.Touched(receipt: receipt, changes: changes)
                if changes.contains(where: \.isOfIssue) {
                    report.changed.append(touched)
                } else if !changes.isEmpty {
                    report.reasonedOtherwise.append(touched)
                }
            }
        }
        return report
    }

    /// What the old set makes of a case that another one decided; where it cannot, the kept decision.
    private func again(_ receipt: Receipt) -> JSONValue {
        switch old.decide(receipt) {
        case .decided(let decision): decision
        case .refused: receipt.decision
        }
    }
}
