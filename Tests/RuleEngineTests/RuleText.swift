import RuleModel
import RuleSyntax
import RuleYAML
import SourceText

/// Rules written in a test, as the loader makes them of a file.
enum RuleText {
    /// The text is no rule set: what the loader says.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    static func load(_ yaml: String) throws(Refused) -> RuleSet {
        var library = SourceLibrary()
        let file = library.add(path: "essai.yaml", bytes: Array(yaml.utf8))
        var bag = DiagnosticBag()
        var budget = Limits.nodes
        let root = YAMLReader.read(file, in: library, emptyValues: .ofSectionsOnly, budget: &budget, into: &bag)
        let written = SyntaxReader.read(root.map { [$0] } ?? [], into: &bag)
        guard let set = Resolver.resolve(written, folder: .beginning(of: file), into: &bag) else {
            throw Refused(description: DiagnosticPrinter(library).print(bag) + yaml)
        }
        return set
    }
}
