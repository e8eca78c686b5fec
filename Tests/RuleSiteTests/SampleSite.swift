import Foundation
import PageChecking
import PolicyValues
import RuleEngine
import RuleFixtures
import RuleModel
import RulePipeline
import RuleReview
import SourceText
import Testing

@testable import RuleSite

/// Sites made in memory.
struct SampleSite {
    let material: SiteMaterial
    /// By path.
    let files: [String: String]
    /// What is read of each page, by path, in its order.
    let pages: [(path: String, page: StrictHTML)]

    init(_ material: SiteMaterial) {
        self.material = material
        files = Dictionary(uniqueKeysWithValues: SiteWriter(material).files.map { ($0.path, $0.text) })
        pages = files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map { path, text in
            (path, StrictHTML(text))
        }
    }

    func text(_ path: String) throws -> String { try #require(files[path], "\(path) is not in the site") }

    func page(_ path: String) throws -> StrictHTML {
        try #require(pages.first { $0.path == path }?.page, "\(path) is not in the site")
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The repository's own policy with its cases.
    static let real = Result {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = try #require(try RuleFolder.load(root + "/Rules", into: &library, &bag))
        let review = SourceReview(set, into: &library)
        let (files, whole) = try FixtureFolder.load(root + "/Fixtures", into: &library)
        return site(
            set, library, folders: [root + "/Rules", root + "/Fixtures"], review: review, files, in: whole)
    }

    /// A rule set written in the test, with cases.
    static func of(_ rules: String, cases: String = "") throws -> SampleSite {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let input = RuleSetLoader.Input(path: "Regles/r.yaml", bytes: Array(rules.utf8))
        let loaded = RuleSetLoader.load([input], folder: "Regles", into: &library, &bag)
        let problems = bag.hasErrors ? DiagnosticPrinter(library).print(bag) : ""
        #expect(problems == "")
        let set = try #require(loaded)
        let review = SourceReview(set, into: &library)
        var files: [FixtureFile] = []
        let file = library.add(path: "Fixtures/c.yaml", bytes: Array(cases.utf8))
        if !cases.isEmpty {
            let root = CaseLoader.root(file, .yaml, in: library, into: &bag)
            files = [FixtureFile(file, root: root, problems: bag.sorted)]
        }
        return site(
            set, library, folders: ["Regles", "Fixtures"], review: review, files, in: .beginning(of: file))
    }

    /// The site of rules whose fixtures and examples were run.
    private static func site(
        _ set: RuleSet, _ library: SourceLibrary, folders: [String], review: SourceReview, _ files: [FixtureFile],
        in whole: SourceRange
    ) -> SampleSite {
        let program = Program(set)
        var fixtures = FixtureRunner(program, today: set.latestChange)
        _ = fixtures.run(files, in: whole)
        var examples = ExampleRunner(program, today: set.latestChange)
        let results = examples.run()
        var coverage = CoverageCollector(set)
        for matter in fixtures.matters + examples.matters { coverage.add(matter.examination) }
        return SampleSite(
            SiteMaterial(
                set: set, library: library, folders: folders, review: review, fixtures: fixtures.cases,
                examples: results, coverage: coverage.report))
    }

    // MARK: What must hold of every site

    /// What is wrong with a page by itself.
    func problems() -> [String] {
        pages.flatMap { path, page in page.problems.map { "\(path): \($0)" } }
    }

    /// Addresses that lead nowhere, or out of the site.
    func brokenLinks() -> [String] {
        let ids = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.page.ids) })
        return pages.flatMap { path, page in
            page.addresses.compactMap { address in
                let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
                    String.init)
                let target = parts[0].isEmpty ? path : Self.path(parts[0], from: path)
                guard files[target] != nil else { return "\(path): \(address)" }
                guard parts.count > 1 else { return nil }
                return ids[target]?.contains(parts[1]) == true ? nil : "\(path): \(address)"
            }
        }
    }

    private static func path(_ address: String, from page: String) -> String {
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in address.split(separator: "/").map(String.init) {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// The pages that no link from the home page leads to, in any number of steps.
    func unreachedPages() -> [String] {
        let addresses = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.page.addresses) })
        var reached: Set<String> = ["index.html"]
        var waiting = ["index.html"]
        while let page = waiting.popLast() {
            for address in (addresses[page] ?? []) {
                let target = Self.path(String(address.prefix { $0 != "#" }), from: page)
                if target.hasSuffix(".html"), reached.insert(target).inserted { waiting.append(target) }
            }
        }
        return pages.map(\.path).filter { !reached.contains($0) }
    }
}
