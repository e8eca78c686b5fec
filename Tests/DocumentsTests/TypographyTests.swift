import Testing

/// What no reader of the machine's French should see.
struct TypographyRule: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let pattern: @Sendable () -> Regex<Substring>
}

@Suite("Typography of French documents")
struct TypographyTests {
    static let rules = [
        TypographyRule(testDescription: "« is followed by a no-break space") { /«[^\u{A0}]|«$/ },
        TypographyRule(testDescription: "» follows a no-break space") { /[^\u{A0}]»|^»/ },
        TypographyRule(testDescription: "a colon follows a no-break space") { /[^\u{A0}:]:(?:\s|\*|$)|^:\s/ },
        TypographyRule(testDescription: "nothing stands between a word and ? ! ;") { /[\s\u{A0}\u{202F}][?!;]/ },
        TypographyRule(testDescription: "apostrophes are typographic") { /[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]/ },
        TypographyRule(testDescription: "quotes are « »") { /[“”]/ },
        TypographyRule(testDescription: "three dots are one character") { /\.\.\./ },
        TypographyRule(testDescription: "the author of a requête is a personne requérante") { /[Cc]itoyen/ },
    ]

    @Test(arguments: Repository.frenchDocuments, rules)
    func followsTheRule(_ path: String, _ rule: TypographyRule) throws {
        let pattern = rule.pattern()
        for line in try Repository.document(path).prose where !line.text.hasPrefix("|--") {
            // The name of an institution, in the policy's own text.
            let text = line.typeset.replacing("Protecteur du citoyen", with: "x")
            #expect(!text.contains(pattern), "\(path):\(line.number): \(line.text)")
        }
    }
}

@Suite("Typography of French outside of documents")
struct OtherTypographyTests {
    /// What says something to people, beside documents and Swift: the help of make, scripts, other languages.
    private static let files =
        ["Makefile", ".pre-commit-hooks.yaml", "Benchmarks/editeur"]
        + ["couverture", "lint", "mutants", "quietly", "setup", "test", "with-python"].map { "scripts/" + $0 }
        + ["scripts/lib", "Editors/vscode", "Integrations/ci", "Integrations/python", "Integrations/spark"].flatMap {
            Repository.files(below: $0).filter { $0.contains(/\.(?:sh|py|js|json|yml)$/) }
        } + ["Benchmarks/Regles", "Fixtures"].flatMap { Repository.files(below: $0) }.filter { $0.hasSuffix(".yaml") }

    @Test("has no-break spaces, and none before ? ! ;", arguments: files) func spaces(_ path: String) throws {
        let lines = try Repository.read(path).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let isChoice = line.contains(" ? ")
            let isRight =
                !line.contains(/« | »|[\p{L}\d»] [?!](?:["'`]|$)/)
                && (isChoice || !line.contains(/[\p{L}\d»)}\]] :(?: |$)/))
            #expect(isRight, "\(path):\(index + 1): \(line)")
        }
    }
}

@Suite("What documents keep to")
struct ScopeTests {
    /// Paths of a machine that the reader does not have.
    @Test("no document points outside of the repository", arguments: Repository.documents)
    func staysInside(_ path: String) throws {
        for line in try Repository.document(path).lines {
            #expect(!line.contains(/(?:^|[\s(`"])(?:\/work|\/tmp|\/home|\/root|\.\.\/shared)\b/), "\(path): \(line)")
        }
    }

    /// A reader needs to know what the project does, not how it came to be.
    @Test("no document tells how the project was made", arguments: Repository.documents)
    func tellsWhatIsNotHow(_ path: String) throws {
        for line in try Repository.document(path).lines {
            #expect(
                !line.contains(
                    /\b(?:[Gg]enerated by|[Gg]énérée? par|[Ll]anguage model|[Mm]odèle de langue|LLM|TODO|FIXME)\b/),
                "\(path): \(line)")
        }
    }

    @Test("lines of prose fit in 120 columns", arguments: Repository.documents)
    func linesFit(_ path: String) throws {
        for line in try Repository.document(path).prose where !line.text.hasPrefix("|") {
            #expect(line.text.unicodeScalars.count <= 120, "\(path):\(line.number)")
        }
    }
}
