import ArgumentParser
import CommandLineFrench
import FileAccess
import RuleLanguageServer

/// `lsp`: the language server, over standard input and output.
struct Lsp: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract:
            "Sert les éditeurs\u{A0}: diagnostics, complétion, aide et corrections pendant la rédaction des règles.",
        discussion: """
            L’éditeur lance cette commande et lui parle selon le protocole LSP; voir Editors/LISEZMOI.md.

            EXEMPLE\u{A0}:
              bienfonde lsp --regles Rules
            """)

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        try common.refuse(\.date, "date", because: "le serveur travaille à la date du jour")
        try common.refuse(\.output, "sortie", because: "le serveur répond sur la sortie standard")
    }

    func run() throws {
        try Session.run(common) { _ in
            let input = try InputStream("-")
            var server = Server(rulesFolder: common.folder, in: Host.currentFolder(), today: Host.today)
            while server.exitStatus == nil {
                // The end of the input is the end of the client, whether or not it said so.
                guard case .bytes(let bytes) = try input.read(after: [], capacity: 1 << 16) else {
                    throw ExitCode(ExitStatus.found)
                }
                try StandardOutput.write(server.receive(bytes))
            }
            if let status = server.exitStatus, status != 0 { throw ExitCode(status) }
        }
    }
}
