import Foundation
import PolicyValues
import RulePipeline
import Sanitizers
import SourceText
import Testing

/// Changes bytes of the real policy at random: whatever comes out, the loader gives a set or says why there is none.
///
/// Most texts are excerpts, so that there can be many; the seeds are fixed, so that a failure comes back.
@Suite("Random mutations of rules")
struct MutationTests {
    private static let files = below("Rules")
    private static let fixtures = below("Fixtures")

    private static func below(_ folder: String) -> [[UInt8]] {
        let folder = SwiftLiterals.checkout.appending(path: folder).resolvingSymlinksInPath()
        return Situation.files(below: folder).compactMap { FileManager.default.contents(atPath: $0.path) }.map(
            Array.init)
    }

    /// Bytes that mean something to YAML or to the language.
    private static let pieces: [[UInt8]] =
        [
            "{", "}", "[", "]", ":", ": ", "- ", "\"", "'", "\n", "\t", "#", "&a ", "*a", "!x ", "%", "|\n", ">\n",
            "{{", "}}",
            "~", "\r", "\u{FEFF}", "\u{202E}", "é", "e\u{301}", "’", "\u{A0}", "inconnu", "si: ", "toutes: ", "non: ",
            "au moins: ", "-1", "9999999999999999", "2024-02-30", "règles:\n", "faits:\n", "? ", "\0", "---\n", "...\n",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    /// Some lines of a file after the line of its section.
    private static func excerpt(_ generator: inout SplitMix64) -> [UInt8] {
        guard let file = files.randomElement(using: &generator) else { return [] }
        let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let start = Int.random(in: 0..<lines.count, using: &generator)
        let section = lines[...start].last { $0.first.map { $0 > 0x20 && $0 != UInt8(ascii: "#") } ?? false } ?? []
        let length = Int.random(in: 1...12, using: &generator)
        return Array(section) + [0x0A] + Array(lines[start...].prefix(length).joined(separator: [0x0A]))
    }

    private static func mutated(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2: bytes.removeSubrange(place...)
            case 3:
                let end = Int.random(in: place...bytes.count, using: &generator)
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
            case 4: bytes.insert(contentsOf: excerpt(&generator), at: place)
            default: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
            }
        }
        return bytes
    }

    /// Loads, prints and checks: a set without an error, or an error.
    private static func load(_ files: [[UInt8]]) -> Bool {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let inputs = files.enumerated().map { RuleSetLoader.Input(path: "\($0).yaml", bytes: $1) }
        let set = RuleSetLoader.load(inputs, folder: "Règles", into: &library, &bag)
        let printed = DiagnosticPrinter(library).print(bag)
        let isPlaced = bag.all.allSatisfy { Int($0.range.end) <= library[$0.range.file].bytes.count }
        return (set == nil) == bag.hasErrors && printed.isEmpty == bag.all.isEmpty && isPlaced
    }

    private static let policy = Array("politique: {nom: x, version: \"1\"}\n".utf8)

    @Test("never traps on excerpts", arguments: 0..<2)
    func excerpts(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for number in 0..<10_000 {
            let bytes = Self.mutated(Self.excerpt(&generator), &generator)
            guard !Self.load([Self.policy, bytes]) else { continue }
            Issue.record("\(number): \(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test("never traps on the whole policy")
    func wholePolicy() {
        var generator = SplitMix64(seed: 7)
        #expect(Self.load(Self.files))
        for number in 0..<10 {
            var files = Self.files
            let index = Int.random(in: files.indices, using: &generator)
            files[index] = Self.mutated(files[index], &generator)
            #expect(Self.load(files), "\(number)")
        }
    }

    @Test("never traps on cases")
    func cases() throws {
        var generator = SplitMix64(seed: 11)
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let inputs = Self.files.enumerated().map { RuleSetLoader.Input(path: "\($0).yaml", bytes: $1) }
        let set = try #require(RuleSetLoader.load(inputs, folder: "Règles", into: &library, &bag))
        for number in 0..<1_000 {
            let fixture = try #require(Self.fixtures.randomElement(using: &generator))
            let bytes = Self.mutated(Array(fixture.prefix(1_500)), &generator)
            var library = library
            var bag = DiagnosticBag()
            let file = library.add(path: "cas.yaml", bytes: bytes)
            let read = CaseLoader.load(file, .yaml, of: set, in: library, into: &bag)
            let printed = DiagnosticPrinter(library).print(bag)
            #expect(!read.cases.isEmpty || bag.hasErrors, "\(number): \(String(decoding: bytes, as: UTF8.self))")
            #expect(printed.isEmpty == bag.all.isEmpty)
        }
    }

    @Test(
        "needs little stack for what is nested most",
        .enabled(
            if: Sanitizer.isAbsent, "a sanitizer takes more of it"))
    func smallStack() async {
        let nested =
            String(repeating: "{non: ", count: Limits.depth - 3) + "{c: oui}"
            + String(repeating: "}", count: Limits.depth - 3)
        let rules = """
            politique: {nom: x, version: "1"}
            faits: {c: {question: x?, type: oui/non}}
            décisions: {d: {question: x?, issues: {a: b}, méthode: cumul}}
            règles: {r: {conclut: {d: a}, si: \(nested.dropFirst(6).dropLast())}}
            """
        let isLoaded = await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: Self.load([Array(rules.utf8)])) }
            thread.stackSize = 256 << 10
            thread.start()
        }
        #expect(isLoaded)
        let isRefused = await withCheckedContinuation { continuation in
            let deeper = rules.replacing("si: ", with: "si: {non: ").replacing("}}}\n", with: "}}}}\n")
            let thread = Thread { continuation.resume(returning: Self.load([Array(deeper.utf8)])) }
            thread.stackSize = 256 << 10
            thread.start()
        }
        #expect(isRefused)
    }
}
