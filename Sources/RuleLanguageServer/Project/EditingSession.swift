import FileAccess
import PolicyValues
import RuleCases
import RuleEngine
import RuleJSON
import RuleModel
import SourceText

/// One folder that a client works in: its open documents, and the project that they make with its rules and cases.
struct EditingSession {
    /// Where the rules and the cases of a folder are, from it.
    struct Folders {
        var rules = "Rules"
        var cases = "Fixtures"

        /// Takes over what options `regles` and `cas` name.
        mutating func read(_ options: Node?) {
            if let named = options?["regles"]?.string { rules = named }
            if let named = options?["cas"]?.string { cases = named }
        }
    }

    /// The folder that relative paths start from, absolute.
    private(set) var base: String
    private var rulesFolder: String
    private var casesFolder: String
    let today: CivilDate
    var open: [String: OpenDocument] = [:] {
        didSet { forget() }
    }
    private var cached: Project?
    /// The set that was last without a mistake: names are known from it while a text is wrong.
    private(set) var last: RuleSet?
    private var decided: [FileID: [DecidedCase?]]?
    /// The case that rules are read with, by its file and its place there; nil: the first.
    var chosen: (path: String, index: Int)?
    /// The addresses for which something was said, and what.
    private(set) var published: [String: JSONValue] = [:]

    init(rulesFolder: String, in folder: String, today: (year: Int, month: Int, day: Int)) {
        base = Self.path("", in: folder)
        self.rulesFolder = Self.path(rulesFolder, in: folder)
        casesFolder = Self.path("Fixtures", in: folder)
        self.today = CivilDate(nearest: today)
    }

    private static func path(_ path: String, in folder: String) -> String {
        let whole = path.hasPrefix("/") ? path : folder + "/" + path
        return whole.count > 1 && whole.hasSuffix("/") ? self.path(String(whole.dropLast()), in: "") : whole
    }

    /// Another folder, before anything was opened in it.
    func moved(to base: String, _ folders: Folders) -> EditingSession {
        var session = self
        session.base = Self.path(base, in: "")
        session.configure(folders)
        return session
    }

    /// The same folder, the rules elsewhere when the options say so.
    func configured(_ options: Node?) -> EditingSession {
        var session = self
        if let rules = options?["regles"]?.string { session.rulesFolder = Self.path(rules, in: base) }
        if let cases = options?["cas"]?.string { session.casesFolder = Self.path(cases, in: base) }
        return session
    }

    /// Looks for rules and cases elsewhere from now on.
    mutating func configure(_ folders: Folders) {
        rulesFolder = Self.path(folders.rules, in: base)
        casesFolder = Self.path(folders.cases, in: base)
        last = nil
        forget()
    }

    /// How near a path is: the length of the longest folder of the project that holds it; 0 where none does.
    func depth(of path: String) -> Int {
        [base, rulesFolder, casesFolder].filter { path.hasPrefix($0 + "/") || path == $0 }.map(\.utf8.count).max() ?? 0
    }

    /// The project as it is now.
    var project: Project {
        mutating get {
            if let cached { return cached }
            let project = Project(rulesFolder: rulesFolder, casesFolder: casesFolder, open: open, last: last)
            if let set = project.set { last = set }
            cached = project
            return project
        }
    }

    /// The cases of a file decided by the set as it is now; nothing while it is wrong.
    mutating func decisions() -> [FileID: [DecidedCase?]] {
        if let decided { return decided }
        let project = project
        guard let set = project.set else { return [:] }
        var decider = CaseDecider(Program(set), asked: nil, today: today)
        let all = project.cases.mapValues { cases in
            cases.map { requete in
                var bag = DiagnosticBag()
                return decider.decide(requete, into: &bag)
            }
        }
        decided = all
        return all
    }

    private mutating func forget() {
        cached = nil
        decided = nil
    }

    // MARK: Notifications

    mutating func notice(_ method: String, _ parameters: Node?) {
        let document = parameters?["textDocument"]
        let path = document?["uri"]?.string.flatMap(FileAddress.path)
        switch method {
        case "textDocument/didOpen":
            guard let path, let uri = document?["uri"]?.string, let text = document?["text"]?.string else { return }
            open[path] = OpenDocument(uri: uri, version: document?["version"]?.int ?? 0, text: text)
        case "textDocument/didChange":
            // A change of a text that is not open, or one that cannot be followed, leaves what is known.
            guard let path, let known = open[path], let changes = parameters?["contentChanges"]?.elements else {
                return
            }
            let version = document?["version"]?.int ?? known.version + 1
            do throws(Refusal) { open[path] = try known.changed(by: changes, version: version) } catch { return }
        case "textDocument/didClose":
            guard let path, open.removeValue(forKey: path) != nil else { return }
        case "textDocument/didSave", "workspace/didChangeWatchedFiles": break
        default: return
        }
        forget()
    }

    // MARK: Diagnostics

    /// What has changed of what is said about each file.
    mutating func publications() -> [JSONValue] {
        let project = project
        var all: [String: JSONValue] = [:]
        for (file, problems) in Dictionary(grouping: project.problems, by: \.range.file) {
            let path = project.library[file].path
            all[address(of: path)] = .list(problems.prefix(Limits.shownDiagnostics).map { self.json($0, project) })
        }
        for uri in published.keys where all[uri] == nil { all[uri] = .list([]) }
        for document in open.values where all[document.uri] == nil { all[document.uri] = .list([]) }
        let changed = all.filter { published[$0.key] != $0.value }.sorted { $0.key < $1.key }
        published = all.filter { $0.value != .list([]) || isOpen($0.key) }
        return changed.map { uri, problems in .object([("uri", .text(uri)), ("diagnostics", problems)]) }
    }

    private func isOpen(_ uri: String) -> Bool { open.values.contains { $0.uri == uri } }

    private func json(_ problem: Diagnostic, _ project: Project) -> JSONValue {
        let positions = project.positions[problem.range.file] ?? TextPositions([])
        let help = problem.help.map { "\n\($0)" } ?? ""
        let related = problem.notes.compactMap { note -> JSONValue? in
            guard let range = note.range else { return nil }
            return .object([("location", location(range, project)), ("message", .text(note.message))])
        }
        return .object([
            ("range", positions.json(problem.range)), ("severity", .int(problem.level == .error ? 1 : 2)),
            ("code", .text(problem.code.rawValue)), ("source", .text("bienfonde")),
            ("message", .text(problem.message + help)), ("relatedInformation", .list(related)),
        ])
    }

    /// The address of a path: the client's own, when it has the file open.
    func address(of path: String) -> String { open[path]?.uri ?? FileAddress.uri(of: path) }

    func location(_ range: SourceRange, _ project: Project) -> JSONValue {
        let positions = project.positions[range.file] ?? TextPositions([])
        return .object([
            ("uri", .text(address(of: project.library[range.file].path))), ("range", positions.json(range)),
        ])
    }
}
