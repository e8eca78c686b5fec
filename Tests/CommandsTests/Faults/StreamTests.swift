import Foundation
import Sanitizers
import Testing

/// What becomes of each command when a standard stream is closed, its reader goes, or a signal comes.
@Suite("Standard streams and signals") struct StreamTests {
    /// A command; `o` is what it writes beside standard output, if anything.
    struct Use: Sendable, CustomTestStringConvertible {
        let command: String
        /// Whether it says something on standard output.
        var prints = true
        /// Whether it reads standard input.
        var reads = false
        var status = 0

        var testDescription: String { command }
    }

    private static let common = "--regles R --date 2024-03-04"
    private static let receipt = "r.json --regles R"

    private static let uses = [
        Use(command: "evaluer \(common) cas.yaml"), Use(command: "evaluer \(common) -", reads: true),
        Use(command: "evaluer \(common) cas.yaml --sortie o", prints: false),
        Use(command: "evaluer \(common) cas.yaml --recu o"),
        Use(command: "lot \(common) court.ndjson"), Use(command: "lot \(common)", reads: true),
        Use(command: "lot \(common) court.ndjson --sortie o", prints: false),
        Use(command: "valider F --regles R"), Use(command: "valider F --regles R --couverture --page o"),
        Use(command: "valider F --regles R --format junit --sortie o", prints: false),
        Use(command: "verifier --regles R", status: 1), Use(command: "comparer R R"),
        Use(command: "comparer R R --cas court.ndjson"), Use(command: "schema --regles R"),
        Use(command: "rejouer \(receipt)"), Use(command: "rejouer - --regles R", reads: true),
        Use(command: "impact R \(receipt.replacing("r.json --regles R", with: "R r.json"))"),
        Use(command: "lettre \(common) --modeles M cas.yaml"),
        Use(command: "lettre \(common) --modeles M cas.yaml --sortie o", prints: false),
        Use(command: "documenter --regles R --cas vide --sortie o", prints: false),
        Use(command: "entretien e.yaml --regles R", reads: true), Use(command: "lsp --regles R", reads: true),
        Use(command: "mettre-en-forme -", reads: true), Use(command: "--help"), Use(command: "--version"),
        Use(command: "lot --inconnue", prints: false, status: 64),
    ]

    /// What each reads where it reads standard input.
    private static let prepare = """
        head -3 l.ndjson > court.ndjson; $B evaluer \(common) cas.yaml --recu r.json > /dev/null
        input() { case "$1" in evaluer*) cat cas.yaml;; lot*) cat court.ndjson;; rejouer*) cat r.json;;
          entretien*) echo stop;; lsp*) printf 'Content-Length: 58\\r\\n\\r\\n{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}';;
          mettre*) echo 'faits: {}';; esac; }

        """

    @Test("that are closed are an error said clearly, and no file gets what was meant for them", arguments: uses)
    func closed(_ use: Use) throws {
        // The language server leaves with its client, which is a finding.
        let status = use.command.hasPrefix("lsp") ? 1 : use.status
        let script =
            Self.prepare + """
                c='\(use.command)'; input "$c" > in; $B $c < in > whole 2> /dev/null; [ -e o ] && mv o o-whole
                for closed in '<&-' '>&-' '2>&-' '<&- >&-' '>&- 2>&-' '<&- >&- 2>&-'; do
                  rm -rf o e.yaml; [ "${closed#<}" = "$closed" ] && from='< in' || from=
                  eval "$B $c $from > out 2> err $closed"; s=$?; want=\(status)
                  case "$closed" in *'<&-'*) \(use.reads ? "want=74" : ":");; esac
                  case "$closed" in *'>&-'*) [ "$closed" = '2>&-' ] || \(use.prints ? "want=74" : ":");; esac
                  [ $s = $want ] || echo "$closed: $s, not $want"
                  case "$closed" in *'2>&-'*) ;; *) [ $s != 74 ] || grep -q 'standard est fermée' err || echo "$closed: silent";; esac
                  [ ! -e o ] || diff -r o o-whole > /dev/null || echo "$closed: another file"
                done
                """
        try run(script) { #expect($0.output.isEmpty, "\($0.output)\($0.error)") }
    }

    @Test("whose reader is gone end the command in silence", arguments: uses.filter(\.prints))
    func gone(_ use: Use) throws {
        let script =
            Self.prepare + """
                c='\(use.command)'; mkfifo p; exec 8<> p 9> p 8<&-; input "$c" | $B $c >&9 2> err; echo ${PIPESTATUS[1]}
                grep -v 'ligne\\|priorité' err
                """
        try run(script) { #expect($0.output == "74\n", "\($0.output)\($0.error)") }
    }

    @Test(
        "that fail at any write end the command, in silence where the reader went",
        .enabled(if: Sanitizer.isAbsent, "a library is put before the others"), arguments: uses.filter(\.prints))
    func failing(_ use: Use) throws {
        // What the language server is told: its client leaves, which is a finding.
        let status = use.command.hasPrefix("lsp") ? 1 : use.status
        let script =
            Self.prepare + """
                \(Writing.preload("faults"))
                c='\(use.command)'; input "$c" > in; for error in 32 28 5; do n=0; while n=$((n+1)); do
                  rm -f e.yaml; BIENFONDE_PANNE=sortie:$n:$error LD_PRELOAD=$PWD/faults.so $B $c < in > out 2> err; s=$?
                  [ $s != \(status) ] || break
                  [ $s = 74 ] || { echo "$error, write $n: $s"; break; }
                  if [ $error = 32 ]; then grep bienfonde err; else grep -q 'standard' err || echo "$error, write $n: silent"; fi
                done; [ $n -gt 1 ] || echo "$error: nothing failed"; done
                """
        try run(script) { #expect($0.output.isEmpty, "\($0.output)\($0.error)") }
    }

    @Test(
        "leave whole lines when a signal comes while the reader is slow",
        arguments: [
            "schema --regles $RULES", "valider $ROOT/Fixtures --regles $RULES --format json",
            "evaluer $ROOT/Fixtures/cas/*.yaml --regles $RULES --explication complete",
            "evaluer $ROOT/Fixtures/cas/*.yaml --regles $RULES --format html --sortie /dev/stdout",
        ])
    func slowReader(_ command: String) throws {
        let script = """
            $B \(command) 2> /dev/null | wc -c > whole; mkfifo p; set -m
            for signal in INT:130 TERM:143; do
              $B \(command) > p 2> err & pid=$!; exec 7< p; head -c 1 <&7 > got; sleep 0.5
              kill -${signal%:*} $pid; sleep 0.2; cat <&7 >> got; wait $pid; s=$?; exec 7<&-
              [ $s = ${signal#*:} ] || echo "$signal: $s"
              [ "$(tail -c 1 got | od -An -tx1)" = ' 0a' ] || echo "$signal: half a line"
              [ $(wc -c < got) -lt $(cat whole) ] || echo "$signal: came too late"
            done
            """
        try run(script) { #expect($0.output.isEmpty, "\($0.output)\($0.error)") }
    }

    /// Commands that wait for input, for a change, or that are at work for long.
    private static let waiting =
        uses.filter(\.reads).map(\.command) + [
            "evaluer \(common) cas.yaml --surveiller", "valider F --regles R --surveiller",
            "verifier --regles R --surveiller", "verifier --regles $RULES",
            "valider $ROOT/Fixtures --regles $RULES --mutations",
            "documenter --regles $RULES --cas $ROOT/Fixtures --sortie o",
            "lettre \(common) --modeles M cas.yaml --format docx --sortie o",
        ]

    @Test("leave whole lines when a signal comes", arguments: waiting)
    func signal(_ command: String) throws {
        let script =
            Self.prepare + Self.slowPandoc + """
                mkfifo p; exec 8<> p; set -m
                for signal in INT:130 TERM:143; do
                  $B \(command) < p > out 2> err & pid=$!
                  sleep 0.3; kill -${signal%:*} $pid
                  for _ in $(seq 400); do kill -0 $pid 2> /dev/null || break; sleep 0.05; done; kill -9 $pid 2> /dev/null
                  wait $pid; s=$?; [ $s = ${signal#*:} ] || echo "$signal: $s"
                  [ ! -s out ] || [ "$(tail -c 1 out | od -An -tx1)" = ' 0a' ] || case $(tail -n 1 out) in
                    *'réponse'*) ;; *) echo "half a line: $(tail -n 1 out)";; esac
                  ls -A t
                done
                """
        try run(script) { #expect($0.output.isEmpty, "\($0.output)\($0.error)") }
    }

    /// A pandoc that never ends; temporary files go to `t`.
    private static let slowPandoc = """
        mkdir bin t; printf '#!/bin/sh\\nexec sleep 9\\n' > bin/pandoc; chmod +x bin/pandoc
        export PATH=$PWD/bin:$PATH TMPDIR=$PWD/t

        """

    @Test("killed while another program reads a letter, the next run removes what is left")
    func leftovers() throws {
        let letter = "$B lettre \(Self.common) --modeles M cas.yaml --format docx --sortie o"
        let script =
            Self.prepare + Self.slowPandoc + """
                mkdir ailleurs t/bienfonde-999999-mien; echo x > ailleurs/y; ln -s ../ailleurs t/bienfonde-999999-lien
                mkdir t/bienfonde-1-x; \(letter) & pid=$!
                for _ in $(seq 200); do [ -n "$(ls t/bienfonde-$pid-* 2> /dev/null)" ] && break; sleep 0.05; done
                kill -9 $pid; wait $pid 2> /dev/null; ls t | grep -c "bienfonde-$pid-"
                printf '#!/bin/sh\\nexit 1\\n' > bin/pandoc; \(letter) 2> /dev/null; echo $?
                ls t; cat ailleurs/y; [ -e o ] || echo none
                """
        try run(script) {
            #expect($0.output == "1\n74\nbienfonde-1-x\nbienfonde-999999-lien\nx\nnone\n", "\($0.output)\($0.error)")
        }
    }

    private func run(_ script: String, _ check: (Shell.Result) -> Void) throws {
        try withShell { shell in
            try Writing.prepare(shell)
            check(try shell.run(script))
        }
    }
}
