import ArgumentParser
import SourceText

/// The commands that the first words of a command line name, from the root down.
struct CommandPath {
    /// A word where a command's name was expected, and the likeliest name for it.
    struct UnknownCommand: Equatable {
        var word: String
        var suggestion: String?
    }

    /// The commands named, the root first.
    private(set) var commands: [any ParsableCommand.Type]
    /// The arguments as given, but for names of commands written with accents or capitals, replaced by the exact ones.
    private(set) var arguments: [String]
    /// Set when the words stop at a command that has subcommands, on a word that names none of them.
    private(set) var unknown: UnknownCommand?
    /// Whether the line is `help`, then the names of commands.
    private(set) var asksForHelp = false

    init(root: any ParsableCommand.Type, arguments: [String]) {
        commands = [root]
        self.arguments = arguments
        var current = root
        for (index, word) in arguments.enumerated() {
            let children = current.configuration.subcommands
            if children.isEmpty || word.hasPrefix("-") { return }
            if let (child, name) = Self.child(named: word, among: children) {
                self.arguments[index] = name
                commands.append(child)
                current = child
            } else if FrenchWording.helpCommandNames.contains(NameKey.bare(word)), index == 0 || asksForHelp {
                // The library has no page about `help` itself; the root's says how it is used.
                self.arguments = [FrenchWording.libraryHelpCommand] + (asksForHelp ? [] : arguments.dropFirst())
                if asksForHelp { return }
                asksForHelp = true
            } else {
                unknown = UnknownCommand(word: word, suggestion: Self.suggestion(for: word, among: children))
                return
            }
        }
    }

    /// Whether the line comes from a completion script, which asks for the values of an argument.
    var asksForCompletion: Bool { arguments.first == FrenchWording.libraryCompletionRequest }

    /// How the last command is called, with the commands above it.
    var callName: String {
        commands.map { $0._commandName }.joined(separator: " ")
    }

    /// The subcommand of that name or alias, and the word by which the library knows it: exactly, else accents and
    /// capitals aside.
    private static func child(
        named word: String, among children: [any ParsableCommand.Type]
    ) -> (command: any ParsableCommand.Type, name: String)? {
        for child in children where names(of: child).contains(word) { return (child, word) }
        let bare = NameKey.bare(word)
        for child in children {
            if let name = names(of: child).first(where: { NameKey.bare($0) == bare }) { return (child, name) }
        }
        return nil
    }

    private static func suggestion(for word: String, among children: [any ParsableCommand.Type]) -> String? {
        Spelling.nearest(to: word, among: children.filter { $0.configuration.shouldDisplay }.flatMap(names))
    }

    private static func names(of command: any ParsableCommand.Type) -> [String] {
        [command._commandName] + command.configuration.aliases
    }
}
