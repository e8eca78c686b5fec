import Foundation
import Testing

/// The same bytes come out wherever the program runs.
@Suite("Environment") struct EnvironmentTests {
    private static let commands = """
        all() {
          $B evaluer --regles $RULES --date 2024-03-04 $ROOT/Fixtures/cas/c3*.yaml --format json
          $B evaluer --regles $RULES --date 2024-03-04 $ROOT/Fixtures/cas/c35*.yaml
          $B lettre --regles $RULES --modeles $ROOT/Modeles --date 2024-03-04 $ROOT/Fixtures/cas/c35*.yaml
          $B lot --regles R --date 2024-03-04 l.ndjson; $B schema --regles $RULES
          $B evaluer --regles R cas-faux.yaml 2>&1
        }

        """

    @Test(
        "changes no byte",
        arguments: [
            "TZ=Asia/Tokyo", "TZ=America/Montreal", "TZ=nulle/part", "LC_ALL=fr_CA.UTF-8", "LC_ALL=C",
            "LC_ALL=tr_TR.UTF-8",
            "SWIFT_DETERMINISTIC_HASHING=1", "LANG=", "HOME=/nulle/part", "COLUMNS=40", "PATH=",
        ]) func variable(_ variable: String) throws
    {
        try same("export \(variable)")
    }

    @Test(
        "nor do a small stack, bounded memory and no place to write", arguments: ["ulimit -s 256", "ulimit -v 400000"])
    func limit(_ limit: String) throws { try same(limit) }

    @Test("nor does a folder of which nothing may be written") func readOnly() throws {
        try same("mkdir ailleurs; cp -r R l.ndjson cas-faux.yaml ailleurs; chmod a-w ailleurs; cd ailleurs")
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

    private func same(_ change: String) throws {
        try withShell { shell in
            try Writing.prepare(shell)
            try shell.write("faits: { urgentte: oui, perdue: peut-être }\n", to: "cas-faux.yaml")
            let result = try shell.run(
                Self.commands
                    + "all > a 2> ea; d=$PWD; (\(change); all > $d/b 2> $d/eb); cmp a b && wc -l < a | tr -d ' '")
            #expect((Int(result.output.dropLast()) ?? 0) > 12_000, "\(result.output)\(result.error)")
        }
    }
}
