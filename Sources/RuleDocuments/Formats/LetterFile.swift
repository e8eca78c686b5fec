package import FileAccess
import SourceText

/// Makes files of a letter's page that other programs open: by pandoc, and for PDF by a browser.
package enum LetterFile {
    package enum Format: Hashable, Sendable {
        case docx
        case odt
        case pdf
    }

    /// Why there is no file.
    package enum Problem: Error, Hashable, Sendable {
        case absent(program: String, package: String)
        case failed(program: String, said: String)
        case tooLong(program: String)
        case interrupted(signal: Int32)
        case files(FileProblem)

        /// One line of French, lower case, no full stop.
        package var sentence: String {
            switch self {
            case .absent(let program, let package):
                "le programme «\u{A0}\(program)\u{A0}» est absent de cette machine; installez le paquet «\u{A0}\(package)\u{A0}», ou demandez la lettre en HTML (--format html)"
            case .failed(let program, let said):
                "le programme «\u{A0}\(program)\u{A0}» n’a pas pu faire le fichier"
                    + (said.isEmpty ? "" : "\u{A0}: \(said)")
            case .tooLong(let program): "le programme «\u{A0}\(program)\u{A0}» n’a pas fini à temps"
            case .interrupted: "interrompu; aucune lettre n’est écrite"
            case .files(let problem): problem.sentence
            }
        }
    }

    /// The bytes of the file.
    ///
    /// - Parameter models: the folder of templates, which may hold a document whose styles a word processor's file takes
    ///   (`styles.docx`, `styles.odt`); the page names one of them, « Projet ».
    package static func make(_ format: Format, from page: String, styledBy models: String) throws(Problem) -> [UInt8] {
        let (outcome, bytes): (ProgramRunner.Outcome, [UInt8])
        do throws(FileProblem) {
            (outcome, bytes) = try run(format, page, models)
        } catch {
            throw .files(error)
        }
        let program = programs(format).first ?? ""
        switch outcome {
        case .absent: throw .absent(program: program, package: program)
        case .tooLong: throw .tooLong(program: program)
        case .interrupted(let signal): throw .interrupted(signal: signal)
        case .ended(let status, let said):
            guard status == 0, !bytes.isEmpty else { throw .failed(program: program, said: lastLine(of: said)) }
            return bytes
        }
    }

    /// What became of the program, and what it wrote: nothing where it failed.
    private static func run(
        _ format: Format, _ page: String, _ models: String
    ) throws(FileProblem) -> (ProgramRunner.Outcome, [UInt8]) {
        let folder = try TemporaryFolder()
        let (input, output) = (folder.file("lettre.html"), folder.file("lettre.sortie"))
        try FileWriter.write(Array(forProgram(format, page).utf8), to: input)
        let outcome = try ProgramRunner.run(
            programs(format), arguments(format, input, output, in: folder.path, models), keeping: folder,
            seconds: seconds)
        guard case .ended(0, _) = outcome else { return (outcome, []) }
        return (outcome, try FileReader.read(output, limit: limit))
    }

    /// The page as the program gets it: without a title for pandoc, which would print it above the letter, whose first
    /// heading it repeats.
    private static func forProgram(_ format: Format, _ page: String) -> String {
        switch format {
        case .docx, .odt: page.replacing(/<title>[^<]*<\/title>\n/, with: "")
        case .pdf: page
        }
    }

    private static func programs(_ format: Format) -> [String] {
        switch format {
        case .docx, .odt: ["pandoc"]
        case .pdf: ["chromium", "chromium-browser", "google-chrome"]
        }
    }

    private static func arguments(
        _ format: Format, _ input: String, _ output: String, in folder: String, _ models: String
    ) -> [String] {
        switch format {
        case .docx: ["--from=html", "--to=docx"] + styles("styles.docx", in: models) + written(input, output)
        case .odt: ["--from=html", "--to=odt"] + styles("styles.odt", in: models) + written(input, output)
        case .pdf:
            [
                "--headless", "--disable-gpu", "--no-first-run", "--user-data-dir=\(folder)/profil",
                "--no-pdf-header-footer", "--export-tagged-pdf", "--print-to-pdf=\(output)",
                // A browser's own fence does not work for root, as in a container; the page is ours and has no script.
            ] + (Host.isRoot ? ["--no-sandbox"] : []) + ["file://\(input)"]
        }
    }

    private static func styles(_ name: String, in models: String) -> [String] {
        let path = models.hasSuffix("/") ? models + name : models + "/" + name
        return OutputStream.exists(path) ? ["--reference-doc=\(path)"] : []
    }

    private static func written(_ input: String, _ output: String) -> [String] {
        ["--standalone", "--output=\(output)", input]
    }

    private static func lastLine(of said: String) -> String {
        Visible.cut(Visible.text(said.split(separator: "\n").last.map(String.init) ?? ""), to: lineLength)
    }

    /// How long a program may take: a browser's first start is slow.
    private static let seconds = 60
    /// A letter is a few pages.
    private static let limit = 64 << 20
    private static let lineLength = 200
}
