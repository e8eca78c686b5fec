import PolicyValues
import RuleJSON
import RuleModel
package import SourceText

/// Reads files of receipts.
package enum ReceiptReader {
    /// What stands at a place of a file.
    package enum Entry: Sendable {
        case receipt(Receipt)
        /// A receipt that another version of the language wrote: its fingerprints mean something else.
        case otherLanguage(path: String, number: Int?, version: Int)
    }

    /// The receipts of a file, in their order; what is none is reported and left out.
    ///
    /// Each is checked against its fingerprints, and the file against its canonical form: one changed byte is seen.
    package static func read(
        _ file: FileID, in library: SourceLibrary, into bag: inout DiagnosticBag
    ) -> [Entry] {
        let bytes = library[file].bytes
        // Texts as they stand: trimmed or put in NFC, two receipts would be one.
        let root = JSONReader.read(bytes, of: file, extent: .message, limit: Limits.receiptBytes, into: &bag)
        guard let root else { return [] }
        let isCanonical = JSONValue(root)?.bytes(.canonical) == bytes
        let path = library[file].path
        guard let elements = root.elements else {
            return [entry(root, path, nil, isCanonical, &bag)].compactMap { $0 }
        }
        return elements.enumerated().compactMap { entry($1, path, $0 + 1, isCanonical, &bag) }
    }

    private static func entry(
        _ node: Node, _ path: String, _ number: Int?, _ isCanonical: Bool, _ bag: inout DiagnosticBag
    ) -> Entry? {
        guard let value = JSONValue(node), value["nature"]?.string == Receipt.nature,
            let version = value["langue"]?.count
        else {
            bag.report(.notAReceipt(node.range))
            return nil
        }
        guard version == RuleLanguage.version else {
            return .otherLanguage(path: path, number: number, version: version)
        }
        guard let receipt = receipt(value, node, path, number, isCanonical) else {
            bag.report(.incompleteReceipt(node.range))
            return nil
        }
        return .receipt(receipt)
    }

    private static func receipt(
        _ value: JSONValue, _ node: Node, _ path: String, _ number: Int?, _ isCanonical: Bool
    ) -> Receipt? {
        guard let program = value["programme"]?.string, let day = date(value["fait le"]),
            let requete = node.entries?.first(where: { $0.key.value == "cas" })?.value,
            let decision = value["décision"], decision.entries != nil, let policy = decision["politique"],
            let policyPrint = policy["empreinte"]?.string, let version = policy["version"]?.string,
            let policyName = policy["nom"]?.string
        else { return nil }
        return Receipt(
            path: path, number: number, name: decision["nom"]?.string, program: program, day: day,
            asked: date(value["date demandée"]), requete: requete,
            masked: decision["masqués"]?.elements?.compactMap(\.string), decision: decision,
            policy: (policyPrint, version, policyName),
            alterations: alterations(of: value, decision, isCanonical: isCanonical))
    }

    private static func alterations(
        of value: JSONValue, _ decision: JSONValue, isCanonical: Bool
    ) -> [Receipt.Alteration] {
        var found: [Receipt.Alteration] = []
        if value["empreinte du cas"]?.string != value["cas"].map(ReceiptPrint.of) { found.append(.requete) }
        if decision["empreinte"]?.string != ReceiptPrint.of(decision, without: ["empreinte"]) {
            found.append(.decision)
        }
        if found.isEmpty, value["empreinte"]?.string != ReceiptPrint.of(value, without: ["empreinte"]) {
            found.append(.rest)
        }
        return found.isEmpty && !isCanonical ? [.layout] : found
    }

    private static func date(_ value: JSONValue?) -> CivilDate? { value?.string.flatMap { CivilDate(iso: $0) } }
}

extension JSONValue {
    /// A whole number that is not negative.
    fileprivate var count: Int? {
        guard case .number(let number) = self, number.tenThousandths >= 0 else { return nil }
        let (whole, rest) = number.tenThousandths.quotientAndRemainder(dividingBy: 10_000)
        return rest == 0 ? Int(whole) : nil
    }
}
