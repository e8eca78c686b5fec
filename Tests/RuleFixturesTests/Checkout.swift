import Foundation
import PolicyValues
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

@testable import RuleFixtures

/// The repository's own files, read from the checkout that the tests run in.
enum Checkout {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `shared`, beside the checkout; nil when it is absent.
    static let shared = [root.appending(path: "../shared")]
        .map(\.standardizedFileURL).first { FileManager.default.fileExists(atPath: $0.path) }

    static func files(below folder: URL) -> [RuleSetLoader.Input] {
        let paths =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" }.map(\.path).sorted() ?? []
        return paths.compactMap { path in
            FileManager.default.contents(atPath: path).map {
                RuleSetLoader.Input(path: path.replacing(root.path + "/", with: ""), bytes: Array($0))
            }
        }
    }

    static func files(below folder: String) -> [RuleSetLoader.Input] { files(below: root.appending(path: folder)) }
}

/// A rule set with everything that its fixtures need.
struct Bench {
    var library = SourceLibrary()
    let program: Program
    static let today = CivilDate(iso: "2025-06-02") ?? .first

    var set: RuleSet { program.model }

    /// Loads rules; fails the test when they are wrong.
    init(_ rules: [RuleSetLoader.Input], folder: String = "Rules") throws {
        var bag = DiagnosticBag()
        let set = RuleSetLoader.load(rules, folder: folder, into: &library, &bag)
        try #require(bag.all.isEmpty, "\(DiagnosticPrinter(library).print(bag))")
        program = Program(try #require(set))
    }

    init(_ rules: String) throws { try self.init([.init(path: "règles.yaml", bytes: Array(rules.utf8))]) }

    /// The files, read but not typed.
    mutating func read(_ files: [RuleSetLoader.Input]) -> [FixtureFile] {
        files.map { input in
            let file = library.add(path: input.path, bytes: input.bytes)
            var bag = DiagnosticBag()
            let root = CaseLoader.root(file, CaseLoader.notation(of: input.path), in: library, into: &bag)
            return FixtureFile(file, root: root, problems: bag.all)
        }
    }

    mutating func run(_ files: [RuleSetLoader.Input]) -> [CheckResult] {
        let folder = library.add(path: "Fixtures", bytes: [])
        let read = read(files)
        var runner = FixtureRunner(program, today: Self.today)
        return runner.run(read, in: .beginning(of: folder))
    }

    /// One file of cases.
    mutating func run(_ cases: String, path: String = "cas.yaml") -> [CheckResult] {
        run([.init(path: path, bytes: Array(cases.utf8))])
    }

    func runExamples() -> [CheckResult] {
        var runner = ExampleRunner(program, today: Self.today)
        return runner.run()
    }
}
