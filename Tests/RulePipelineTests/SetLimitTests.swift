import Foundation
import RulePipeline
import SourceText
import Testing

/// A set that is too long is refused before it is read (language, section 1).
@Suite("The size of a set") struct SetLimitTests {
    private static let sentence = "l’ensemble dépasse la limite de 32\u{A0}Mio"

    @Test("counts all files together") func together() {
        let rules = Array("politique: { nom: x, version: \"1\" }\n".utf8)
        let rest = [UInt8](repeating: 0x20, count: Limits.setBytes - rules.count + 1)
        let inputs = [
            RuleSetLoader.Input(path: "a.yaml", bytes: rules), RuleSetLoader.Input(path: "b.yaml", bytes: rest),
        ]
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        #expect(RuleSetLoader.load(inputs, folder: "Règles", into: &library, &bag) == nil)
        #expect(bag.sorted.map(\.message) == [Self.sentence])
        #expect(RuleSetLoader.fingerprint(of: inputs) == nil)
    }

    @Test("stops the reading of a folder") func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ensemble-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for number in 1...9 {
            let path = folder.appending(path: "\(number).yaml")
            try Data().write(to: path)
            try FileHandle(forWritingTo: path).truncate(atOffset: UInt64(Limits.fileBytes) + 1)
        }
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        #expect(try RuleFolder.load(folder.path, into: &library, &bag) == nil)
        #expect(bag.sorted.contains { $0.message == Self.sentence })
    }
}
