import ArgumentParser
import SourceText

/// Turns what the library throws into what is printed, in French.
struct FrenchSpeaker {
    /// More than any line has: the library is not to wrap what is translated afterwards.
    private static let withoutWrapping = 10_000

    let root: any ParsableCommand.Type
    let path: CommandPath
    let columns: Int

    // MARK: Parsing

    /// What a failed parse comes to: help, a version or a completion script where one was asked for, else a mistake.
    func outcome(ofParsing error: any Error) -> CommandLineOutcome {
        let text = fullMessage(for: error)
        if root.exitCode(for: error) == .success { return success(page(text)) }
        if let unknown = path.unknown { return outcome(ofUnknown: unknown) }
        let message = root.message(for: error)
        let translation = ErrorTranslation(of: message)
        // A shell that asks for completions shows nobody what goes wrong.
        if path.asksForCompletion { return CommandLineOutcome(status: ExitStatus.usage) }
        if translation.isOurBug { return outcome(ofBug: translation.text) }
        let suggestion = FrenchWording.didYouMean(translation.unknownOption.flatMap(optionNear))
        return mistake(translation.text + suggestion, usage: usage(in: text, after: message))
    }

    /// What an unknown command comes to. The library would say « unexpected argument », or complain about the options
    /// that belong to the command it does not recognise.
    func outcome(ofUnknown unknown: CommandPath.UnknownCommand) -> CommandLineOutcome {
        let command = path.commands.last ?? root
        let usage = FrenchWording.usageOpening + root.usageString(for: command)
        return mistake(
            FrenchWording.unknownCommand(unknown.word, suggestion: unknown.suggestion),
            usage: usage + "\n" + FrenchWording.seeHelp(of: path.callName))
    }

    // MARK: Running

    /// What an error thrown by a command comes to. A command that found something throws `ExitCode` and has printed
    /// all it had to say; errors that it did not foresee are our bugs.
    func outcome(ofRunning error: any Error) -> CommandLineOutcome {
        if let code = error as? ExitCode { return CommandLineOutcome(status: code.rawValue) }
        let text = fullMessage(for: error)
        switch root.exitCode(for: error) {
        case .success:
            return success(page(text))
        case .validationFailure:
            return mistake(root.message(for: error), usage: FrenchWording.seeHelp(of: path.callName))
        default:
            return outcome(ofBug: String(describing: error))
        }
    }

    // MARK: Pieces

    private func success(_ text: String) -> CommandLineOutcome {
        CommandLineOutcome(
            status: ExitStatus.success, standardOutput: text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }

    private func fullMessage(for error: any Error) -> String {
        root.fullMessage(for: error, columns: Self.withoutWrapping)
    }

    /// Help is translated line by line; of what is for programs (a completion script, JSON) only the summaries are.
    private func page(_ text: String) -> String {
        guard path.arguments.contains(where: FrenchWording.isForPrograms) else {
            return HelpTranslation.french(text, columns: columns)
        }
        let group = FrenchWording.completionGroup
        return FrenchWording.summaries.reduce(text) { $0.replacing($1.key, with: $1.value) }
            .replacing(group.english, with: group.french)
    }

    /// The usage that the library puts after a message.
    private func usage(in text: String, after message: String) -> String {
        guard let range = text.firstRange(of: message) else { return text }
        return String(text[range.upperBound...].drop { $0 == "\n" })
    }

    private func mistake(_ message: String, usage: String) -> CommandLineOutcome {
        let lines = [FrenchWording.error(message), HelpTranslation.french(usage, columns: columns)]
        return CommandLineOutcome(
            status: ExitStatus.usage, standardError: lines.filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    private func outcome(ofBug description: String) -> CommandLineOutcome {
        CommandLineOutcome(status: ExitStatus.ourBug, standardError: FrenchWording.ourBug(description))
    }

    /// The option of the command whose name is nearest: the library looks among fewer, at any likeness.
    private func optionNear(_ name: String) -> String? {
        guard name.hasPrefix("-"), name.count > 2 else { return nil }
        let help = root.helpMessage(for: path.commands.last ?? root, columns: Self.withoutWrapping)
        let options = help.split { $0 == "\n" }
            .filter { $0.hasPrefix("  -") }
            .flatMap { $0.split { " ,/".contains($0) } }
            .filter { $0.hasPrefix("--") }
        // Names of options have no ligature, a user's « cœurs » may.
        return Spelling.nearest(to: name.replacing("œ", with: "oe"), among: options.map(String.init))
    }
}
