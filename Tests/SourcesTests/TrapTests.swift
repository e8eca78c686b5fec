import Foundation
import Testing

/// Nothing in `Sources` stops the program by a trap, unless a reason stands beside it.
@Suite("Constructs that trap") struct TrapTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("are in no file of Sources without a reason") func sources() throws {
        let folder = Self.root.appending(path: "Sources")
        let paths = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        let files = paths.filter { $0.hasSuffix(".swift") }.sorted()
        #expect(files.count > 300)
        for path in files {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            for finding in TrapCheck(path: "Sources/" + path, text: text).findings {
                Issue.record("Sources/\(path):\(finding.line): \(finding.construct)")
            }
        }
    }

    @Test(
        "are each found",
        arguments: [
            "let a = b!", "let a = try! b()", "let a = b as! C", "let a = f()!.c", "let a = \"\\(b!)\"",
            "fatalError()", "precondition(a)", "unowned let a: B", "final class A: @unchecked Sendable {}",
            "nonisolated(unsafe) var a = 1", "let a = b.unsafelyUnwrapped", "let a = b / c", "a %= b",
            "let a = Int32(b)", "let a = UInt16(text)", "let a = bytes[index]", "let a = b / 0",
            "let parts = a.split(separator: b)\nlet c = parts[d]", "func f(_ words: [String]) { g(words[h]) }",
            "let a = [UInt8](b)\nlet c = a[d]", "func f(_ a: inout [UInt8]) { a[b] = c }",
            "let a = Int(Double(b) / c)", "let a = Int(b.rounded(.up))", "a.removeLast()", "let a = b.removeFirst()",
        ]) func found(_ code: String)
    { #expect(TrapCheck(path: "Sources/RuleJSON/A.swift", text: code).findings.count == 1) }

    @Test(
        "are not seen where there are none",
        arguments: [
            "let a = !b", "if a != b {}", "let a = \"vrai!\"", "// force!", "let a = b / 100",
            "let a = UInt8(ascii: \"x\")",
            "let a = Int32(POLLIN)", "guard index < bytes.count else { return }\nlet a = bytes[index]",
            "let a = Date(unchecked: 1)", "let a = b / c  // bounded: c counts what is never empty",
            "func solver_assert() {}", "let a: [String: Int] = b\nlet c = a[d]", "let a: [String] = b\nlet c = a[...]",
            "let a = b.split(separator: c)\nlet d = e[f]",
            "let a = Int(exactly: b.rounded())", "while a.last == b { a.removeLast() }", "a.removeLast(2)",
        ]) func spared(_ code: String)
    { #expect(TrapCheck(path: "Sources/RuleJSON/A.swift", text: code).findings == []) }

    @Test("are looked for in every room alike") func rooms() {
        for room in ["RuleEngine", "RuleReceipts", "BienFondeC"] {
            #expect(TrapCheck(path: "Sources/\(room)/A.swift", text: "let a = Int32(b)").findings.count == 1)
        }
    }
}
