import Foundation
import RuleModel
import RulePipeline
import SourceText
import Testing

/// The repository's own files, read from the checkout that the tests run in.
enum Checkout {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func files(below folder: String, _ ext: String = "yaml") -> [RuleSetLoader.Input] {
        let base = root.appending(path: folder)
        let paths =
            FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == ext }.map(\.path).sorted() ?? []
        return paths.compactMap { path in
            FileManager.default.contents(atPath: path).map {
                RuleSetLoader.Input(path: String(path.dropFirst(root.path.count)), bytes: Array($0))
            }
        }
    }
}

@Test func theRealPolicyLoads() throws {
    var library = SourceLibrary()
    var bag = DiagnosticBag()
    let set = RuleSetLoader.load(Checkout.files(below: "Rules"), folder: "Rules", into: &library, &bag)
    #expect(bag.all.isEmpty, "\(DiagnosticPrinter(library).print(bag))")
    #expect(try #require(set).rules.count >= 30)
}
