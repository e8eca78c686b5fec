package import RuleModel
import RuleSyntax
import RuleYAML
package import SourceText

/// Files in memory → a rule set: the stages of the pipeline, in order.
///
///     bytes ─ YAMLReader ─ Node ─ SyntaxReader ─ WrittenRuleSet ─ Resolver ─ RuleSet
package enum RuleSetLoader {
    /// A file of a set: the path shown to the user, and its bytes.
    package struct Input: Sendable {
        package let path: String
        package let bytes: [UInt8]

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The set, or nil with the reasons in the bag.
    ///
    /// - Parameters:
    ///   - folder: the path of the folder, for what concerns the set as a whole.
    ///   - library: gets the files, so that places can be printed.
    /// - Complexity: linear in the bytes.
    package static func load(
        _ files: [Input], folder: String, into library: inout SourceLibrary, _ bag: inout DiagnosticBag
    ) -> RuleSet? {
        let whole = SourceRange.beginning(of: library.add(path: folder, bytes: []))
        guard let (written, isReadable) = read(files, into: &library, &bag) else { return nil }
        // A file that could not be read hides names: what the others say of them would be noise.
        return isReadable ? Resolver.resolve(written, in: library, folder: whole, into: &bag) : nil
    }

    /// The fingerprint that the set has, or would have were it usable; nil when it cannot be read.
    ///
    /// - Complexity: linear in the bytes, a few times less than ``load(_:folder:into:_:)``.
    package static func fingerprint(of files: [Input]) -> String? {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        guard let (written, isReadable) = read(files, into: &library, &bag), isReadable else { return nil }
        return Fingerprint.of(written.sections)
    }

    /// The set as written, and whether all files could be read; nil when they are too long together.
    private static func read(
        _ files: [Input], into library: inout SourceLibrary, _ bag: inout DiagnosticBag
    ) -> (written: WrittenRuleSet, isReadable: Bool)? {
        var budget = Limits.nodes
        var total = 0
        var roots: [Node] = []
        var isReadable = true
        for file in files {
            let id = library.add(path: file.path, bytes: file.bytes)
            total += file.bytes.count
            guard total <= Limits.setBytes else {
                bag.report(.setTooLarge(.beginning(of: id)))
                return nil
            }
            let before = bag.all.count
            if let root = YAMLReader.read(id, in: library, emptyValues: .ofSectionsOnly, budget: &budget, into: &bag) {
                roots.append(root)
            } else if bag.all.count > before {
                isReadable = false
            }
        }
        return (SyntaxReader.read(roots, into: &bag), isReadable)
    }
}

extension Diagnostic {
    fileprivate static func setTooLarge(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.limitExceeded, "l’ensemble dépasse la limite de \(Limits.setBytes >> 20)\u{A0}Mio", at: range)
    }
}
