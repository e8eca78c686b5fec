import FileAccess

/// What git says of the objects of a repository: the one place where git is started.
///
/// The repository belongs to whoever wrote the rules, so nothing that its configuration names is run: only commands
/// that read objects are asked (`rev-list`, `ls-tree`, `cat-file`), which look at no signature, filter, hook or pager,
/// and objects that a partial clone left elsewhere are not fetched, be it by a transport that the configuration names.
enum GitOutput {
    /// The bytes, at most `limit`; nil where there is no git, no repository, or nothing of the kind.
    ///
    /// - Parameter folder: where git looks for the repository; nil where the program was started.
    static func of(_ words: [String], in folder: String? = nil, limit: Int) throws(FileProblem) -> [UInt8]? {
        let place = folder.map { ["-C", $0] } ?? []
        do throws(FileProblem) {
            return try ProgramOutput.of("env", environment + ["git"] + place + settings + words, limit: limit)
        } catch {
            throw FileProblem(.path("git"), error.action, error.reason)
        }
    }

    /// No transport has that name: none is started, whatever the configuration allows. Git before 2.39.4 does not know
    /// `GIT_NO_LAZY_FETCH`.
    private static let environment = [
        "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0",
    ]

    /// Of no use to the commands above, and said all the same: these name programs.
    private static let settings = [
        "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false",
    ]
}
