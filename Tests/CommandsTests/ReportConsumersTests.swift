import Foundation
import Testing

/// Reports are read by the programs that they are written for, where these are installed.
@Suite("Consumers of reports") struct ReportConsumersTests {
    /// A case that passes and one that fails, with what XML and TAP would take for their own in its name.
    private func withCases(_ body: (Shell) throws -> Void) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/r.yaml")
            try shell.write(
                """
                cas:
                  - { nom: Passe, faits: { urgente: oui, perdue: non, reçue le: 2024-03-04 }, attendu: { priorité: oui d'abord } }
                  - { nom: "Échoue <&> # SKIP", faits: { urgente: oui, perdue: non, reçue le: 2024-03-04 }, attendu: { priorité: à son tour } }
                """, to: "Fixtures/cas.yaml")
            try body(shell)
        }
    }

    @Test("junitparser reads the JUnit form") func junit() throws {
        try withCases { shell in
            let script = """
                import sys
                try:
                    from junitparser import JUnitXml
                except ImportError:
                    sys.exit(77)
                xml = JUnitXml.fromfile("rapport.xml")
                print(xml.tests, xml.failures, xml.errors)
                for suite in xml:
                    for case in suite:
                        print(case.name, [type(r).__name__ for r in case.result])
                """
            try shell.write(script, to: "lire.py")
            let result = try shell.run(
                "$B valider --format junit --sortie rapport.xml; python3 lire.py; s=$?; [ $s -eq 77 ] && echo absent")
            if result.output == "absent\n" { return }
            #expect(result.output.hasPrefix("2 1 0\n"), "\(result.output)\(result.error)")
            #expect(result.output.contains("Passe []"))
            #expect(result.output.contains("Échoue <&> # SKIP ['Failure']"))
        }
    }

    @Test("prove reads the TAP form") func tap() throws {
        try withCases { shell in
            let result = try shell.run(
                """
                command -v prove > /dev/null || { echo absent; exit; }
                $B valider --format tap --sortie rapport.tap
                prove -e cat rapport.tap; echo "état $?"
                """)
            if result.output == "absent\n" { return }
            #expect(result.output.contains("Failed test:  2"), "\(result.output)\(result.error)")
            #expect(result.output.contains("état 1"))
            try shell.write(
                "{ nom: Passe, faits: { urgente: oui, perdue: non, reçue le: 2024-03-04 }, attendu: { priorité: oui d'abord } }\n",
                to: "Fixtures/cas.yaml")
            let sound = try shell.run(
                "$B valider --format tap --sortie rapport.tap && prove -e cat rapport.tap; echo \"état $?\"")
            #expect(sound.output.contains("Result: PASS") && sound.output.contains("état 0"), "\(sound.output)")
        }
    }
}
