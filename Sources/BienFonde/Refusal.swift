import FileAccess
import SourceText

/// Why rules or a case cannot be used: everything that is wrong, each with its place.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in the order of files and places; empty where a file could not be read.
    public let remarks: [Remark]
    /// All of it in French, as the commands print it: the place, the line with the span underlined, notes and help.
    public let description: String

    init(_ bag: DiagnosticBag, in library: SourceLibrary) {
        remarks = Remark.all(of: bag, in: library)
        description = DiagnosticPrinter(library).print(bag)
    }

    init(_ problem: FileProblem) {
        remarks = []
        description = problem.sentence
    }
}

/// One thing said of a place in the rules or in a case.
public struct Remark: Hashable, Sendable {
    /// How much it matters.
    public enum Level: Hashable, Sendable {
        /// What it is said of cannot be used.
        case error
        case warning
    }

    /// Stable, for tools: the codes are in `docs/diagnostics.md`.
    public let code: String
    /// Whether it stands in the way.
    public let level: Level
    /// One line of French.
    public let message: String
    /// Advice, one line of French.
    public let help: String?
    /// The path, as it was given and joined with the path inside the folder; `cas` for a case.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in Unicode scalars.
    public let column: Int

    static func all(of bag: DiagnosticBag, in library: SourceLibrary) -> [Remark] {
        bag.sorted.map { diagnostic in
            let position = library.position(of: diagnostic.range)
            let level: Level =
                switch diagnostic.level {
                case .error: .error
                case .warning: .warning
                }
            return Remark(
                code: diagnostic.code.rawValue, level: level, message: diagnostic.message, help: diagnostic.help,
                file: library[diagnostic.range.file].path, line: position.line, column: position.column)
        }
    }
}
