import FileAccess
import Foundation
import Testing

/// Texts that a format could obey, in rules and in cases, in every output of every command: shown, inert.
@Suite("Hostile texts") struct HostileOutputTests {
    /// Which texts an output shows.
    enum Shown: Sendable {
        case all
        /// Those that rule files may hold.
        case ofRules
        /// Those that rule files may hold as names.
        case names
        /// None that comes from a case: it is written to a log.
        case none
        case some
    }

    struct Trial: Sendable, CustomTestStringConvertible {
        let command: String
        let form: ReadOutput.Form
        let shown: Shown
        let status: Int32

        init(_ command: String, _ form: ReadOutput.Form, _ shown: Shown, status: Int32 = 0) {
            (self.command, self.form, self.shown, self.status) = (command, form, shown, status)
        }

        var testDescription: String { command }
    }

    private static let decisions: [Trial] = [
        Trial("evaluer --regles R cas.json", .text, .all),
        Trial("evaluer --regles R cas.json --format json", .json, .all),
        Trial("evaluer --regles R cas.json --format markdown", .markdown, .all),
        Trial("evaluer --regles R cas.json --format html", .html, .all),
        Trial("evaluer --regles R cas.json --pourquoi-pas priorité=deux", .text, .all),
        Trial("evaluer --regles R cas.json --masquer", .text, .ofRules),
        Trial("evaluer --regles R cas.json --recu r.json > o; cat r.json", .receipt, .all),
        Trial("lot --regles R l.ndjson 2> /dev/null", .lines, .all),
        Trial("lot --regles R l.ndjson --format csv 2> /dev/null", .csv, .all),
        Trial("lot --regles R faux.ndjson 2> /dev/null", .lines, .all, status: 1),
        Trial("lot --regles R faux.ndjson --format csv 2> /dev/null", .csv, .all, status: 1),
        Trial("lot --regles R faux.ndjson 2>&1 > o", .text, .none, status: 1),
        Trial("evaluer --regles R faux/*.json 2>&1", .text, .some, status: 2),
        Trial("evaluer --regles R faux/*.json --masquer 2>&1", .text, .none, status: 2),
        Trial("schema cas --regles R", .json, .ofRules), Trial("schema regles --regles R", .json, .names),
        Trial("verifier --regles N 2>&1", .text, .some, status: 2),
        Trial("comparer R R2 --cas cas.json", .text, .ofRules, status: 1),
        Trial("comparer R R2 --cas cas.json --format json", .json, .ofRules, status: 1),
        Trial("comparer R R2 --cas cas.json --format markdown", .markdown, .ofRules, status: 1),
        Trial("lettre --regles R --modeles M lettre.json", .text, .all),
        Trial("lettre --regles R --modeles M lettre.json --format markdown", .markdown, .all),
        Trial("lettre --regles R --modeles M lettre.json --format html", .html, .all),
        Trial("documenter --regles R --cas F --sortie site 2> o; cat site/*/*.html", .text, .ofRules),
        Trial("entretien e.yaml --regles R < /dev/null", .text, .some),
    ]

    private static let reports: [Trial] = [
        Trial("verifier --regles R", .text, .ofRules, status: 1),
        Trial("verifier --regles R --format json", .json, .ofRules, status: 1),
        Trial("verifier --regles R --format sarif", .sarif, .ofRules, status: 1),
        Trial("verifier --regles R --format github", .annotations, .ofRules, status: 1),
        Trial("verifier --regles R --format gitlab", .json, .ofRules, status: 1),
        Trial("valider F --regles R --couverture 2> o", .text, .some, status: 1),
        Trial("valider F --regles R --format json", .json, .all, status: 1),
        Trial("valider F --regles R --format junit", .junit, .all, status: 1),
        Trial("valider F --regles R --format tap", .tap, .all, status: 1),
        Trial("valider F --regles R --format github", .annotations, .some, status: 1),
        Trial(receipt + "impact R R2 r.json", .text, .ofRules, status: 1),
        Trial(receipt + "impact R R2 r.json --format json", .json, .ofRules, status: 1),
        Trial(receipt + "impact R R2 r.json --format markdown", .markdown, .ofRules, status: 1),
        Trial(receipt + "rejouer r.json --regles R --format json", .json, .all),
        Trial(receipt + "rejouer r.json --regles R2", .text, .all, status: 2),
    ]

    private static let receipt = "evaluer --regles R cas.json --recu r.json > o; $B "

    @Test("are shown and inert", arguments: decisions + reports) func output(_ trial: Trial) throws {
        try withShell { shell in
            try HostileProject.prepare(shell)
            let result = try shell.run("$B \(trial.command)")
            #expect(result.status == trial.status, "\(result.error)")
            check(ReadOutput(result.output, as: trial.form), trial.shown)
            #expect(ReadOutput(result.error, as: .text).problems == [])
        }
    }

    private func check(_ read: ReadOutput, _ shown: Shown) {
        let problems = Set(read.problems).sorted().prefix(20)
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
        let (sought, absent): ([HostileText], [HostileText]) =
            switch shown {
            case .all: (HostileText.all, [])
            case .ofRules: (HostileText.all.filter(\.isForRules), [])
            case .names: (HostileText.all.filter(\.isName), [])
            case .none: ([], HostileText.all.filter { !$0.isName })
            case .some: ([], [])
            }
        let lost = sought.filter { !read.text.contains($0.first) || !read.text.contains($0.last) }
        #expect(lost.isEmpty, "\(lost.map(\.text))\n\(read.text.prefix(2000))")
        let told = absent.filter { read.text.contains($0.first) }
        #expect(told.isEmpty, "\(told.map(\.text))")
        #expect(!read.text.isEmpty)
    }

    @Test(
        "in files for a word processor", .enabled(if: ProgramRunner.has(["pandoc"])), arguments: ["docx", "odt"])
    func document(_ format: String) throws {
        try output(
            Trial(
                "lettre --regles R --modeles M lettre.json --format \(format) --sortie l && pandoc -f \(format) -t json l",
                .tree, .all))
    }

    @Test(
        "in a PDF, which holds no link and no action",
        .enabled(if: ProgramRunner.has(["chromium"]) && ProgramRunner.has(["pdftotext"])))
    func portableDocument() throws {
        try output(
            Trial(
                """
                lettre --regles R --modeles M lettre.json --format pdf --sortie l.pdf \
                && ! grep -aE '/(URI|JavaScript|JS|Launch|AA|EmbeddedFile)\\b' l.pdf && pdftotext -raw l.pdf - | tr -d '\\f' | sed 's,^,> ,'
                """, .text, .all))
    }

    /// What an editor is told of each rule, and of the files that are wrong.
    @Test("in what an editor is told") func editor() throws {
        try withShell { shell in
            try HostileProject.prepare(shell)
            let rules = try String(contentsOf: shell.folder.appending(path: "R/r.yaml"), encoding: .utf8)
            let address = "file://\(shell.folder.path)"
            var messages = [
                #""id":0,"method":"initialize","params":{"rootUri":"\#(address)","initializationOptions":{"regles":"R"}}"#
            ]
            messages.append(#""method":"initialized","params":{}"#)
            let text = String(decoding: try JSONEncoder().encode(rules), as: UTF8.self)
            let item = #"{"uri":"\#(address)/R/r.yaml","languageId":"yaml","version":1,"text":\#(text)}"#
            messages.append(#""method":"textDocument/didOpen","params":{"textDocument":\#(item)}"#)
            for (line, text) in rules.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            where text.wholeMatch(of: /[ ]{2}R \d+:/) != nil {
                let place = #""position":{"line":\#(line),"character":3}"#
                let document = #""textDocument":{"uri":"\#(address)/R/r.yaml"}"#
                messages.append(#""id":\#(line),"method":"textDocument/hover","params":{\#(document),\#(place)}"#)
            }
            messages += [#""id":1,"method":"shutdown""#, #""method":"exit""#]
            let input = messages.map { #"{"jsonrpc":"2.0",\#($0)}"# }.map {
                "Content-Length: \($0.utf8.count)\r\n\r\n\($0)"
            }
            try shell.write(input.joined(), to: "in")
            let result = try shell.run("$B lsp --regles R < in")
            #expect(result.error.isEmpty)
            let answers = result.output.split(separator: /Content-Length: \d+\r\n\r\n/)
            #expect(answers.count > messages.count - 4)
            for answer in answers { #expect(ReadOutput(String(answer), as: .json).problems == []) }
            check(ReadOutput(answers.compactMap(Self.told).joined(separator: "\n\n"), as: .markdown), .ofRules)
        }
    }

    /// The Markdown of an answer about a name.
    private static func told(_ answer: Substring) -> String? {
        let message = try? JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
        let contents = (message?["result"] as? [String: Any])?["contents"] as? [String: Any]
        return contents?["value"] as? String
    }

    @Test("in every page of a site") func site() throws {
        try withShell { shell in
            try HostileProject.prepare(shell)
            let made = try shell.run("$B documenter --regles R --cas F --sortie site; find site -name '*.html'")
            let pages = made.output.split(separator: "\n")
            #expect(pages.count > 20, "\(made.error)")
            for page in pages {
                let text = try String(contentsOf: shell.folder.appending(path: String(page)), encoding: .utf8)
                let problems = ReadOutput(text, as: .html).problems
                #expect(problems == [], "\(page)")
            }
        }
    }
}
