import Testing

@Suite("documenter") struct DocumenterTests {
    @Test("the real policy's site is the same in two runs") func isDeterministic() throws {
        try withShell { shell in
            // Two processes hash differently: an order that rests on hashing would show. Nor does it matter where the
            // rules are, and how they are named.
            let result = try shell.run(
                "$B documenter --regles $RULES --cas $ROOT/Fixtures/ --sortie un && "
                    + "cp -r $RULES $ROOT/Fixtures $ROOT/seeds . && $B doc --sortie deux && diff -r un deux && ls -A un"
            )
            #expect(result.status == 0, "\(result.output)\(result.error)")
            #expect(result.error == "")
            #expect(result.output.contains("index.html") && result.output.contains("regles"))
        }
    }

    @Test("without a folder of cases, the site shows none; « Fixtures » is found by itself") func cases() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/r.yaml")
            #expect(try shell.run("$B documenter --sortie site && test -e site/cas").status == 1)
            try shell.write(SmallPolicy.urgent + "attendu: { priorité: oui d'abord }\n", to: "Fixtures/u.yaml")
            #expect(try shell.run("$B documenter --sortie site && ls site/cas/urgence.html").status == 0)
            try shell.write("cas: [", to: "Fixtures/casse.yaml")
            let unusable = try shell.run("$B documenter --sortie site && ls site/cas/urgence.html")
            #expect(unusable.status == 0)
            #expect(unusable.error.contains("des cas d’essai ne peuvent pas être lus"))
            let missing = try shell.run("$B documenter --sortie site --cas absent")
            #expect(missing.status == 74)
            #expect(missing.error.contains("le dossier «\u{A0}absent\u{A0}» n’existe pas"))
        }
    }

    @Test("nothing is written where something is wrong") func refusals() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/r.yaml")
            let noFolder = try shell.run("$B documenter")
            #expect(noFolder.status == 64)
            #expect(noFolder.error.contains("nommez le dossier où écrire le site avec --sortie"))
            try shell.write("important", to: "mien/notes.txt")
            let foreign = try shell.run("$B documenter --sortie mien")
            #expect(foreign.status == 74)
            #expect(
                foreign.error.contains(
                    "le dossier «\u{A0}mien\u{A0}» contient «\u{A0}notes.txt\u{A0}», que cette commande n’a pas écrit"))
            #expect(try shell.run("cat mien/notes.txt; ls -A mien | wc -l").output == "important1\n")
            try shell.write("politique: { nom: x }\n", to: "Rules/r.yaml")
            let broken = try shell.run("$B documenter --sortie site")
            #expect(broken.status == 2)
            #expect(try shell.run("test -e site").status == 1)
        }
    }

    @Test("a document that cannot be read is said, and the rest is written") func missingDocument() throws {
        try withShell { shell in
            let documents = "politique:\n  documents: { texte: { fichier: absent.txt, usage: u } }"
            try shell.write(SmallPolicy.rules.replacing("politique:", with: documents), to: "Rules/r.yaml")
            let result = try shell.run("$B documenter --sortie site")
            #expect(result.status == 0)
            #expect(result.error.contains("le document «\u{A0}texte\u{A0}» ne peut pas être lu"))
            #expect(try shell.run("test -e site/index.html && ! test -e site/texte").status == 0)
        }
    }
}
