package import ArgumentParser
import FileAccess

/// The command line in French: parses, runs, and says what swift-argument-parser says in English only.
///
/// Together with the executable's commands, this target is the one door to swift-argument-parser: no other imports it.
///
///     exit(FrenchCommandLine.run(Bienfonde.self, arguments: Array(CommandLine.arguments.dropFirst())))
package enum FrenchCommandLine {
    /// Parses the arguments (without the program's name), runs the command, prints help or what is wrong.
    ///
    /// - Returns: the exit status: 0, what an `ExitCode` thrown by the command says, or one of `ExitStatus`.
    package static func run(_ root: any ParsableCommand.Type, arguments: [String]) -> Int32 {
        let outcome = outcome(of: root, arguments: arguments, columns: columns)
        do throws(FileProblem) {
            try StandardOutput.write(bytes(outcome.standardOutput))
        } catch {
            if error.reason != .closedPipe { try? StandardError.write(bytes("bienfonde: \(error.sentence)")) }
            return ExitStatus.transferFailed
        }
        // A reader that is gone there cannot be told so; the status says what was wrong all the same.
        try? StandardError.write(bytes(outcome.standardError))
        return outcome.status
    }

    /// The same, with what is to be printed as a value. What the command itself prints is not in it.
    package static func outcome(
        of root: any ParsableCommand.Type, arguments: [String], columns: Int = 80
    ) -> CommandLineOutcome {
        let path = CommandPath(root: root, arguments: arguments)
        let speaker = FrenchSpeaker(root: root, path: path, columns: columns)
        if path.asksForHelp, let unknown = path.unknown { return speaker.outcome(ofUnknown: unknown) }
        var command: any ParsableCommand
        do {
            command = try root.parseAsRoot(path.arguments)
        } catch {
            return speaker.outcome(ofParsing: error)
        }
        do {
            try command.run()
        } catch {
            return speaker.outcome(ofRunning: error)
        }
        return CommandLineOutcome(status: ExitStatus.success)
    }

    /// Terminals differ, but text is read best in lines of moderate length: 80 columns unless `COLUMNS` says otherwise.
    private static var columns: Int {
        let stated = Host.environment("COLUMNS").flatMap { Int($0) }
        return min(max(stated ?? 80, 40), 120)
    }

    private static func bytes(_ text: String) -> [UInt8] { text.isEmpty ? [] : Array((text + "\n").utf8) }
}

/// What a command line came to: an exit status and what is left to print, without the last line break.
package struct CommandLineOutcome: Equatable, Sendable {
    package var status: Int32
    package var standardOutput = ""
    package var standardError = ""
}

/// The exit statuses promised to scripts.
package enum ExitStatus {
    package static let success: Int32 = 0
    /// Done, and something was found: a fixture fails, a decision is contradictory…
    package static let found: Int32 = 1
    /// The rules or the case cannot be used; diagnostics have said why.
    package static let unusable: Int32 = 2
    /// The command line is wrong (`EX_USAGE`).
    package static let usage: Int32 = 64
    /// The program is wrong (`EX_SOFTWARE`).
    package static let ourBug: Int32 = 70
    /// Reading or writing failed, or a program that makes the file is missing or failed (`EX_IOERR`).
    package static let transferFailed: Int32 = 74
}
