import FileAccess
import RandomPolicies
import RuleAnalysis
import RuleCases
import RuleEngine
import RuleJSON
import RuleModel
import RulePipeline
import RuleReceipts
import SourceText

/// Receipts: read, decided again, compared under other rules, and written again; as they are, and with fingerprints
/// that fit, as one who knows the format could make them.
enum ReceiptsTrial {
    static func run(_ bytes: [UInt8]) -> String? {
        guard let set = SmallRules.set, let history else { return "the small rules are refused" }
        if let problem = run(bytes, set, history, isSealed: false) { return problem }
        return sealed(bytes, set).flatMap { run($0, set, history, isSealed: true) }
    }

    private static func run(_ bytes: [UInt8], _ set: RuleSet, _ history: RuleHistory, isSealed: Bool) -> String? {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "recu.json", bytes: bytes)
        let entries = ReceiptReader.read(file, in: library, into: &bag)
        if let problem = Printed.problem(bag, library) { return problem }
        var replayer = Replayer(by: history)
        var replays: [Replay] = []
        for entry in entries {
            do { replays.append(try replayer.replay(entry)) } catch { return "\(error)" }
            guard case .receipt(let receipt) = entry else { continue }
            if isSealed, !receipt.isAuthentic { return "what fits its fingerprints is taken for touched" }
            if let problem = writtenAgain(receipt, set) { return problem }
        }
        let report = ReplayReport(replays, by: "9.9.9", in: "Règles", search: replayer.search)
        return Printed.problem(report.text) ?? CaseTrial.refused(report.json) ?? compared(entries, replays, set)
    }

    /// Under the rules that decided, every decision stays.
    private static func compared(_ entries: [ReceiptReader.Entry], _ replays: [Replay], _ set: RuleSet) -> String? {
        let (receipts, leftOut) = ImpactReport.usable(entries)
        let report = Impact(from: set, to: set).report(on: receipts)
        let isSame = replays.allSatisfy { if case .identical = $0.verdict { true } else { false } }
        if isSame, !report.isWithoutChange || !leftOut.isEmpty { return "the same rules change a decision" }
        for text in leftOut + [ImpactText(.plain).print(report), ImpactText(.markdown).print(report)] {
            if let problem = Printed.problem(text) { return problem }
        }
        return CaseTrial.refused(ImpactJSON.value(of: report))
    }

    /// What the case of a receipt gives now, kept in its turn, is read as it was written and replays the same.
    private static func writtenAgain(_ receipt: Receipt, _ set: RuleSet) -> String? {
        var bag = DiagnosticBag()
        var decider = CaseDecider(Program(set), asked: receipt.asked, today: receipt.day)
        guard let requete = CaseReader.readCase(receipt.requete, in: set, into: &bag), !bag.hasErrors,
            let decided = decider.decide(requete, into: &bag)
        else { return nil }
        let writer = ReceiptWriter(set, program: receipt.program, day: receipt.day, asked: receipt.asked)
        let bytes = writer.bytes(of: [(requete, decided)], isList: false)
        var library = SourceLibrary()
        let file = library.add(path: "recu.json", bytes: bytes)
        let entries = ReceiptReader.read(file, in: library, into: &bag)
        guard entries.count == 1, case .receipt(let again) = entries.first, again.alterations.isEmpty else {
            return "a receipt that was just written is not read as one"
        }
        guard case .decided(let decision) = ReceiptDecider(set).decide(again) else {
            return "a receipt that was just written cannot be decided"
        }
        let isSame = decision.bytes(.canonical) == again.decision.bytes(.canonical)
        return isSame ? nil : "a receipt that was just written replays otherwise"
    }

    /// The same with the fingerprints that it should have; nil of what is no JSON.
    private static func sealed(_ bytes: [UInt8], _ set: RuleSet) -> [UInt8]? {
        var bag = DiagnosticBag()
        let root = JSONReader.read(bytes, of: FileID(index: 0), extent: .message, into: &bag)
        guard let value = root.flatMap({ JSONValue($0) }) else { return nil }
        let sealed = value.elements.map { JSONValue.list($0.map { seal($0, set) }) } ?? seal(value, set)
        return sealed.bytes(.canonical)
    }

    /// A fingerprint of rules that looks like one becomes that of the small rules.
    private static func seal(_ receipt: JSONValue, _ set: RuleSet) -> JSONValue {
        var decision = receipt["décision"] ?? .null
        if let policy = decision["politique"], policy["empreinte"]?.string?.count == set.fingerprint.count {
            decision = decision.with("politique", policy.with("empreinte", .text(set.fingerprint)))
        }
        decision = decision.with("empreinte", .text(ReceiptPrint.of(decision, without: ["empreinte"])))
        let sealed = receipt.with("décision", decision)
            .with("empreinte du cas", .text(ReceiptPrint.of(receipt["cas"] ?? .null)))
        return sealed.with("empreinte", .text(ReceiptPrint.of(sealed, without: ["empreinte"])))
    }

    /// The small rules as a folder had them, so that no receipt makes git run again.
    private static let history: RuleHistory? = {
        guard let set = SmallRules.set else { return nil }
        return try? MemoryFolder.with(["r.yaml": Array(SmallRules.yaml.utf8)]) { folder in
            var history = RuleHistory(of: folder)
            return try history.set(with: set.fingerprint) == nil ? nil : history
        }
    }()
}

extension JSONValue {
    /// An object with a value under a key; anything else stays as it is.
    fileprivate func with(_ key: String, _ value: JSONValue) -> JSONValue {
        entries.map { .object($0.filter { $0.0 != key } + [(key, value)]) } ?? self
    }
}
