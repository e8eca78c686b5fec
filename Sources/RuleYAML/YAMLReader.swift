package import SourceText

/// Reads a file in the language's YAML profile (language, section 1) into a located tree.
package enum YAMLReader {
    /// The version of libyaml, which splits the text into events.
    package static var libraryVersion: String { EventReader.libraryVersion }

    /// Where a value may be left out.
    package enum EmptyValues: Sendable {
        /// Only as a whole top-level section, as in a rule file.
        case ofSectionsOnly
        /// Anywhere, as in a case, where it means unknown.
        case anywhere
    }

    /// The root mapping of a file, or nil: with a report when the file is not in the profile, without one when it is
    /// empty or holds comments alone.
    ///
    /// - Parameters:
    ///   - budget: how many nodes may still be read (``Limits/nodes`` a set); counted down.
    /// - Complexity: linear in the bytes.
    package static func read(
        _ file: FileID, in library: SourceLibrary, emptyValues: EmptyValues, budget: inout Int,
        into bag: inout DiagnosticBag
    ) -> Node? {
        let bytes = library[file].bytes
        var problems = TextChecks.problems(in: bytes, of: file)
        if problems.isEmpty, let directive = Directives.first(in: bytes) {
            problems = [.yamlDirective(SourceRange(file: file, at: directive.lowerBound, length: directive.count))]
        }
        guard problems.isEmpty else {
            bag.report(contentsOf: problems)
            return nil
        }
        var root: Node?
        var reader = NodeReader(file: file, bytes: bytes, emptyValues: emptyValues, budget: budget)
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let events = unsafe EventReader(buffer) else { return }
            root = reader.readDocument(from: events)
        }
        budget = reader.budget
        bag.report(contentsOf: reader.problems)
        return root
    }
}
