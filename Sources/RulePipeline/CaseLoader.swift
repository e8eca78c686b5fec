package import RuleCases
import RuleJSON
package import RuleModel
import RuleYAML
package import SourceText

/// A file in memory → its cases.
///
///     bytes ─ YAMLReader or JSONReader ─ Node ─ CaseReader ─ Requete
package enum CaseLoader {
    package enum Notation: Sendable {
        case yaml
        case json
        /// YAML, unless the first byte that is not blank is `{` or `[` and the whole is valid JSON.
        case either
    }

    /// The notation that a path tells: JSON for `.json`, either for `-`, else YAML.
    package static func notation(of path: String) -> Notation {
        path == "-" ? .either : path.lowercased().hasSuffix(".json") ? .json : .yaml
    }

    /// The cases of a file; what is wrong with it is reported, and a wrong case is left out.
    package static func load(
        _ file: FileID, _ notation: Notation, of set: RuleSet, in library: SourceLibrary, into bag: inout DiagnosticBag
    ) -> (cases: [Requete], isList: Bool) {
        let before = bag.all.count
        guard let root = root(file, notation, in: library, into: &bag) else {
            if bag.all.count == before { bag.report(.noCase(.beginning(of: file))) }
            return ([], false)
        }
        return CaseReader.read(root, in: set, into: &bag)
    }

    /// The tree of a file, before the vocabulary types it; what is wrong with its notation is reported. Nil without a
    /// report is a file without content.
    package static func root(
        _ file: FileID, _ notation: Notation, in library: SourceLibrary, into bag: inout DiagnosticBag
    ) -> Node? {
        var budget = Limits.nodes
        switch notation {
        case .json:
            return JSONReader.read(file, in: library, root: .caseObject, into: &bag)
        case .yaml:
            return YAMLReader.read(file, in: library, emptyValues: .anywhere, budget: &budget, into: &bag)
        case .either:
            let first = library[file].bytes.first { $0 > 0x20 }
            if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                var attempt = DiagnosticBag()
                if let root = JSONReader.read(file, in: library, into: &attempt), !attempt.hasErrors { return root }
            }
            return YAMLReader.read(file, in: library, emptyValues: .anywhere, budget: &budget, into: &bag)
        }
    }
}
