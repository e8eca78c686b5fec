import Foundation
import Testing

/// Programs that make the files of letters, played by scripts: what they are asked, and what is said when they fail.
@Suite("lettre and other programs") struct LetterProgramTests {
    /// Runs `lettre` with a `pandoc` of our own; `$TMPDIR` is `t`, which is to be empty again.
    private func run(
        _ pandoc: String, models: String = #""$ROOT"/Modeles"#, temporary: String = "$PWD/t",
        _ check: (Shell.Result) throws -> Void
    ) throws {
        try withShell { shell in
            try shell.write("#!/bin/sh\n" + pandoc + "\n", to: "bin/pandoc")
            try check(
                try shell.run(
                    """
                    chmod +x bin/pandoc; mkdir t; export DIT=$PWD/dit; cp -r "$ROOT/Modeles" M; rm M/styles.docx
                    PATH=$PWD/bin:$PATH TMPDIR=\(temporary) $B lettre "$ROOT"/Fixtures/cas/c03-*.yaml --format docx \
                      --sortie l --regles "$RULES" --modeles \(models) --date 2024-03-04
                    echo $?; ls t; cat l dit 2> /dev/null
                    """))
        }
    }

    @Test(
        "a failure is said with its last words, and leaves no file",
        arguments: [
            ("echo un >&2; echo le style manque >&2; exit 2", "n’a pas pu faire le fichier\u{A0}: le style manque\n"),
            ("exit 1", "n’a pas pu faire le fichier\n"), ("printf '\\033[1m' >&2; exit 1", "le fichier\u{A0}: "),
            (#"for a; do case $a in --output=*) : > "${a#*=}";; esac; done"#, "n’a pas pu faire le fichier\n"),
            ("exit 0", "n’existe pas"),
        ])
    func failure(_ pandoc: String, _ words: String) throws {
        try run(pandoc) { result in
            #expect(result.output == "74\n", "\(result.output)")
            #expect(result.error.contains(words), "\(result.error)")
            #expect(!result.error.contains("\u{1B}"))
        }
    }

    @Test("no folder for what is between") func noFolder() throws {
        try run("exit 0", temporary: "/nulle/part") {
            #expect(
                $0.output == "74\n" && $0.error.contains("le dossier où écrire «\u{A0}/nulle/part\u{A0}» n’existe pas"))
        }
    }

    @Test(
        "the styles of the templates are asked for where there are any",
        arguments: [(#""$ROOT"/Modeles"#, "1"), (#""$ROOT"/Modeles/"#, "1"), ("M", "0")])
    func styles(_ models: String, _ count: String) throws {
        let pandoc = #"""
            for a; do case $a in --output=*) echo fichier > "${a#*=}";; esac; done
            echo "$*" | grep -c -- '--reference-doc=[^ ]*Modeles/styles.docx ' > "$DIT"; true
            """#
        try run(pandoc, models: models) {
            #expect($0.status == 0 && $0.output == "0\nfichier\n\(count)\n", "\($0.output)\($0.error)")
        }
    }
}
