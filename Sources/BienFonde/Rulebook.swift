import FileAccess
import PolicyValues
import RuleEngine
import RuleModel
import RulePipeline
import SourceText

/// A rule set, loaded, checked and ready to decide.
///
///     let rules = try Rulebook(folder: "Rules")
///     let proposal = try rules.decide(StatedCase(facts: ["conteste une décision": .yesNo(true)]))
///     print(proposal.explanation())
///
/// It does not change, and may be used from several tasks at once.
public struct Rulebook: Sendable {
    /// A rule file in memory.
    public struct File: Hashable, Sendable {
        /// How remarks name it.
        public let path: String
        /// What it holds: YAML.
        public let text: String

        /// A file as if it were read from `path`.
        public init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    let model: RuleSet
    let program: Program
    let library: SourceLibrary
    /// Places as explanations name them.
    let places: PlaceIndex
    /// What the loader warns of; the rules can be used all the same.
    public let warnings: [Remark]

    /// Reads every `.yaml` and `.yml` below a folder, at any depth (language, section 1).
    ///
    /// - Throws: ``Refusal`` with all that is wrong, or where a file cannot be read.
    /// - Complexity: linear in the size of the files; about 20 ms of CPU for 1,000 rules.
    public init(folder: String) throws(Refusal) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set: RuleSet?
        do {
            set = try RuleFolder.load(folder, into: &library, &bag)
        } catch {
            throw Refusal(error)
        }
        try self.init(set, library, bag, folder: folder)
    }

    /// Takes rule files that are in memory.
    ///
    /// - Throws: ``Refusal`` with all that is wrong.
    public init(files: [File]) throws(Refusal) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let inputs = files.map { RuleSetLoader.Input(path: $0.path, bytes: Array($0.text.utf8)) }
        let set = RuleSetLoader.load(inputs, folder: "", into: &library, &bag)
        try self.init(set, library, bag, folder: "")
    }

    private init(
        _ set: RuleSet?, _ library: SourceLibrary, _ bag: DiagnosticBag, folder: String
    ) throws(Refusal) {
        guard let set, !bag.hasErrors else { throw Refusal(bag, in: library) }
        model = set
        program = Program(set)
        self.library = library
        places = PlaceIndex(library, relativeTo: folder)
        warnings = Remark.all(of: bag, in: library)
    }

    /// The name of the policy (`politique.nom`).
    public var name: String { model.policy.name }

    /// The version that the rules give themselves.
    public var version: String { model.policy.version }

    /// `sha256:` and 64 digits: the same for two sets that say the same, whatever their files, comments and layout
    /// (docs/json.md).
    public var fingerprint: String { model.fingerprint }
}
