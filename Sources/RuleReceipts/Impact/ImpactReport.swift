/// Which kept decisions a new rule set would change.
package struct ImpactReport: Sendable {
    /// A receipt, and what would change of it.
    package struct Touched: Sendable {
        package let receipt: Receipt
        package let changes: [DecisionChange]
    }

    /// Receipts with another state or issue.
    package internal(set) var changed: [Touched] = []
    /// Receipts with the same states and issues, by other motifs.
    package internal(set) var reasonedOtherwise: [Touched] = []
    /// Receipts whose case the new set cannot decide, with the reasons.
    package internal(set) var refused: [(receipt: Receipt, reasons: [String])] = []
    /// Receipts that another set than the old one decided: it decided them again.
    package internal(set) var foreign = 0
    /// All receipts that could be compared.
    package internal(set) var total = 0

    /// Whether every kept decision would stay.
    package var isWithoutChange: Bool { changed.isEmpty && refused.isEmpty }
}

extension ImpactReport {
    /// The receipts whose kept decision can be relied on, and a sentence for each of the others.
    package static func usable(_ entries: [ReceiptReader.Entry]) -> (receipts: [Receipt], leftOut: [String]) {
        var receipts: [Receipt] = []
        var leftOut: [String] = []
        for entry in entries {
            switch entry {
            case .otherLanguage(let path, let number, let version):
                leftOut.append(ImpactWording.otherLanguage(path, number, version))
            case .receipt(let receipt):
                if receipt.isAuthentic {
                    receipts.append(receipt)
                } else {
                    leftOut.append(ImpactWording.altered(receipt))
                }
            }
        }
        return (receipts, leftOut)
    }
}
