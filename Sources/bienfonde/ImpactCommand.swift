import ArgumentParser
import CommandLineFrench
import RuleAnalysis
import RuleJSON
import RuleReceipts
import SourceText

/// `impact`: which kept decisions a new rule set would change.
struct ImpactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: "Dit quelles décisions gardées un nouvel ensemble de règles changerait.",
        discussion: """
            Un ensemble est un dossier, ou une révision de git et un dossier séparés par «\u{A0}:\u{A0}».

            EXEMPLES\u{A0}:
              bienfonde impact HEAD:Rules Rules recus/*.json
              bienfonde impact Rules nouvelles-regles recus/*.json --format markdown
            """)

    @Argument(help: ArgumentHelp("Le dossier des règles d’avant.", valueName: "ancien"))
    var old: String

    @Argument(help: ArgumentHelp("Le dossier des règles d’après.", valueName: "nouveau"))
    var new: String

    @Argument(help: ArgumentHelp("Les reçus; «\u{A0}-\u{A0}» est l’entrée standard.", valueName: "reçus"))
    var paths: [String]

    @Option(help: "La forme du résultat.")
    var format = Comparer.Format.text

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        try common.refuse(\.rules, "regles", because: "les règles sont celles des deux dossiers nommés")
        try common.refuse(\.date, "date", because: "un reçu est rejoué à sa propre date")
    }

    func run() throws {
        try Session.run(common) { session in
            let before = try session.loadRules(in: old)
            let after = try session.loadRules(in: new)
            let entries = try ReceiptFiles.read(paths, in: &session)
            let (receipts, leftOut) = ImpactReport.usable(entries)
            session.sayLeftOut(leftOut)
            let report = Impact(from: before, to: after).report(on: receipts)
            try session.write(print(report))
            if session.bag.hasErrors { throw session.unusable() }
            if !leftOut.isEmpty { throw ExitCode(ExitStatus.unusable) }
            if !report.isWithoutChange { throw ExitCode(ExitStatus.found) }
        }
    }

    private func print(_ report: ImpactReport) -> String {
        switch format {
        case .text: ImpactText(.plain).print(report)
        case .markdown: ImpactText(.markdown).print(report)
        case .json: ImpactJSON.value(of: report).text(.pretty) + "\n"
        }
    }
}

extension Session {
    /// Says of each receipt that is not compared why it is not.
    fileprivate func sayLeftOut(_ sentences: [String]) {
        for sentence in sentences { say("bienfonde: \(sentence)\n") }
    }
}
