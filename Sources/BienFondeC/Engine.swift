import FileAccess
import PolicyValues
import RuleBatch
import RuleEngine
import RuleExplanation
import RuleJSON
import RuleModel
import RulePipeline
import SourceText
import Synchronization

/// A rule set, ready to decide, for any number of threads.
final class Engine: Sendable {
    let set: RuleSet
    private let program: Program
    private let library: SourceLibrary
    private let places: PlaceIndex
    /// Deciders that no call is using, by what they were made for.
    private let idle = Mutex<[BatchSettings: [any BlockDecider]]>([:])

    /// For how many settings deciders are kept: one that asks for a new date each time must not fill the memory.
    private static let mostSettings = 8

    /// Reads the rules of a folder.
    convenience init(folder: String) throws(CallProblem) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set: RuleSet?
        do throws(FileProblem) {
            set = try RuleFolder.load(folder, into: &library, &bag)
        } catch {
            throw .refused(error)
        }
        try self.init(set, library, bag, folder: folder)
    }

    /// Reads the rules of files in memory, whose paths are inside a folder.
    convenience init(files: [RuleSetLoader.Input], folder: String) throws(CallProblem) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let before = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            .map { RuleSetLoader.Input(path: before + $0.path, bytes: $0.bytes) }
        let set = RuleSetLoader.load(sorted, folder: folder, into: &library, &bag)
        try self.init(set, library, bag, folder: folder)
    }

    private init(_ set: RuleSet?, _ library: SourceLibrary, _ bag: DiagnosticBag, folder: String) throws(CallProblem) {
        guard let set, !bag.hasErrors else { throw .unusable(DiagnosticPrinter(library).print(bag)) }
        self.set = set
        self.library = library
        program = Program(set)
        places = PlaceIndex(library, relativeTo: folder)
    }

    // MARK: One case

    /// What `evaluer --format json` prints, and whether a decision is contradictory.
    func decide(_ json: [UInt8], _ options: CallOptions) throws(CallProblem) -> (text: String, hasFindings: Bool) {
        var library = library
        var bag = DiagnosticBag()
        let file = library.add(path: "cas", bytes: json)
        let (cases, isList) = CaseLoader.load(file, .json, of: set, in: library, into: &bag)
        var decider = CaseDecider(program, asked: options.date, today: options.today)
        let decided = cases.compactMap { decider.decide($0, into: &bag) }
        guard !bag.hasErrors else { throw .unusable(DiagnosticPrinter(library).print(bag)) }
        let writer = DecisionJSON(set, placedBy: places, detail: options.isExplained ? .complete : .none)
        let values = decided.map(writer.value)
        let value = isList ? JSONValue.list(values) : values.first ?? .null
        return (value.text(.pretty) + "\n", decided.contains(where: \.isContradictory))
    }

    // MARK: Batches

    /// Lends a decider for a batch. Threads that ask at the same time get one each.
    func withDecider<Result>(
        _ settings: BatchSettings, _ body: (inout any BlockDecider) throws(CallProblem) -> Result
    ) throws(CallProblem) -> Result {
        var decider = idle.withLock { $0[settings]?.popLast() } ?? makeDecider(settings)
        defer {
            idle.withLock { idle in
                if idle[settings] == nil, idle.count >= Self.mostSettings { idle.removeAll() }
                idle[settings, default: []].append(decider)
            }
        }
        return try body(&decider)
    }

    private func makeDecider(_ settings: BatchSettings) -> any BlockDecider {
        ColumnDecider(program, settings) ?? PlainDecider(program, settings)
    }
}
