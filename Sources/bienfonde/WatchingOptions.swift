import ArgumentParser
import FileAccess
import SourceText

/// `--surveiller`: a command that runs again whenever a file that it reads changes.
struct WatchingOptions: ParsableArguments {
    @Flag(
        name: .customLong("surveiller"),
        help: "Recommence chaque fois qu’un fichier lu change, jusqu’à Ctrl-C.")
    var watches = false

    /// Runs the body of a command, once or again and again.
    ///
    /// - Parameter paths: the files and folders that the command line names; what else the body reads is found out.
    func run(_ options: CommonOptions, on paths: [String], _ body: (inout Session) throws -> Void) throws {
        guard watches else { return try Session.run(options, body) }
        try Session.run(options) { outer in
            var watch = try FileWatch()
            while true {
                for path in [options.folder] + paths { try watch.follow(path, withExtensions: Self.extensions) }
                var session = Session(options)
                try Self.runOnce(&session, body)
                // What the rules name outside their folder, documents for instance.
                for file in session.library.files where !file.path.isEmpty { try watch.follow(file.path) }
                outer.say(Self.waiting)
                var changed: [String] = []
                // What the body itself writes is no change.
                repeat { changed = try watch.wait() } while changed == options.output.map { [$0] }
                if StandardOutput.isTerminal { try StandardOutput.write(Array(Self.clearing.utf8)) }
                outer.say(Self.sentence(changed))
            }
        }
    }

    /// Runs the body; that it finds something, or cannot read a file that is being replaced, ends nothing.
    private static func runOnce(_ session: inout Session, _ body: (inout Session) throws -> Void) throws {
        do {
            try body(&session)
        } catch is ExitCode {
        } catch let problem as FileProblem {
            if problem.subject == .standardOutput { throw problem }
            session.say("bienfonde: \(problem.sentence)\n")
        }
    }

    /// Of rules and cases.
    private static let extensions = ["yaml", "yml", "json"]

    // MARK: Wording

    private static let clearing = "\u{1B}[2J\u{1B}[H"
    private static let waiting = "\nSurveillance en cours; Ctrl-C pour finir.\n"
    private static let shown = 3

    private static func sentence(_ changed: [String]) -> String {
        let names = changed.prefix(shown).map { quoted(Visible.text($0)) }.joined(separator: ", ")
        let rest = changed.count > shown ? " et \(changed.count - shown) de plus" : ""
        return changed.isEmpty ? "Changé.\n\n" : "Changé\u{A0}: \(names)\(rest)\n\n"
    }
}
