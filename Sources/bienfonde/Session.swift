import ArgumentParser
import CommandLineFrench
import FileAccess
import PolicyValues
import RuleModel
import RulePipeline
import SourceText

/// One run of a command: the files it read, what it has to say, and where it says it.
struct Session {
    let options: CommonOptions
    /// Today's date in the machine's zone, the same all along: midnight may pass.
    let today: CivilDate
    var library = SourceLibrary()
    var bag = DiagnosticBag()
    /// What may be said of cases: with it, diagnostics leave out what the cases say, and the lines of the files.
    var discretion: Discretion?
    /// The index of the first file of cases.
    var firstCaseFile = Int.max

    init(_ options: CommonOptions) {
        self.options = options
        today = CivilDate(nearest: Host.today())
    }

    /// Runs the body of a command, and turns what the system refused into a sentence and a status.
    static func run(_ options: CommonOptions, _ body: (inout Session) throws -> Void) throws {
        var session = Session(options)
        do {
            try body(&session)
        } catch let problem as FileProblem {
            if problem.reason != .closedPipe { session.say("bienfonde: \(problem.sentence)\n") }
            throw ExitCode(ExitStatus.transferFailed)
        }
    }

    /// The rule set of the options' folder. When it cannot be used, says why and ends the command.
    mutating func loadRules() throws -> RuleSet { try loadRules(in: options.folder) }

    /// The rule set of a folder, or of a folder in a revision of git (`REV:DOSSIER`). When it cannot be used, says why and ends the command.
    mutating func loadRules(in folder: String) throws -> RuleSet {
        let set = try RuleRevision.load(folder, into: &library, &bag)
        guard let set, !bag.hasErrors else { throw unusable() }
        return set
    }

    /// Says all diagnostics, and gives the end of a command whose rules or case cannot be used.
    mutating func unusable() -> ExitCode {
        sayDiagnostics()
        return ExitCode(ExitStatus.unusable)
    }

    /// Says what the bag holds, and empties it.
    mutating func sayDiagnostics() {
        let printer = DiagnosticPrinter(
            library, colored: options.colorsDiagnostics, showsLines: discretion == nil)
        say(printer.print(discreet(bag)))
        bag = DiagnosticBag()
    }

    private func discreet(_ bag: DiagnosticBag) -> DiagnosticBag {
        guard let discretion else { return bag }
        var discreet = DiagnosticBag()
        discreet.report(
            contentsOf: bag.all.map { Int($0.range.file.index) < firstCaseFile ? $0 : discretion.diagnostic($0) })
        return discreet
    }

    /// Writes a result to standard output, or to the file of the options.
    func write(_ result: String) throws(FileProblem) {
        let bytes = Array(result.utf8)
        if let path = options.output {
            try FileWriter.write(bytes, to: path)
        } else {
            try StandardOutput.write(bytes)
        }
    }

    /// Writes a result that holds personal data: a new file is for its owner alone.
    func writePrivately(_ bytes: [UInt8]) throws(FileProblem) {
        if let path = options.output {
            try FileWriter.write(bytes, to: path, isPrivate: true)
        } else {
            try StandardOutput.write(bytes)
        }
    }

    /// Writes to standard error. A reader that is gone there cannot be told so.
    func say(_ text: String) {
        if !text.isEmpty { try? StandardError.write(Array(text.utf8)) }
    }
}
