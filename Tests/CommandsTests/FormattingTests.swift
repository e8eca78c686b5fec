import Testing

/// `mettre-en-forme`: what it writes, what it only shows, and how it ends.
@Suite struct FormattingTests {
    private static let untidy = "règles:\n    r:\n        conclut:   {d:   a}\n        titre: T # le titre\n"
    private static let tidy = "règles:\n  r:\n    titre: T # le titre\n    conclut: { d: a }\n"

    private func run(_ script: String, _ check: (Shell.Result, Shell) throws -> Void) throws {
        try withShell { shell in
            try shell.write(Self.untidy, to: "Rules/r.yaml")
            try shell.write(Self.tidy, to: "Rules/propre.yml")
            try shell.write("a: [\n", to: "illisible.yaml")
            try check(try shell.run(script), shell)
        }
    }

    @Test func writesWhatChanges() throws {
        try run("$B mettre-en-forme && cat Rules/r.yaml && $B format Rules/r.yaml") { result, _ in
            #expect(result.status == 0)
            #expect(result.output == "Rules/r.yaml\n" + Self.tidy)
            #expect(result.error.isEmpty)
        }
    }

    @Test func showsWhatWouldChange() throws {
        try run("$B mettre-en-forme --verifier; s=$?; cmp Rules/r.yaml Rules/propre.yml; exit $s") { result, _ in
            #expect(result.status == 1)
            #expect(result.output.hasPrefix("--- Rules/r.yaml\n+++ Rules/r.yaml\n@@ -1,4 +1,4 @@\n règles:\n-    r:\n"))
            #expect(result.output.contains("differ"))
        }
        try run("$B mettre-en-forme --verifier Rules/propre.yml") { result, _ in
            #expect(result.status == 0)
            #expect(result.output.isEmpty)
        }
    }

    @Test func leavesAloneWhatCannotBeRead() throws {
        try run("$B format illisible.yaml Rules; s=$?; cat illisible.yaml Rules/r.yaml; exit $s") { result, _ in
            #expect(result.status == 2)
            #expect(
                result.error.contains("illisible.yaml:2:1: erreur[yaml-syntaxe]")
                    || result.error.contains("illisible.yaml:1:"))
            #expect(result.output.hasSuffix("a: [\n" + Self.tidy))
        }
    }

    @Test func readsStandardInput() throws {
        try run("$B format - < Rules/r.yaml") { result, _ in #expect(result.output == Self.tidy) }
    }

    @Test(arguments: ["absent.yaml", "absent/"]) func saysWhatIsMissing(_ path: String) throws {
        try run("$B format \(path)") { result, _ in
            #expect(result.status == 74)
            #expect(result.error.contains("n’existe pas"))
        }
    }

    @Test(arguments: ["regles", "cas"]) func writesSchemas(_ kind: String) throws {
        try run("$B schema \(kind) --regles $RULES") { result, _ in
            #expect(result.status == 0)
            #expect(result.output.hasPrefix("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"))
        }
    }
}
