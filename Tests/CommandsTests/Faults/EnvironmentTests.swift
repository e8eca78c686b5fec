import Foundation
import Sanitizers
import Testing

/// The same bytes come out wherever the program runs, and whatever its clock says.
@Suite("Environment") struct EnvironmentTests {
    private static let commands = """
        all() {
          $B evaluer --regles $RULES --date 2024-03-04 $ROOT/Fixtures/cas/c3*.yaml --format json
          $B evaluer --regles $RULES --date 2024-03-04 $ROOT/Fixtures/cas/c35*.yaml
          $B lettre --regles $RULES --modeles $ROOT/Modeles --date 2024-03-04 $ROOT/Fixtures/cas/c35*.yaml
          $B lot --regles R --date 2024-03-04 l.ndjson; $B schema --regles $RULES
          $B evaluer --regles R cas-faux.yaml 2>&1
        }
        more() {
          $B verifier --regles R --format json; $B comparer R R2 --format json
          $B valider F --regles R --format json --mutations; $B mettre-en-forme - < R/r.yaml
          $B documenter --regles R --cas F --sortie $1 && (cd $1; find . -type f | LC_ALL=C sort | xargs cat)
          $B impact R R2 r.json --format json; $B rejouer r.json --regles R
        }

        """

    @Test(
        "changes no byte",
        arguments: [
            "export TZ=Asia/Tokyo", "export TZ=America/Montreal", "export TZ=nulle/part", "export LC_ALL=fr_CA.UTF-8",
            "export LC_ALL=C", "export LC_ALL=tr_TR.UTF-8", "export SWIFT_DETERMINISTIC_HASHING=1", "export LANG=",
            "export HOME=/nulle/part", "export COLUMNS=40", "taskset -cp 0 $$ > /dev/null",
            "ulimit -s 256", "umask 077", "exec < /dev/null",
        ]) func variable(_ change: String) throws
    { try same(change, "all; more site-b") }

    /// The solver takes more memory, and the site is read by other programs.
    @Test("nor do memory that is bounded and no programs", arguments: ["ulimit -v 400000", "export PATH="])
    func memory(_ change: String) throws { try same(change, "all") }

    @Test("nor does a folder of which nothing may be written") func readOnly() throws {
        try same(
            """
            site=$PWD/site-b; mkdir ailleurs; cp -r R R2 F l.ndjson cas-faux.yaml r.json ailleurs
            chmod -R a-w ailleurs; cd ailleurs
            """, "all; more $site")
    }

    @Test("nor does the number of cores", arguments: [1, 2, 3, 8]) func cores(_ count: Int) throws {
        try withShell { shell in
            try Writing.prepare(shell)
            let result = try shell.run(
                """
                lot() { $B lot --regles R --date 2024-03-04 l.ndjson $1 2> /dev/null; }
                lot | cmp - <(lot "--coeurs \(count)") && echo same
                """)
            #expect(result.output == "same\n", "\(result.error)")
        }
    }

    // MARK: The clock

    /// Seconds since 1970, and by how many the clock moves whenever it is looked at.
    private static let clocks = [
        "0:0", "2147483700:0", "4102444800:0", "253402300799:0", "253402300800:0", "9223372036854775807:0",
        "-62135596801:0", "-9223372036854775808:0", "1700000000:-3600", "1700000000:-1", "253402300799:-100000000",
    ]

    @Test(
        "nor does a clock that is wrong, or goes backwards",
        .enabled(if: Sanitizer.isAbsent, "a library is put before the others"), arguments: clocks)
    func clock(_ clock: String) throws {
        try same(Self.wrong(clock), "all; more site-b")
    }

    @Test(
        "today is what the clock says", .enabled(if: Sanitizer.isAbsent, "a library is put before the others"),
        arguments: [
            ("1709510400:0", "le 4 mars 2024"), ("4102444800:0", "le 1er janvier 2100"),
            ("253402300799:0", "le 31 décembre 9999"), ("253402300800:0", "le 31 décembre 9999"),
            ("9223372036854775807:0", "le 31 décembre 9999"), ("1709510400:-1", "le 4 mars 2024"),
        ]) func today(_ clock: String, _ date: String) throws
    {
        try withShell { shell in
            try Writing.prepare(shell)
            try shell.write("faits: { urgente: oui }\n", to: "c.yaml")
            let result = try shell.run("export TZ=UTC; \(Self.wrong(clock)); $B evaluer --regles R c.yaml")
            let said = result.output.replacing("\u{A0}", with: " ")
            #expect(said.contains("\(date) (date d’aujourd’hui)"), "\(said)\(result.error)")
        }
    }

    @Test(
        "a clock that jumps hangs neither a batch, nor a watch, nor an editor",
        .enabled(if: Sanitizer.isAbsent, "a library is put before the others"),
        arguments: ["1700000000:-3600", "0:99999"])
    func jumps(_ clock: String) throws {
        try withShell { shell in
            try Writing.prepare(shell)
            let message = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#
            let result = try shell.run(
                """
                \(Self.wrong(clock)); head -500 l.ndjson > c.ndjson
                script -qec '$B lot --regles R --date 2024-03-04 c.ndjson > o' /dev/null < /dev/null > e; wc -l < o
                printf 'Content-Length: \(message.utf8.count)\\r\\n\\r\\n%s' '\(message)' | timeout 30 $B lsp | grep -c capabilities
                $B evaluer --regles R --date 2024-03-04 cas.yaml --surveiller > w 2> /dev/null & pid=$!
                for n in 1 2; do
                  for _ in $(seq 600); do [ "$(grep -c 'En bref' w)" -ge $n ] && break; sleep 0.05; done
                  sleep 0.3; [ $n = 2 ] || echo '# vu' >> cas.yaml
                done; kill $pid; wait $pid; echo $?; grep -c 'En bref' w
                """)
            #expect(result.output == "500\n1\n143\n2\n", "\(result.output)\(result.error)")
        }
    }

    /// Loads a clock of `Tests/Preload/clock.c`.
    private static func wrong(_ clock: String) -> String {
        """
        \(Writing.preload("clock"))
        export BIENFONDE_HORLOGE=\(clock) LD_PRELOAD=$PWD/clock.so
        """
    }

    /// Whether a change gives the same bytes on both outputs, and many of them.
    private func same(_ change: String, _ commands: String) throws {
        try withShell { shell in
            try Writing.prepare(shell)
            try shell.write("faits: { urgentte: oui, perdue: peut-être }\n", to: "cas-faux.yaml")
            try shell.write(SmallPolicy.urgent + "attendu: { priorité: oui d'abord }\n", to: "F/cas.yaml")
            let other = SmallPolicy.rules.replacing(
                "conclut: { priorité: oui d'abord }", with: "conclut: { priorité: à son tour }")
            try shell.write(other, to: "R2/r.yaml")
            let first = commands.replacing("site-b", with: "site-a").replacing("$site", with: "site-a")
            let result = try shell.run(
                Self.commands + """
                    $B evaluer --regles R --date 2024-03-04 cas.yaml --recu r.json > /dev/null
                    quiet() { sed -E 's/en [0-9,\u{A0} ]+s(, soit .*)?$//; s/site-[ab]/site/'; }
                    d=$PWD; (\(first)) > a 2> ea; (\(change)
                    { \(commands); } > $d/b 2> $d/eb)
                    unset LD_PRELOAD; cmp a b && cmp <(quiet < ea) <(quiet < eb) && wc -l < a | tr -d ' '
                    """)
            #expect((Int(result.output.dropLast()) ?? 0) > 12_000, "\(result.output)\(result.error)")
        }
    }
}
