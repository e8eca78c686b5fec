import Foundation
import SourceText
import Testing

@Suite("Catalogue of diagnostics")
struct CatalogueTests {
    /// Where this variable is set, what is printed is written down as golden and the run fails: the difference is read
    /// before it is kept.
    private static let isRecording = ProcessInfo.processInfo.environment["BIENFONDE_ENREGISTRER"] != nil

    @Test("says what is wrong, where it is", arguments: Situation.all)
    func diagnoses(_ path: String) throws {
        let situation = try Situation(path)
        let outcome = situation.load(situation.marked.bytes)
        let found = outcome.bag.sorted
        #expect(found.contains { $0.code.rawValue == situation.code })
        #expect(outcome.isUsable != outcome.bag.hasErrors || situation.kind == .caseFile)
        let spans = found.filter { $0.range.file == outcome.file }.map { Int($0.range.start)..<Int($0.range.end) }
        #expect(spans == situation.marked.spans)
        try compare(outcome.printed, with: situation.golden)
    }

    @Test("corrects what it offers to correct", arguments: Situation.all.filter { !$0.hasPrefix("limite") })
    func corrects(_ path: String) throws {
        let situation = try Situation(path)
        let outcome = situation.load(situation.marked.bytes)
        for diagnostic in outcome.bag.sorted where diagnostic.range.file == outcome.file {
            guard let fix = diagnostic.fix else { continue }
            let range = Int(fix.range.start)..<Int(fix.range.end)
            var bytes = situation.marked.bytes
            bytes.replaceSubrange(range, with: fix.spelled(in: outcome.library).utf8)
            let after = situation.load(bytes)
            #expect(
                !after.bag.all.contains { $0.code == diagnostic.code && $0.message == diagnostic.message },
                "\(situation): \(after.printed)")
        }
    }

    private func compare(_ printed: String, with golden: URL) throws {
        let kept = FileManager.default.contents(atPath: golden.path).map { String(decoding: $0, as: UTF8.self) }
        guard printed != kept else { return }
        if Self.isRecording {
            try printed.write(to: golden, atomically: true, encoding: .utf8)
            Issue.record("enregistré : \(golden.lastPathComponent)")
        } else {
            Issue.record("\(golden.lastPathComponent) :\n\(printed)")
        }
    }
}
