import ArgumentParser
import CommandLineFrench
import FileAccess
import RuleCases
import RuleEngine
import RuleModel
import RulePipeline
import SourceText

/// The case files that a command line names.
enum CaseFiles {
    /// The cases of the files, in their order, and whether one of them holds a list.
    static func read(
        _ paths: [String], of set: RuleSet, in session: inout Session
    ) throws(FileProblem) -> (cases: [Requete], isList: Bool) {
        session.firstCaseFile = min(session.firstCaseFile, session.library.files.count)
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

    /// The cases decided, with the cases that were; ends the command when one cannot be.
    ///
    /// - Parameter masked: whether free texts are left out of what is decided and shown.
    static func decide(
        _ cases: [Requete], by program: Program, masked: Bool, in session: inout Session
    ) throws -> [(requete: Requete, decision: DecidedCase)] {
        var decider = CaseDecider(program, asked: session.options.date, today: session.today)
        var decided: [(requete: Requete, decision: DecidedCase)] = []
        if masked { session.discretion = Discretion(of: program.model) }
        for requete in cases {
            guard masked else {
                if let one = decider.decide(requete, into: &session.bag) { decided.append((requete, one)) }
                continue
            }
            switch decider.decideMasked(requete, into: &session.bag) {
            case .decided(let bare, let one): decided.append((bare, one))
            case .refused: continue
            case .needed(let facts):
                let names = quotedList(facts.map { program.model[$0].name }, "et")
                session.say("bienfonde: \(needed(names, areSeveral: facts.count > 1))\n")
                throw ExitCode(ExitStatus.unusable)
            }
        }
        if session.bag.hasErrors { throw session.unusable() }
        return decided
    }

    private static func needed(_ names: String, areSeveral: Bool) -> String {
        areSeveral
            ? "ce cas ne peut pas être masqué\u{A0}: une décision dépend de textes libres, \(names)"
            : "ce cas ne peut pas être masqué\u{A0}: une décision dépend d’un texte libre, \(names)"
    }
}
