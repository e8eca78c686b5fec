import Foundation
import Testing

/// A whole expected output, kept beside the tests.
///
/// `BIENFONDE_ENREGISTRER=1 swift test` writes what came out instead of comparing, and fails, so that no run can pass
/// without the difference having been read.
package enum GoldenFile {
    /// Compares with the file of that name in `Resources/attendu`, beside the file that calls.
    package static func expect(_ output: String, _ name: String, caller: String = #filePath) throws {
        let file = URL(filePath: caller).deletingLastPathComponent().appending(path: "Resources/attendu/\(name)")
        if ProcessInfo.processInfo.environment["BIENFONDE_ENREGISTRER"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try output.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name): read the difference, then run without recording")
            return
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        guard output != expected else { return }
        let (lines, wanted) = (output.split(separator: "\n"), expected.split(separator: "\n"))
        let first = zip(lines, wanted).enumerated().first { $0.element.0 != $0.element.1 }
        Issue.record(
            """
            \(name) differs from line \((first?.offset ?? min(lines.count, wanted.count)) + 1) that is not blank
            expected: \(first?.element.1 ?? "(end)")
            found:    \(first?.element.0 ?? "(end)")
            """)
    }
}
