package import RuleModel
import RulePipeline
import SourceText

/// Rules written in a test, as the loader makes them of a file.
package enum RuleText {
    /// The text is no rule set: what the loader says of it.
    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    package static func load(_ yaml: String) throws(Refused) -> RuleSet {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = RuleSetLoader.Input(path: "essai.yaml", bytes: Array(yaml.utf8))
        guard let set = RuleSetLoader.load([file], folder: "essai", into: &library, &bag) else {
            throw Refused(description: DiagnosticPrinter(library).print(bag) + yaml)
        }
        return set
    }
}
