package import FileAccess
import RuleJSON
import RuleModel
package import RulePipeline

/// Decides kept cases again, each by the rule set that it was decided by.
package struct Replayer {
    private var history: RuleHistory
    /// By fingerprint: receipts of one set come together.
    private var deciders: [String: (decider: ReceiptDecider, revision: String?)] = [:]

    /// How many revisions were looked at, and whether there are more.
    package var search: (examined: Int, isCut: Bool) { (history.examined, history.isCut) }

    package init(by history: RuleHistory) { self.history = history }

    package mutating func replay(_ entry: ReceiptReader.Entry) throws(FileProblem) -> Replay {
        switch entry {
        case .otherLanguage(let path, let number, let version):
            return Replay(
                path: path, number: number, name: nil, policy: nil, revision: nil,
                verdict: .otherLanguage(version))
        case .receipt(let receipt):
            let known = try decider(for: receipt.policy.fingerprint)
            return Replay(
                path: receipt.path, number: receipt.number, name: receipt.name,
                policy: (receipt.policy.version, receipt.policy.fingerprint), revision: known?.revision,
                verdict: known.map { verdict(on: receipt, by: $0.decider) } ?? withoutRules(receipt))
        }
    }

    private mutating func decider(
        for fingerprint: String
    ) throws(FileProblem) -> (decider: ReceiptDecider, revision: String?)? {
        if let known = deciders[fingerprint] { return known }
        guard let found = try history.set(with: fingerprint) else { return nil }
        let made = (ReceiptDecider(found.set), found.revision)
        deciders[fingerprint] = made
        return made
    }

    /// A receipt that was touched may name a set that never was.
    private func withoutRules(_ receipt: Receipt) -> Replay.Verdict {
        receipt.isAuthentic ? .setNotFound : .altered(receipt.alterations, nil)
    }

    private func verdict(on receipt: Receipt, by decider: ReceiptDecider) -> Replay.Verdict {
        switch decider.decide(receipt) {
        case .refused(let reasons):
            return receipt.isAuthentic ? .undecidable(reasons) : .altered(receipt.alterations, nil)
        case .decided(let again):
            let differences = Replay.Differences(from: receipt.decision, to: again)
            guard receipt.alterations.isEmpty else { return .altered(receipt.alterations, differences) }
            let isSame = again.bytes(.canonical) == receipt.decision.bytes(.canonical)
            return isSame ? .identical : .different(differences, program: receipt.program)
        }
    }
}
