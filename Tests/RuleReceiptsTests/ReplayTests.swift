import Foundation
import RandomPolicies
import RuleJSON
import RulePipeline
import RuleReceipts
import Sanitizers
import Testing

/// What `rejouer` says of receipts whose decision cannot be made again as it is kept.
@Suite("Replaying") struct ReplayTests {
    private static let sooner = Kept.rules.replacing("si: { urgente: oui }", with: "si: { urgente: non }")
    private static let requete = "nom: X\nfaits: { urgente: oui, perdue: non }"

    /// A receipt of ``Kept/rules``, but of what a program decides that reads other rules, as one with a defect would.
    private func receipt(of cases: String = Self.requete, decidedBy other: String) throws -> [UInt8] {
        try Kept(other).receipt(of: cases, writtenAsOf: try Kept())
    }

    /// The report on files of receipts, beside a folder of rules that no revision has.
    private func report(
        on files: [[UInt8]], rules: String = Kept.rules, by program: String = "9.9", search: (Int, Bool)? = nil
    ) throws -> ReplayReport {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rejouer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(rules.utf8).write(to: folder.appending(path: "r.yaml"))
        var replayer = Replayer(by: RuleHistory(of: folder.path))
        let replays = try files.flatMap { try Kept.read($0).entries.map { try replayer.replay($0) } }
        return ReplayReport(replays, by: program, in: "Rules", search: search ?? replayer.search)
    }

    @Test(
        "an intact receipt that comes out otherwise is the doing of the program",
        arguments: [("9.9", "(version 1.2.3 alors, 9.9 maintenant)"), ("1.2.3", "(même version, 1.2.3)")])
    func different(_ program: String, _ versions: String) throws {
        let report = try report(on: [try receipt(decidedBy: Self.sooner)], by: program)
        let other = "c’est le programme qui ne décide plus pareil " + versions
        #expect(
            report.text.hasPrefix(
                """
                recu.json, «\u{A0}X\u{A0}»\u{A0}: différent
                  - le reçu est intact et les règles sont les mêmes\u{A0}: \(other)
                  - priorité\u{A0}: «\u{A0}à son tour\u{A0}» dans le reçu, «\u{A0}tout de suite\u{A0}» maintenant

                """), "\(report.text)")
        let entry = try #require(report.json["reçus"]?.elements?.first)
        #expect(entry["verdict"]?.string == "différent")
        #expect(entry["raisons"]?.elements?.compactMap(\.string).first?.hasSuffix(other) == true)
        let change = try #require(
            entry["différences"]?.elements?.first { $0["chemin"]?.elements?.last?.string == "issue" })
        #expect(change["reçu"]?.string == "à son tour" && change["maintenant"]?.string == "tout de suite")
    }

    @Test("what differs by motifs alone, and what is there in one of both, is told") func places() throws {
        let fewer = Kept.rules.replacing("si: { montant: { plus de: 2.5 } }", with: "si: { montant: { plus de: 9 } }")
        let cases = "faits: { urgente: oui, mot: vite, montant: 3 }"
        let report = try report(on: [try receipt(of: cases, decidedBy: fewer)])
        #expect(report.text.contains("diffère aussi\u{A0}: «\u{A0}étiquettes, motifs\u{A0}»"), "\(report.text)")
        let places = try #require(report.json["reçus"]?.elements?.first?["différences"]?.elements)
        #expect(places.contains { $0["reçu"] == .null && $0["maintenant"] != .null })
    }

    @Test("a case that the rules of the time refuse") func undecidable() throws {
        let strict = Kept.rules + "\ncontraintes:\n  cohérence: { si: { urgente: oui }, alors: { perdue: oui } }\n"
        let bytes = try Kept().receipt(of: Self.requete, writtenAsOf: try Kept(strict))
        let report = try report(on: [bytes], rules: strict)
        #expect(report.text.hasPrefix("recu.json, «\u{A0}X\u{A0}»\u{A0}: impossible à décider\n  - "))
        #expect(report.text.contains("cohérence"), "\(report.text)")
        let entry = try #require(report.json["reçus"]?.elements?.first)
        #expect(entry["raisons"]?.elements?.first?.string?.contains("cohérence") == true)
    }

    @Test(
        "what was touched and cannot be decided any more",
        arguments: [
            (#""urgente":"oui""#, #""urgente":"peut-être""#), (#"empreinte":"sha256:"#, #"empreinte":"sha256:0"#),
        ])
    func touched(_ old: String, _ new: String) throws {
        let text = String(decoding: try Kept().receipt(of: Self.requete), as: UTF8.self)
        let report = try report(on: [Array(text.replacing(old, with: new).utf8)])
        #expect(report.text.hasPrefix("recu.json, «\u{A0}X\u{A0}»\u{A0}: modifié\n  - "))
        #expect(report.text.contains("tel qu’il est maintenant, il ne peut pas être décidé de nouveau"))
        let entry = try #require(report.json["reçus"]?.elements?.first)
        #expect(entry["raisons"]?.elements?.isEmpty == false && entry["différences"]?.elements?.isEmpty == true)
    }

    @Test(
        "says where the rules were looked for",
        arguments: [
            (0, false, "et git ne lui connaît aucune révision"), (1, false, "ni dans sa seule révision de git"),
            (12, false, "ni dans aucune de ses 12 révisions de git"),
            (2_000, true, "ni dans ses 2\u{A0}000 dernières révisions de git"),
        ])
    func notFound(_ examined: Int, _ isCut: Bool, _ sentence: String) throws {
        let report = try report(
            on: [try Kept().receipt(of: Self.requete)], rules: Self.sooner, search: (examined, isCut))
        #expect(
            report.text.contains("ne sont pas dans le dossier «\u{A0}Rules\u{A0}», \(sentence); "), "\(report.text)")
    }

    /// A receipt may be made by hand to keep whoever replays it waiting.
    @Test("many thousands of keys are compared soon, and the first told")
    func manyKeys() throws {
        let text = String(decoding: try Kept().receipt(of: Self.requete), as: UTF8.self)
        let keys = (0..<100_000).map { "\"k\($0)\":{\"état\":\"x\"}," }.joined()
        for place in [#""décision":{"#, #""décisions":{"#] {
            let parts = text.split(separator: place, maxSplits: 1)
            let bytes = Array(parts.joined(separator: place + keys).utf8)
            var said = ""
            let seconds = try ProcessorTime.of { said = try report(on: [bytes]).text }
            #expect(seconds < Double(8 * Sanitizer.slowness))
            #expect(said.hasPrefix("recu.json, «\u{A0}X\u{A0}»\u{A0}: modifié"))
            if place == #""décision":{"# {
                #expect(said.hasSuffix("et 99\u{A0}980 autres (--format json dit tout)\n"))
            }
        }
    }

    @Test("counts what came of several") func summary() throws {
        let intact = try Kept().receipt(of: Self.requete)
        let other = try receipt(decidedBy: Self.sooner)
        let unknown = try Kept(Self.sooner).receipt(of: Self.requete)
        func last(_ files: [[UInt8]]) throws -> String? {
            try report(on: files).text.split(separator: "\n").last.map { String($0) }
        }
        #expect(try last([other, intact, intact]) == "3 reçus\u{A0}: 2 identiques, 1 différent")
        #expect(try last([intact, unknown]) == "2 reçus\u{A0}: 1 identique, 1 (règles introuvables)")
    }
}
