import RuleModel
import RuleYAML
import SourceText
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
    @Test(
        "SHA-256 of the examples of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func digests(_ text: String, _ digest: String) {
        #expect(SHA256.hex(of: Array(text.utf8)) == digest)
    }

    /// The canonical form of a set of files.
    private func canonical(_ files: String...) throws -> String {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        var budget = Limits.nodes
        var sections: [String: [Node.Entry]] = [:]
        for (number, text) in files.enumerated() {
            let file = library.add(path: "\(number).yaml", bytes: Array(text.utf8))
            let root = YAMLReader.read(file, in: library, emptyValues: .ofSectionsOnly, budget: &budget, into: &bag)
            for entry in root?.entries ?? [] { sections[entry.key.value, default: []] += entry.value.entries ?? [] }
        }
        try #require(bag.all.isEmpty, "\(DiagnosticPrinter(library).print(bag))")
        #expect(Fingerprint.of(sections) == "sha256:" + SHA256.hex(of: Fingerprint.canonical(sections)))
        return String(decoding: Fingerprint.canonical(sections), as: UTF8.self)
    }

    private static let rules = """
        # Un commentaire
        règles:
          b: { conclut: { d: x }, si: { toutes: [ { f: oui }, { g: 1.50 } ] } }
          l’an:
            conclut: { d: "x" }
            motif: >
              Sur deux
              lignes.
        décisions:
          d:
            issues: { y: Non, x: Oui }
            question: Où?
        paramètres:
        """

    @Test("is every key and value: mappings sorted, lists and `issues` in order")
    func whole() throws {
        #expect(
            try canonical(Self.rules)
                == #"{"décisions":{"d":{"issues":[["y","Non"],["x","Oui"]],"question":"Où?"}},"#
                + #""règles":{"b":{"conclut":{"d":"x"},"si":{"toutes":[{"f":"oui"},{"g":"1.50"}]}},"#
                + #""l'an":{"conclut":{"d":"x"},"motif":"Sur deux lignes."}}}"#)
    }

    @Test("does not change with comments, indentation, quotes, order, apostrophes, nor when spread over files")
    func unchanged() throws {
        let other = """
            décisions: { "d": { question: "Où?", issues: { "y": Non, x: 'Oui' } } }
            règles:
                l'an:
                    motif: Sur deux lignes.
                    conclut:
                        d: x  # encore un
            """
        let third = """
            règles:
              b:
                si:
                  toutes:
                    - f: oui
                    - g: 1.50
                conclut: { d: x }
            """
        #expect(try canonical(other, third) == canonical(Self.rules))
        #expect(try canonical(third, other) == canonical(Self.rules))
    }

    @Test(
        "changes with a value, a key, a place in a list, the order of outcomes or values",
        arguments: [
            ("motif: >", "motif: |"), ("f: oui", "f: non"), ("g: 1.50", "g: 1.5"),
            ("conclut: { d: x }, si", "conclut: { d: y }, si"),
            ("y: Non, x: Oui", "x: Oui, y: Non"), ("b: {", "c: {"),
            ("{ f: oui }, { g: 1.50 }", "{ g: 1.50 }, { f: oui }"),
            ("Où?", "Ou?"), ("issues", "valeurs"),
        ])
    func changed(_ old: String, _ new: String) throws {
        let changed = Self.rules.replacing(old, with: new)
        #expect(changed != Self.rules)
        #expect(try canonical(changed) != canonical(Self.rules))
    }

    @Test("text cannot pass for structure")
    func injective() throws {
        let rows = [
            "a: { b: { c: d } }", #"a: { b: '{"c":"d"}' }"#, "a: { b: [ c, d ] }", #"a: { b: 'c","d' }"#,
            "a: { b: { c: { d: e } } }", #"a: { b: { 'c":{"d': e } }"#, "a: { b: [ [ c, d ] ] }",
        ]
        #expect(Set(try rows.map { try canonical($0) }).count == rows.count)
    }

    @Test("an apostrophe differs in a text, not in a key")
    func apostrophes() throws {
        #expect(try canonical("a: { l’an: { x: l’an } }") == #"{"a":{"l'an":{"x":"l’an"}}}"#)
        #expect(try canonical("a: { b: { x: l’an } }") != canonical("a: { b: { x: l'an } }"))
    }
}
