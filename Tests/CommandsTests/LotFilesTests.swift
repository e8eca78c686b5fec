import Foundation
import Sanitizers
import Testing

/// `lot` and files: whole or partial, resumed, compressed, in CSV, on several cores.
@Suite struct LotFilesTests {
    /// Runs a script beside a batch of so many lines, `l.ndjson`, of which some are blank and some wrong.
    private func run(
        _ script: String, lines: Int = 6000, files: [String: String] = [:], _ check: (Shell.Result) throws -> Void
    ) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/politique.yaml")
            try shell.write((1...lines).map(Self.line).joined(separator: "\n") + "\n", to: "l.ndjson")
            for (name, text) in files { try shell.write(text, to: name) }
            try check(try shell.run(Self.waiting + script))
        }
    }

    /// `await CONDITION` waits until a condition of the shell holds, for as long as a slow machine may need.
    private static let waiting = "await() { for _ in $(seq 2400); do eval \"$1\" && return; sleep 0.05; done; }\n"

    private static func line(_ number: Int) -> String {
        if number.isMultiple(of: 11) { return "" }
        if number.isMultiple(of: 97) { return #"{"faits":{"urgentte":"oui"}}"# }
        let name = String(repeating: "é", count: number % 90)
        let facts = [#""urgente":"oui""#, #""urgente":false,"perdue":true"#, #""perdue":"non""#, ""][number % 4]
        return #"{"nom":"R-\#(number) \#(name)","date":"2024-03-04","faits":{\#(facts)}}"#
    }

    @Test func writesAFileWholeOrNotAtAll() throws {
        let script = """
            $B lot l.ndjson > a 2> /dev/null; echo ancien > o; chmod 640 o
            $B lot l.ndjson --sortie o 2> e; echo $?; cmp a o && stat -c %a o; ls -A | grep -c partiel; grep -c rejet e
            """
        try run(script) { #expect($0.output == "1\n640\n0\n1\n", "\($0.output) \($0.error)") }
    }

    /// What a killed run has answered is in the file, compressed or not, to the last line: it is written out whenever
    /// nothing more is at hand.
    @Test(arguments: ["o.ndjson", "o.ndjson.gz", "o.ndjson.zst", "o.csv"])
    func resumesAfterAKill(_ name: String) throws {
        let format = name.contains("csv") ? "--format csv" : ""
        let show = name.hasSuffix("gz") ? "gzip -dc" : name.hasSuffix("zst") ? "zstd -dc" : "cat"
        let script = """
            again() { $B lot l.ndjson \(format) --sortie $1 --reprendre-apres 4000 2> e; }
            $B lot l.ndjson \(format) --sortie whole-\(name) 2> /dev/null
            mkfifo p; $B lot p --coeurs 2 \(format) --sortie \(name) 2> /dev/null & pid=$!
            exec 8> p; head -4000 l.ndjson >&8
            await 'cp \(name).partiel k-\(name).partiel 2> /dev/null && again k-\(name); [ $? = 1 ]'
            kill -9 $pid; exec 8>&-; wait $pid 2> /dev/null
            test ! -e \(name) && test -s \(name).partiel || echo missing
            again \(name); echo $?; grep -c 'lignes 1 à 4.000 sont' e
            cmp <(\(show) < \(name)) <(\(show) < whole-\(name)) && ls -A | grep -v ^k- | grep -c -e partiel -e reprise
            """
        try run(script) { #expect($0.output == "1\n1\n0\n", "\($0.output)\($0.error)") }
    }

    @Test(arguments: [("INT", "130"), ("TERM", "143")])
    func aSignalLeavesWholeLines(_ signal: String, _ status: String) throws {
        for cores in [1, 2] {
            let script = """
                mkfifo p; set -m; $B lot p --coeurs \(cores) --sortie o 2> e & pid=$!
                exec 8> p; cat l.ndjson >&8; await 'tail -1 o.partiel | grep -q "^{.ligne.:6000,"'
                kill -\(signal) $pid; wait $pid; echo $?; exec 8>&-
                grep -o 'entières jusqu’à la ligne .*' e; tail -c 1 o.partiel | od -An -tx1; grep -o 'apres.*' e
                n=$(sed -nE 's/.*apres ([0-9]+) .*/\\1/p' e)
                $B lot l.ndjson --sortie o --reprendre-apres $n 2> /dev/null; $B lot l.ndjson 2> /dev/null | cmp - o && echo same
                """
            try run(script) { result in
                #expect(
                    result.output
                        == "\(status)\nentières jusqu’à la ligne 6\u{A0}000\n 0a\napres 6000 --sortie o\nsame\n",
                    "\(result.output)\(result.error)")
            }
        }
    }

    @Test func aSignalWhileTheReaderIsSlowEndsWithALine() throws {
        let script = """
            set -m; mkfifo q; (exec 9< q; await '[ -e go ]'; cat <&9 > o) & reader=$!
            $B lot l.ndjson --coeurs 1 > q 2> e & pid=$!; await 'grep -q pipe /proc/$pid/wchan'
            kill -INT $pid; touch go; wait $pid; echo $?; wait $reader
            tail -c 1 o | od -An -tx1
            n=$(grep -o 'ligne .*' e | tr -d -c 0-9); tail -1 o | grep -c "^{\\"ligne\\":$n,"
            """
        try run(script) { #expect($0.output == "130\n 0a\n1\n", "\($0.output)\($0.error)") }
    }

    @Test(arguments: [
        ("--reprendre-apres 7000", 64, "n’a de réponses que jusqu’à la ligne 4000"),
        ("--reprendre-apres 4500", 64, "écrivez «\u{A0}--reprendre-apres 4000\u{A0}»"),
        ("--reprendre-apres 100 --format csv", 64, "d’une autre forme"),
        ("--reprendre-apres 0", 1, "o.partiel\u{A0}», d’un lot interrompu, est remplacé"),
        ("", 1, "o.partiel\u{A0}», d’un lot interrompu, est remplacé"),
    ])
    func saysWhyItCannotResume(_ options: String, _ status: Int32, _ words: String) throws {
        try run("head -4000 l.ndjson | $B lot 2> /dev/null > o.partiel; $B lot l.ndjson --sortie o \(options)") {
            result in
            #expect(result.status == status)
            #expect(result.error.contains(words), "\(result.error)")
        }
    }

    @Test func resumesWhereOnlyBlankLinesFollow() throws {
        let script = """
            head -4003 l.ndjson | sed '4001,4003s/.*//' > k; tail -n +4004 l.ndjson >> k
            head -4000 k | $B lot 2> /dev/null > o.partiel
            $B lot k --sortie o --reprendre-apres 4003 2> e; echo $?; $B lot k 2> /dev/null | cmp - o && echo same
            """
        try run(script) { #expect($0.output == "1\nsame\n", "\($0.output)\($0.error)") }
    }

    @Test func resumesBeforeTheLastAnswerAndNotAfterTheInput() throws {
        let script = """
            head -4000 l.ndjson | $B lot 2> /dev/null | tee o.partiel > p; head -100 l.ndjson > k; : > v.partiel
            $B lot l.ndjson --sortie o --reprendre-apres 3000 2> /dev/null; $B lot l.ndjson 2> /dev/null | cmp - o && echo same
            cp p o.partiel; $B lot k --sortie o --reprendre-apres 4000; echo $?; cmp p o.partiel && echo kept
            $B lot k --sortie v --reprendre-apres 10; echo $?
            """
        try run(script) { result in
            #expect(result.output == "same\n64\nkept\n64\n", "\(result.output)\(result.error)")
            #expect(result.error.contains("l’entrée n’a que 100\u{A0}lignes"), "\(result.error)")
            #expect(result.error.contains("n’a aucune réponse entière"), "\(result.error)")
        }
    }

    @Test("what a run left that was killed while it resumed is removed") func leftoverOfAResumption() throws {
        try run(
            "echo x > o.gz.partiel.reprise; $B lot l.ndjson --sortie o.gz 2> /dev/null; ls -A | grep -c partiel",
            lines: 3
        ) {
            #expect($0.output == "0\n", "\($0.output)\($0.error)")
        }
    }

    @Test func twoRunsDoNotShareAFile() throws {
        let script = """
            mkfifo p; $B lot p --sortie o 2> /dev/null & exec 8> p; await '[ -e o.partiel ]'
            $B lot l.ndjson --sortie o; echo $?; exec 8>&-; wait
            """
        try run(script, lines: 3) {
            #expect($0.output == "74\n" && $0.error.contains("déjà en cours d’écriture"), "\($0.error)")
        }
    }

    @Test(.enabled(if: Sanitizer.isAbsent, "a sanitizer writes files of its own"))
    func aFullDiskLeavesWholeLines() throws {
        // Of the 800 kB of answers.
        let script = "ulimit -f 700; $B lot l.ndjson --sortie o; echo $?; tail -c 1 o.partiel | od -An -tx1"
        try run(script) { result in
            #expect(result.output == "74\n 0a\n", "\(result.output)")
            #expect(result.error.contains("trop grand") || result.error.contains("espace"), "\(result.error)")
        }
    }

    @Test(arguments: ["gz", "zst"])
    func readsAndWritesCompressed(_ ending: String) throws {
        let tool = ending == "gz" ? "gzip" : "zstd -q"
        let script = """
            $B lot l.ndjson > a 2> /dev/null; \(tool) < l.ndjson > l.ndjson.\(ending)
            $B lot l.ndjson.\(ending) 2> /dev/null | cmp - a && echo in
            $B lot l.ndjson --sortie o.\(ending) 2> /dev/null; \(tool) -dc < o.\(ending) | cmp - a && echo out
            cat l.ndjson.\(ending) l.ndjson.\(ending) > m.ndjson.\(ending); $B lot m.ndjson.\(ending) 2> /dev/null | wc -l
            head -c 5000 l.ndjson.\(ending) > t.ndjson.\(ending); $B lot t.ndjson.\(ending) > b; echo $?
            cmp <(head -n "$(wc -l < b)" a) b && tail -c 1 b | od -An -tx1 | grep -c 0a
            """
        try run(script) { result in
            let count = 2 * (1...6000).count { !$0.isMultiple(of: 11) }
            #expect(result.output.hasPrefix("in\nout\n\(count)\n74\n"), "\(result.output)\(result.error)")
            #expect(result.error.contains("tronqué"))
        }
    }

    @Test func anyNumberOfCoresGivesTheSame() throws {
        let script = """
            $B lot l.ndjson --coeurs 1 > a 2> ea
            for n in 2 3 8 64; do $B lot l.ndjson --coeurs $n 2> eb | cmp - a || echo $n; diff <(sed 's/en .*//' ea) <(sed 's/en .*//' eb); done
            cat l.ndjson | $B lot 2> /dev/null | cmp - a; taskset -c 0 $B lot l.ndjson 2> /dev/null | cmp - a
            """
        try run(script, lines: 20_000) { #expect($0.output.isEmpty, "\($0.output)\($0.error)") }
    }

    @Test func anAnswerDoesNotWaitForTheNextLine() throws {
        for cores in [1, 4] {
            let script = """
                mkfifo p; exec 8<> p; $B lot --coeurs \(cores) < p > o 2> /dev/null &
                head -1 l.ndjson >&8; await '[ -s o ]'; wc -l < o; kill %1; wait
                """
            try run(script, lines: 5) { #expect($0.output == "1\n", "\($0.output)\($0.error)") }
        }
    }

    @Test func oldMemoryIsEnough() throws {
        let script =
            "(ulimit -v 700000; yes \"$(head -1 l.ndjson)\" | head -60000 | $B lot --coeurs 2 2> e | wc -l); cat e >&2"
        try run(script, lines: 5) { #expect($0.output == "60000\n", "\($0.output)\($0.error)") }
    }

    // MARK: CSV

    private static let header = "nom;reçue le;urgente;perdue\n"

    @Test func readsAndWritesCSV() throws {
        let rows = "A;2024-03-04;oui;non\n\"B;\"\"x\"\"\n2\";2024-03-04;non;non\n\n=C;2024-03-04;inconnu;oui\n"
        try run("$B lot l.csv --format csv", lines: 1, files: ["l.csv": Self.header + rows]) { result in
            #expect(result.status == 0)
            #expect(
                result.output == """
                    ligne;nom;priorité;priorité état;priorité motifs;priorité manquants;erreur
                    2;A;oui d'abord;déterminée;urgence;;
                    3;"B;""x""
                    2";à son tour;déterminée;;;
                    6;'=C;;indéterminée;attente;urgente;

                    """, "\(result.output)\(result.error)")
        }
    }

    @Test func theSeparatorIsTheInputs() throws {
        let text = "\u{FEFF}urgente,reçue le,perdue\r\noui,2024-03-04,non\r\n"
        try run("$B lot --entree csv --format csv --detail issues < l.txt", lines: 1, files: ["l.txt": text]) {
            result in
            #expect(
                result.output == "ligne,nom,priorité,priorité état,erreur\n2,,oui d'abord,déterminée,\n",
                "\(result.error)")
        }
    }

    @Test(arguments: [
        ("nom;urgent\nA;oui\n", "l.csv:1:5: erreur[fait-inconnu]", "vouliez-vous dire «\u{A0}urgente\u{A0}»?"),
        ("nom;urgente;urgente\n", "l.csv:1:13: erreur[clé-en-double]", "figure deux fois"),
        ("nom;;urgente\n", "l.csv:1:5: erreur[csv-syntaxe]", "n’a pas de nom"),
        ("nom;priorité\n", "l.csv:1:5: erreur[fait-inconnu]", "se déduit"),
        ("nom;\"urgente\n", "l.csv:1:5: erreur[csv-syntaxe]", "jamais fermé"),
    ])
    func refusesAHeaderBeforeDeciding(_ text: String, _ place: String, _ words: String) throws {
        try run("$B lot l.csv", lines: 1, files: ["l.csv": text]) { result in
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.error.contains(place) && result.error.contains(words), "\(result.error)")
        }
    }

    @Test(arguments: [
        ("A;2024-03-04;ouii;", "3:14: erreur[valeur-invalide]"), ("A;2024-02-30;oui;", "3:3: erreur[valeur-invalide]"),
        ("A;2024-03-04;oui", "3:1: erreur[ligne-incomplète]"), ("\"A\"x;2024-03-04;oui;", "3:4: erreur[csv-syntaxe]"),
        ("A\"b;2024-03-04;oui;", "3:2: erreur[csv-syntaxe]"), ("\"A;2024-03-04;oui;", "3:1: erreur[csv-syntaxe]"),
        ("\"é\n\";2024-03-04;ouii;", "4:14: erreur[valeur-invalide]"),
        ("A;2024-03-04;oui;oui", "3:18: erreur[cas-incohérent]"),
    ])
    func rejectsOneRow(_ row: String, _ place: String) throws {
        let good = "B;2024-03-04;oui;non\n"
        try run("$B lot l.csv --format csv", lines: 1, files: ["l.csv": Self.header + good + row + "\n" + good]) {
            result in
            #expect(result.status == 1)
            #expect(result.error.contains("l.csv:" + place), "\(result.error)")
            #expect(result.output.components(separatedBy: "B;oui d'abord;déterminée").count == 3, "\(result.output)")
            #expect(result.output.contains(place.split(separator: "[")[1].dropLast() + "\u{A0}: "))
        }
    }

    @Test func csvSaysWhatNDJSONSays() throws {
        let script = """
            { echo 'nom;date;urgente;perdue'; for i in $(seq 1 600); do echo "R$i;2024-03-04;$([ $((i%3)) = 0 ] && echo oui || echo non);$([ $((i%7)) = 0 ] && echo oui)"; done; } > t.csv
            { echo; for i in $(seq 1 600); do printf '{"nom":"R%s","date":"2024-03-04","faits":{"urgente":"%s"%s}}\\n' $i $([ $((i%3)) = 0 ] && echo oui || echo non) $([ $((i%7)) = 0 ] && echo ',"perdue":"oui"'); done; } > t.ndjson
            for f in ndjson csv; do cmp <($B lot t.csv --format $f 2> /dev/null) <($B lot t.ndjson --format $f 2> /dev/null); done
            """
        try run(script, lines: 1) { #expect($0.output.isEmpty && $0.error.isEmpty, "\($0.output)\($0.error)") }
    }
}
