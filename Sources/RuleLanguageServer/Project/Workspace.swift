import RuleJSON
import SourceText

/// The folders that a client has open, each a project of its own with its rules and cases.
struct Workspace {
    /// Never empty: a client without a folder works in the one that the server was started in.
    private var sessions: [EditingSession]
    private let defaults: EditingSession
    /// The folders of rules and of cases in each folder, as the client names them.
    private var folders = EditingSession.Folders()
    private var refreshesLenses = false
    /// Addresses of a folder that was closed, for which nothing is to be said any more.
    private var orphans: Set<String> = []
    /// Whether what stands above rules and cases is no longer what was answered.
    private var lensesAreOld = false

    init(_ defaults: EditingSession) {
        self.defaults = defaults
        sessions = [defaults]
    }

    // MARK: Folders

    /// Reads what `initialize` says: the client's folders, and options `regles` and `cas`.
    mutating func start(_ parameters: Node?) {
        let options = parameters?["initializationOptions"]
        folders.read(options)
        refreshesLenses = parameters?["capabilities"]?["workspace"]?["codeLens"]?["refreshSupport"]?.isTrue ?? false
        let named = (parameters?["workspaceFolders"]?.elements ?? []).compactMap { $0["uri"]?.string }
        let roots = (named.isEmpty ? [parameters?["rootUri"]?.string].compactMap { $0 } : named)
            .compactMap(FileAddress.path)
        if roots.isEmpty {
            sessions = [defaults.configured(options)]
        } else {
            sessions = roots.map { defaults.moved(to: $0, folders) }
        }
    }

    private mutating func changeFolders(_ event: Node?) {
        func paths(_ key: String) -> [String] {
            (event?[key]?.elements ?? []).compactMap { $0["uri"]?.string }.compactMap(FileAddress.path)
        }
        let documents = sessions.flatMap { $0.open }
        let (removed, added) = (paths("removed"), paths("added"))
        for session in sessions where removed.contains(session.base) { orphans.formUnion(session.published.keys) }
        sessions.removeAll { removed.contains($0.base) }
        let known = sessions.map(\.base)
        sessions += added.filter { !known.contains($0) }.map { defaults.moved(to: $0, folders) }
        if sessions.isEmpty { sessions = [defaults] }
        for index in sessions.indices {
            sessions[index].open = [:]
        }
        for (path, document) in documents { sessions[place(of: path)].open[path] = document }
        lensesAreOld = true
    }

    /// The project that a path belongs to: the innermost folder that holds it, else the first.
    private func place(of path: String?) -> Int {
        guard let path else { return 0 }
        let depths = sessions.indices.map { (depth: sessions[$0].depth(of: path), index: $0) }
        return depths.max { ($0.depth, $1.index) < ($1.depth, $0.index) }?.index ?? 0
    }

    // MARK: Messages

    mutating func answer(_ feature: Feature, _ parameters: Node?) throws(Refusal) -> JSONValue {
        switch feature {
        case .workspaceSymbols:
            var all: [JSONValue] = []
            for index in sessions.indices {
                if case .list(let some) = try sessions[index].answer(feature, parameters) { all += some }
            }
            return .list(all)
        case .command:
            let addresses = (parameters?["arguments"]?.elements ?? []).compactMap {
                $0.string.flatMap(FileAddress.path)
            }
            let answer = try sessions[place(of: addresses.first)].answer(feature, parameters)
            lensesAreOld = lensesAreOld || parameters?["command"]?.string == Command.choose.rawValue
            return answer
        case .completion, .hover, .definition, .references, .highlight, .prepareRename, .rename, .documentSymbols,
            .codeActions, .formatting, .folding, .selection, .semanticTokens, .inlayHints, .codeLenses:
            return try sessions[place(of: Self.path(parameters))].answer(feature, parameters)
        }
    }

    mutating func notice(_ method: String, _ parameters: Node?) {
        switch method {
        case "workspace/didChangeWorkspaceFolders": changeFolders(parameters?["event"])
        case "workspace/didChangeConfiguration":
            folders.read(parameters?["settings"]?["bienfonde"])
            for index in sessions.indices { sessions[index].configure(folders) }
        case "textDocument/didSave", "workspace/didChangeWatchedFiles":
            for index in sessions.indices { sessions[index].notice(method, parameters) }
        default:
            let index = place(of: Self.path(parameters))
            sessions[index].notice(method, parameters)
        }
    }

    private static func path(_ parameters: Node?) -> String? {
        parameters?["textDocument"]?["uri"]?.string.flatMap(FileAddress.path)
    }

    /// What has changed of what is said about each file.
    mutating func publications() -> [JSONValue] {
        let all = sessions.indices.flatMap { sessions[$0].publications() }
        let gone = orphans.subtracting(sessions.flatMap { $0.published.keys }).sorted()
        orphans = []
        return gone.map { .object([("uri", .text($0)), ("diagnostics", .list([]))]) } + all
    }

    /// What is asked of the client, by method.
    mutating func requests() -> [String] {
        defer { lensesAreOld = false }
        return lensesAreOld && refreshesLenses ? ["workspace/codeLens/refresh"] : []
    }
}
