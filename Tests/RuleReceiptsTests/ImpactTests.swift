import RuleAnalysis
import RuleJSON
import RuleReceipts
import Testing

@Suite("Impact of new rules on kept decisions") struct ImpactTests {
    private func report(_ change: (String) -> String, on cases: String) throws -> ImpactReport {
        let old = try Kept()
        let new = try Kept(change(Kept.rules))
        let receipts = Kept.receipts(try old.receipt(of: cases))
        return Impact(from: old.set, to: new.set).report(on: receipts)
    }

    private static let two = """
        cas:
        - { nom: X, faits: { urgente: oui, perdue: non } }
        - { nom: Y, faits: { urgente: non, perdue: oui } }
        """

    @Test("says which change, from what to what, by which rules") func changes() throws {
        let report = try report({ $0.replacing("si: { urgente: oui }", with: "si: { urgente: non }") }, on: Self.two)
        #expect(report.total == 2 && report.foreign == 0)
        let text = ImpactText(.plain).print(report)
        #expect(text.hasPrefix("2\u{A0}reçus sur 2 changeraient.") || text.hasPrefix("2 reçus sur 2 changeraient."))
        let expected =
            "- priorité\u{A0}: «\u{A0}tout de suite\u{A0}» → «\u{A0}à son tour\u{A0}»\n"
            + "  - avant, par la règle «\u{A0}urgence\u{A0}»\n  - après, par aucune règle"
        #expect(text.contains(expected), "\(text)")
    }

    @Test("another text, order or motif changes nothing") func noChange() throws {
        let reworded = try report({ $0.replacing("Urgente. ", with: "Très urgente. ") }, on: Self.two)
        #expect(reworded.isWithoutChange && reworded.reasonedOtherwise.isEmpty)
        let renamed = try report({ $0.replacing("urgence: { si", with: "vite-vite: { si") }, on: Self.two)
        #expect(renamed.isWithoutChange)
        #expect(renamed.reasonedOtherwise.map { $0.receipt.name } == ["X"])
        let sentence = "\n\nMêmes issues, pour d’autres motifs\u{A0}:\n\n- recu.json, reçu 1, «\u{A0}X\u{A0}»\n"
        #expect(ImpactText(.plain).print(renamed).hasSuffix(sentence))
        let entry = try #require(ImpactJSON.value(of: renamed)["autres motifs"]?.elements?.first)
        #expect(entry["rang"] == .int(1) && entry["nom"]?.string == "X")
    }

    @Test("says which cases the new rules cannot decide, and why") func refused() throws {
        let report = try report(
            { $0.replacing("perdue: {", with: "égarée: {").replacing("{ perdue:", with: "{ égarée:") }, on: Self.two)
        #expect(report.refused.count == 2)
        let reason = try #require(report.refused.first?.reasons.first)
        #expect(reason.contains("perdue"))
        #expect(!report.isWithoutChange)
        let text = ImpactText(.plain).print(report)
        #expect(
            text.contains("reçu 2, «\u{A0}Y\u{A0}»\u{A0}: le nouvel ensemble ne peut pas décider ce cas"), "\(text)")
        #expect(text.contains("- \(reason)\n"))
        let entry = try #require(ImpactJSON.value(of: report)["refusés"]?.elements?.first)
        #expect(entry["raisons"]?.elements?.first?.string == reason)
    }

    @Test("a decision that only one of both sets has") func addedDecision() throws {
        let report = try report(
            {
                $0.replacing("  étiquettes:\n", with: "  mots-clés:\n").replacing("étiquettes:", with: "mots-clés:")
            }, on: "faits: { mot: vite }")
        let text = ImpactText(.plain).print(report)
        #expect(
            text.contains("- étiquettes\u{A0}: indéterminée («\u{A0}cher\u{A0}») → absente de ces règles"), "\(text)")
        #expect(
            text.contains("- mots-clés\u{A0}: absente de ces règles → indéterminée («\u{A0}cher\u{A0}»)"), "\(text)")
        let entry = try #require(ImpactJSON.value(of: report)["changés"]?.elements?.first)
        #expect(entry["différences"]?.elements?.map { $0["nouveau"] == .null } == [true, false])
    }

    @Test("a receipt of a third set is decided again by the old one") func foreign() throws {
        let third = try Kept(Kept.rules.replacing("par défaut: à son tour", with: "par défaut: tout de suite"))
        let old = try Kept()
        let receipts = Kept.receipts(try third.receipt(of: "faits: { urgente: non, perdue: non }"))
        let report = Impact(from: old.set, to: old.set).report(on: receipts)
        #expect(report.foreign == 1 && report.isWithoutChange)
        #expect(ImpactText(.plain).print(report).contains("Un reçu vient d’autres règles que l’ancien ensemble"))
        let both = Impact(from: old.set, to: old.set).report(on: receipts + receipts)
        #expect(ImpactText(.plain).print(both).contains("2 reçus viennent d’autres règles que l’ancien ensemble"))
    }

    @Test("one that the old set cannot decide is compared as it was kept") func foreignAndRefused() throws {
        let old = try Kept(
            Kept.rules.replacing("perdue: {", with: "égarée: {").replacing("{ perdue:", with: "{ égarée:"))
        let new = try Kept()
        let third = try Kept(Kept.rules.replacing("par défaut: à son tour", with: "par défaut: tout de suite"))
        let kept = Kept.receipts(try third.receipt(of: "faits: { urgente: non, perdue: non }"))
        let report = Impact(from: old.set, to: new.set).report(on: kept)
        #expect(report.foreign == 1)
        #expect(report.changed.flatMap(\.changes).map(\.old?.issue) == [["tout de suite"]])
    }

    @Test("of objects, each by its name") func objects() throws {
        let report = try report(
            { $0.replacing("si: { urgente: oui }", with: "si: { urgente: non }") },
            on: "faits: { perdue: non }\nobjets:\n- { nom: A, faits: { urgente: oui } }\n- { faits: { urgente: non } }")
        let changed = report.changed.flatMap(\.changes).filter { $0.decision == "priorité" }
        #expect(changed.map(\.object) == ["A", "objet 2"])
        #expect(ImpactText(.plain).print(report).contains("- A, priorité\u{A0}: "))
        let differences = ImpactJSON.value(of: report)["changés"]?.elements?.first?["différences"]?.elements
        #expect(differences?.map { $0["objet"]?.string } == ["A", "objet 2"])
    }

    @Test("receipts that were touched, or of another language, are left out with a sentence") func leftOut() throws {
        let bytes = try Kept().receipt(of: Self.two)
        let text = String(decoding: bytes, as: UTF8.self)
        let touched = text.replacing(#""urgente":"oui""#, with: #""urgente":"non""#)
        let (receipts, leftOut) = ImpactReport.usable(Kept.read(Array(touched.utf8)).entries)
        #expect(receipts.count == 1 && leftOut.count == 1)
        let other = text.replacing(#""langue":1"#, with: #""langue":7"#)
        #expect(ImpactReport.usable(Kept.read(Array(other.utf8)).entries).leftOut.count == 2)
    }
}
