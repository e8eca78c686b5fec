import FileAccess
import Foundation
import RuleJSON
import SourceText
import Testing

@Suite("lettre") struct LettreTests {
    static let options = #"--regles "$RULES" --modeles "$ROOT/Modeles" --date 2024-03-04"#

    @Test("prints the letter, and writes it for its owner alone") func writes() throws {
        try withShell { shell in
            let printed = try shell.run(#"$B lettre "$ROOT"/Fixtures/cas/c03-*.yaml "# + Self.options)
            #expect(printed.status == 0 && printed.error.isEmpty)
            #expect(printed.output.hasPrefix("Projet à signer\n"))
            let written = try shell.run(
                #"$B lettre "$ROOT"/Fixtures/cas/c03-*.yaml --sortie l.txt "# + Self.options
                    + "; stat -c %a l.txt; cat l.txt")
            #expect(written.output == "600\n" + printed.output)
        }
    }

    @Test("is known by its English name, and by a template folder of the environment") func names() throws {
        try withShell { shell in
            let result = try shell.run(
                #"$B letter "$ROOT"/Fixtures/cas/c03-*.yaml --regles "$RULES" --format html"#,
                ["BIENFONDE_MODELES": Shell.root.appending(path: "Modeles").path])
            #expect(result.status == 0)
            #expect(result.output.hasPrefix("<!DOCTYPE html>"))
        }
    }

    @Test("refuses what it cannot use") func refusals() throws {
        try withShell { shell in
            try shell.write("{{objet", to: "M/lettre.md")
            try shell.write("", to: "M/demande-unite.md")
            try shell.write("# rien", to: "M/questions.yaml")
            let template = try shell.run(#"$B lettre "$ROOT"/Fixtures/cas/c03-*.yaml --regles "$RULES" --modeles M"#)
            #expect(template.status == 2)
            #expect(template.error.contains("M/lettre.md:1:1: erreur[texte-mal-formé]"))
            let several = try shell.run(#"$B lettre "$ROOT"/Fixtures/lectures/bien-fonde.yaml "# + Self.options)
            #expect(several.status == 2 && several.output.isEmpty)
            #expect(several.error.contains("un seul cas"))
            let absent = try shell.run(#"$B lettre "$ROOT"/Fixtures/cas/c03-*.yaml --regles "$RULES" --modeles absent"#)
            #expect(absent.status == 74)
        }
    }

    @Test("request to a unit, and none where nothing is open") func unitRequest() throws {
        try withShell { shell in
            let request = try shell.run(#"$B lettre "$ROOT"/Fixtures/cas/c35-*.yaml --demande-unite "# + Self.options)
            #expect(request.status == 0)
            #expect(request.output.contains("Demande de renseignements"))
            let none = try shell.run(#"$B lettre "$ROOT"/Fixtures/cas/c03-*.yaml --demande-unite "# + Self.options)
            #expect(none.status == 0 && none.output.isEmpty)
            #expect(none.error.contains("aucune question"))
        }
    }

    @Test(
        "says plainly that a program is absent",
        arguments: [("docx", "pandoc"), ("odt", "pandoc"), ("pdf", "chromium")])
    func absentProgram(_ format: String, _ program: String) throws {
        try withShell { shell in
            let result = try shell.run(
                #"PATH=/nowhere $B lettre "$ROOT"/Fixtures/cas/c03-*.yaml --sortie l --format "# + format + " "
                    + Self.options
                    + "; echo $?; ls")
            #expect(result.output == "74\n")
            #expect(result.error.contains("«\u{A0}\(program)\u{A0}» est absent"))
        }
    }

    @Test(
        "files for a word processor hold the same words", .enabled(if: ProgramRunner.has(["pandoc"])),
        arguments: ["docx", "odt"])
    func files(_ format: String) throws {
        try withShell { shell in
            let result = try shell.run(
                #"C=$(echo "$ROOT"/Fixtures/cas/c33-*.yaml); $B lettre $C --format "# + format
                    + " --sortie l.\(format) " + Self.options
                    + " && pandoc l.\(format) -t plain --wrap=none | sed 's/^ *//' | tr -s '\\n' && echo === && $B lettre $C --format html "
                    + Self.options
                    + " | pandoc -f html -t plain --wrap=none | sed 's/^ *//' | tr -s '\\n'; stat -c %a l.\(format) >&2"
            )
            let parts = result.output.split(separator: "===\n")
            #expect(parts.count == 2 && parts.first == parts.last)
            #expect(parts.first?.contains("Projet à signer") == true)
            #expect(result.error == "600\n")
        }
    }

    @Test(
        "files for a word processor are well-formed, and show what a case says as words", arguments: ["docx", "odt"],
        [
            #"<b>&amp;</b> ]]> <w:p/> " ' & {{nom}} **gras**"#,
            "# titre > \u{1B}[31m\u{202E}\u{FFFF} - \\ `a` [b](c) ~d~ $e$ ^f^",
        ])
    func hostileWords(_ format: String, _ name: String) throws {
        guard ProgramRunner.has(["pandoc"]) else { return }
        try withShell { shell in
            let facts = JSONValue.object([("exprime une insatisfaction", .text("oui"))])
            let objects = [name, "l’autre"].map { JSONValue.object([("nom", .text($0)), ("faits", facts)]) }
            try shell.write(JSONValue.object([("objets", .list(objects))]).text(.compact), to: "cas.json")
            let result = try shell.run(
                "$B lettre cas.json --format \(format) --sortie l \(Self.options) && python3 -c '\(Self.reading)'")
            #expect(result.status == 0, "\(result.error)")
            let shown = InertText.line(name).replacing(/([a-z])'/) { "\($0.output.1)’" }
            #expect(result.output.contains(shown), "\(result.output)")
        }
    }

    /// Reads every part of a file for a word processor as XML, and prints the text of the document's own. LibreOffice's
    /// styles come with a list of shortcuts that is an empty file.
    private static let reading = """
        import zipfile
        from xml.etree import ElementTree
        for part in zipfile.ZipFile("l").infolist():
            if not part.filename.endswith((".xml", ".rels", ".rdf")) or part.file_size == 0: continue
            root = ElementTree.fromstring(zipfile.ZipFile("l").read(part))
            if part.filename in ("word/document.xml", "content.xml"): print("".join(root.itertext()))
        """

    @Test(
        "LibreOffice opens files for a word processor, and reads the words of the letter",
        .enabled(if: ProgramRunner.has(["pandoc"]) && ProgramRunner.has(["soffice"])), arguments: ["docx", "odt"])
    func libreOffice(_ format: String) throws {
        try withShell { shell in
            let result = try shell.run(
                """
                clean() { sed 's/^\\xEF\\xBB\\xBF//; s/^ *//; s/\\r$//' | tr -s '\\n'; }
                C=$(echo "$ROOT"/Fixtures/cas/c33-*.yaml)
                $B lettre $C --format \(format) --sortie l.\(format) \(Self.options) || exit 1
                soffice -env:UserInstallation=file://$PWD/profil --headless --convert-to txt:Text l.\(format) > dit 2>&1
                clean < l.txt
                echo ===
                $B lettre $C --format html \(Self.options) | pandoc -f html -t plain --wrap=none | clean
                """)
            let parts = result.output.split(separator: "===\n")
            #expect(parts.count == 2 && parts.first == parts.last, "\(result.output)\(result.error)")
            #expect(parts.first?.hasPrefix("Projet à signer\n") == true)
        }
    }

    @Test(
        "a file for a word processor takes the styles of the templates", .enabled(if: ProgramRunner.has(["pandoc"])),
        arguments: [("docx", "word/styles.xml"), ("odt", "styles.xml")])
    func styles(_ format: String, _ part: String) throws {
        try withShell { shell in
            let result = try shell.run(
                #"$B lettre "$ROOT"/Fixtures/cas/c03-*.yaml --sortie l --format "# + format + " " + Self.options
                    + "; python3 -c 'import sys, zipfile; print(zipfile.ZipFile(\"l\").read(\"\(part)\").decode())'")
            #expect(result.output.contains("Projet") && result.output.contains("Arial"), "\(result.error)")
        }
    }

    @Test(
        "a PDF says that it is tagged, and how large its pages are",
        .enabled(if: ProgramRunner.has(["chromium"]) && ProgramRunner.has(["pdfinfo"])))
    func pdfInfo() throws {
        try withShell { shell in
            let result = try shell.run(
                #"$B lettre "$ROOT"/Fixtures/cas/c33-*.yaml --format pdf --sortie l.pdf "# + Self.options
                    + "; pdfinfo l.pdf")
            for line in [#/Tagged: +yes/#, #/Page size: +612 x 792 pts \(letter\)/#, #/JavaScript: +no/#] {
                #expect(result.output.contains(line), "\(result.output)")
            }
        }
    }

    @Test("a PDF is tagged and says its language", .enabled(if: ProgramRunner.has(["chromium"])))
    func pdf() throws {
        try withShell { shell in
            let result = try shell.run(
                #"$B lettre "$ROOT"/Fixtures/cas/c33-*.yaml --format pdf --sortie l.pdf "# + Self.options)
            #expect(result.status == 0, "\(result.error)")
            let bytes = Array(try Data(contentsOf: shell.folder.appending(path: "l.pdf")))
            #expect(bytes.starts(with: Array("%PDF-".utf8)))
            for mark in ["/StructTreeRoot", "/Lang"] {
                #expect(ByteSearch.contains(Array(mark.utf8), in: bytes, 0..<bytes.count))
            }
        }
    }
}
