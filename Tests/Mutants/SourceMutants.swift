import Foundation
import SwiftOperators
import SwiftParser
import SwiftSyntax

/// Writes source files anew with their mutants in them, for `scripts/mutants`:
/// `SourceMutants FROM TO REFUSED FILE…`. FILEs are paths below both folders; REFUSED has the numbers of mutants that the
/// compiler refuses, which are left out; TO is `-` when nothing is to be written. Prints the mutants as JSON.
@main struct SourceMutants {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 3 else { throw Misuse() }
        let (from, to) = (URL(fileURLWithPath: arguments[0]), URL(fileURLWithPath: arguments[1]))
        let refused = Set(arguments[2].split(separator: ",").compactMap { Int($0) })
        var next = 1
        var written: [MutatedFile.Written] = []
        for name in arguments.dropFirst(3) {
            let source = try Data(contentsOf: from.appendingPathComponent(name))
            let tree = Parser.parse(source: String(decoding: source, as: UTF8.self))
            let collector = MutantCollector()
            collector.walk(try OperatorTable.standardOperators.foldAll(tree))
            let numbered = collector.mutants.enumerated().map { (number: next + $0, mutant: $1) }
            next += numbered.count
            let file = MutatedFile(
                Array(source), named: name, mutants: numbered.filter { !refused.contains($0.number) },
                stretches: collector.stretches)
            if arguments[1] != "-" { try write(Data(file.bytes), to: to.appendingPathComponent(name)) }
            written += file.written
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(written.sorted { $0.number < $1.number }))
    }

    /// Leaves a file that is already so, which the build then takes for unchanged.
    private static func write(_ bytes: Data, to file: URL) throws {
        guard (try? Data(contentsOf: file)) != bytes else { return }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    struct Misuse: Error {}
}
