import FileAccess
import RuleCases
import RuleModel
import RulePipeline
import SourceText

/// The case files that a command line names.
enum CaseFiles {
    /// The cases of the files, in their order, and whether one of them holds a list.
    static func read(
        _ paths: [String], of set: RuleSet, in session: inout Session
    ) throws(FileProblem) -> (cases: [Requete], isList: Bool) {
        var all: [Requete] = []
        var isList = false
        for path in paths {
            let limit = Limits.fileBytes + 1
            let bytes =
                try path == "-" ? FileReader.readStandardInput(limit: limit) : FileReader.read(path, limit: limit)
            let file = session.library.add(path: path == "-" ? "entrée standard" : path, bytes: bytes)
            let read = CaseLoader.load(
                file, CaseLoader.notation(of: path), of: set, in: session.library, into: &session.bag)
            all += read.cases
            isList = isList || read.isList
        }
        return (all, isList)
    }
}
