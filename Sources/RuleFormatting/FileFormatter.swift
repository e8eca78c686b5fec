import RuleSyntax
import RuleYAML
package import SourceText

/// Puts a rule file or a case file in canonical layout: its meaning and its comments stay, its appearance does not.
package enum FileFormatter {
    package enum Outcome: Sendable {
        /// The whole text in canonical layout, which is its own.
        case formatted([UInt8])
        /// The file is not in the language's YAML profile: the reasons are in the bag.
        case unreadable
        /// Laid out anew, the file would not say the same: a bug of ours, and the file is best left as it is.
        case unfaithful
    }

    /// - Complexity: linear in the file, but for the width of folded texts.
    package static func format(
        _ file: FileID, in library: SourceLibrary, into bag: inout DiagnosticBag
    ) -> Outcome {
        guard let parsed = ParsedFile(file, library, &bag) else { return .unreadable }
        let text = parsed.laidOut
        var copy = SourceLibrary()
        var problems = DiagnosticBag()
        let written = copy.add(path: library[file].path, bytes: Array(text.utf8))
        guard let again = ParsedFile(written, copy, &problems), again.saysTheSame(as: parsed) else {
            return .unfaithful
        }
        return .formatted(Array(text.utf8))
    }
}

/// A file read with its comments.
private struct ParsedFile {
    private let library: SourceLibrary
    /// Nil when the file holds comments alone.
    private let root: Node?
    private let comments: [Comment]

    /// Nil when the file is not in the profile.
    init?(_ file: FileID, _ library: SourceLibrary, _ bag: inout DiagnosticBag) {
        let before = bag.all.count
        var budget = Limits.nodes
        let root = YAMLReader.read(file, in: library, emptyValues: .anywhere, budget: &budget, into: &bag)
        guard bag.all.count == before else { return nil }
        self.library = library
        self.root = root
        comments = Comment.all(
            in: SourceLines(bytes: library[file].bytes),
            outside: (root?.scalarRanges ?? []).sorted { $0.precedes($1) })
    }

    var laidOut: String {
        guard let root else { return comments.map { $0.text + "\n" }.joined() }
        let tree = CommentAttacher.attach(comments, to: root, in: library)
        return LayoutWriter.write(KeyOrder.ordered(tree, KeyOrder.kind(of: root)))
    }

    func saysTheSame(as other: ParsedFile) -> Bool {
        guard comments.map(\.text).sorted() == other.comments.map(\.text).sorted() else { return false }
        switch (root, other.root) {
        case (nil, nil): return true
        case (let root?, let other?): return root.saysTheSame(as: other)
        case (nil, _), (_, nil): return false
        }
    }
}

extension Node {
    /// Keys and scalars that are spelled out.
    fileprivate var scalarRanges: [SourceRange] {
        switch content {
        case .scalar: range.start == range.end ? [] : [range]
        case .sequence(let elements): elements.flatMap(\.scalarRanges)
        case .mapping(let entries): entries.flatMap { [$0.key.range] + $0.value.scalarRanges }
        }
    }

    /// Whether both have the same texts; the order of a mapping's keys apart.
    fileprivate func saysTheSame(as other: Node) -> Bool {
        switch (content, other.content) {
        case (.scalar(let a), .scalar(let b)): return a.text == b.text && a.isEmptyValue == b.isEmptyValue
        case (.sequence(let a), .sequence(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.saysTheSame(as: $1) }
        case (.mapping(let a), .mapping(let b)):
            let values = Dictionary(b.map { ($0.key.value, $0.value) }) { first, _ in first }
            return a.count == b.count
                && a.allSatisfy { entry in values[entry.key.value]?.saysTheSame(as: entry.value) ?? false }
        case (.scalar, _), (.sequence, _), (.mapping, _): return false
        }
    }
}
