package import PolicyValues
package import RuleCases
package import RuleEngine
import RuleExplanation
package import RuleJSON
package import RuleModel
import SourceText

/// Writes receipts of decided cases.
package struct ReceiptWriter {
    private let set: RuleSet
    private let json: DecisionJSON
    private let program: String
    private let day: CivilDate
    private let asked: CivilDate?

    /// - Parameters:
    ///   - program: the version of the program.
    ///   - day: today in the machine's zone, at which a case without a date is decided.
    ///   - asked: the date asked for on the command line.
    package init(_ set: RuleSet, program: String, day: CivilDate, asked: CivilDate?) {
        self.set = set
        json = DecisionJSON(set, placedBy: PlaceIndex(SourceLibrary()), detail: .none)
        self.program = program
        self.day = day
        self.asked = asked
    }

    /// The bytes of a file: one receipt, or a list of them.
    package func bytes(of decided: [(requete: Requete, decision: DecidedCase)], isList: Bool) -> [UInt8] {
        let all = decided.map { value(of: $0.decision, from: $0.requete) }
        guard !isList, let only = all.first, all.count == 1 else { return JSONValue.list(all).bytes(.canonical) }
        return only.bytes(.canonical)
    }

    private func value(of decided: DecidedCase, from requete: Requete) -> JSONValue {
        let stated = requete.json(in: set)
        var entries: [(String, JSONValue)] = [
            ("nature", .text(Receipt.nature)), ("langue", .int(RuleLanguage.version)),
            ("programme", .text(program)), ("fait le", .text(day.iso)), ("cas", stated),
            ("empreinte du cas", .text(ReceiptPrint.of(stated))), ("décision", json.value(of: decided)),
        ]
        if let asked { entries.append(("date demandée", .text(asked.iso))) }
        let print = ReceiptPrint.of(.object(entries))
        return .object(entries + [("empreinte", .text(print))])
    }
}

/// The fingerprint of a value: that of its canonical JSON.
package enum ReceiptPrint {
    package static func of(_ value: JSONValue) -> String { "sha256:" + SHA256.hex(of: value.bytes(.canonical)) }

    /// Of an object without some of its keys.
    package static func of(_ value: JSONValue, without keys: [String]) -> String {
        of(.object((value.entries ?? []).filter { !keys.contains($0.0) }))
    }
}
