import RuleJSON
import SourceText
import Testing

/// Inputs that other readers accept, change or break on: the notation alone is judged here, without a vocabulary.
@Suite("Abusive JSON")
struct AbusiveInputTests {
    /// Name, text, and what is said: nothing, or a code with its line.
    static let rows: [(name: String, bytes: [UInt8], expected: String)] = [
        ("séquence ANSI échappée", Array(#"{"nom":"\u001b[2J"}"#.utf8), ""),
        ("marque d’ordre des octets", [0xEF, 0xBB, 0xBF] + Array(#"{"a":1}"#.utf8), ""),
        ("booléen en texte", Array(#"{"actif":"true"}"#.utf8), ""),
        ("objet vide", Array("{}".utf8), ""),
        ("clé répétée par échappement", Array(#"{"age":1,"\u0061ge":2}"#.utf8), "clé-en-double 1"),
        ("clé répétée", Array("{\"age\":17,\n \"age\":18}".utf8), "clé-en-double 2"),
        ("commentaire de ligne", Array("// x\n{\"a\":1}".utf8), "json-syntaxe 1"),
        ("commentaire", Array("{\"a\":1 /* x */}".utf8), "json-syntaxe 1"),
        ("demi-codet", Array(#"{"a":"\udc00"}"#.utf8), "json-syntaxe 1"),
        ("deux valeurs", Array(#"{"a":1}{"a":2}"#.utf8), "json-syntaxe 1"),
        ("échappement court", Array(#"{"a":"\u12"}"#.utf8), "json-syntaxe 1"),
        ("échappement \\x", Array(#"{"a":"\x41"}"#.utf8), "json-syntaxe 1"),
        ("2⁵³ + 1", Array(#"{"n":9007199254740993}"#.utf8), ""),
        ("formule de tableur", Array(#"{"nom":"=HYPERLINK(\"http://x\")"}"#.utf8), ""),
        ("ISO-8859-1", Array("{\"a\":\"".utf8) + [0xE9] + Array("\"}".utf8), "encodage 1"),
        ("1e-400", Array(#"{"n":1e-400}"#.utf8), ""),
        ("Infinity", Array(#"{"n":Infinity}"#.utf8), "json-syntaxe 1"),
        ("1.", Array(#"{"n":1.}"#.utf8), "json-syntaxe 1"),
        ("zéro en tête", Array(#"{"n":012}"#.utf8), "json-syntaxe 1"),
        ("NUL brut", Array("{\"a\":\"x\0y\"}".utf8), "json-syntaxe 1"),
        ("octet FF", Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8), "encodage 1"),
        ("texte après", Array(#"{"a":1} x"#.utf8), "json-syntaxe 1"),
        ("repr de Python", Array("{'a': True, 'b': None}".utf8), "json-syntaxe 1"),
        ("racine liste", Array(#"[{"age":1}]"#.utf8), "racine 1"),
        ("racine nombre", Array("3".utf8), "racine 1"),
        ("racine null", Array("null".utf8), "racine 1"),
        ("saut de ligne brut", Array("{\"a\":\"x\ny\"}".utf8), "json-syntaxe 1"),
        ("saut de ligne échappé", Array(#"{"nom":"x\n2025-01-01 ADMIN ok"}"#.utf8), ""),
        ("demi-codet en UTF-8", Array("{\"a\":\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"}".utf8), "encodage 1"),
        ("tabulation brute", Array("{\"a\":\"x\ty\"}".utf8), "json-syntaxe 1"),
        ("tronqué", Array("{\"a\":[1,2".utf8), "json-syntaxe 1"),
        ("U+2028 dans un texte", Array("{\"id\":\"a\u{2028}b\"}".utf8), ""),
        ("U+0085 dans un texte", Array("{\"id\":\"a\u{85}b\"}".utf8), ""),
        ("ligne de NUL", [0, 0, 0], "json-syntaxe 1"),
        ("CR seul entre deux objets", Array("{\"id\":1}\r{\"id\":2}\r".utf8), "json-syntaxe 1"),
        ("tableau au lieu d’objets", Array("[{\"id\":\"R1\"},".utf8), "racine 1"),
        ("tout autre fichier", Array("root:x:0:0:root:/root:/bin/bash\n".utf8), "json-syntaxe 1"),
        ("vide", [], "json-syntaxe 1"),
        (
            "dix mille objets emboîtés", repeated("{\"a\":", 10_000) + Array("1".utf8) + repeated("}", 10_000),
            "limite-dépassée 1"
        ),
        (
            "un million de chiffres", Array("{\"n\":".utf8) + repeated("9", 1_000_000) + Array("}".utf8),
            "limite-dépassée 1"
        ),
        (
            "texte de deux millions d’octets", Array("{\"id\":\"".utf8) + repeated("a", 2_000_000) + Array("\"}".utf8),
            "limite-dépassée 1"
        ),
        (
            "accents empilés", Array("{\"a\":\"e".utf8) + repeated("\u{301}\u{327}", 900_000) + Array("\"}".utf8),
            "limite-dépassée 1"
        ),
        ("trop d’octets", repeated("[", Limits.fileBytes + 1), "limite-dépassée 1"),
        ("que des accolades", repeated("{", 4_000_000), "json-syntaxe 1"),
    ]

    private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
        Array(repeatElement(Array(text.utf8), count: count).joined())
    }

    @Test("is refused for its own reason at its own line, or read", arguments: rows.map(\.name))
    func judged(_ name: String) throws {
        let row = try #require(Self.rows.first { $0.name == name })
        let reading = Reading(row.bytes, root: .caseObject)
        let first = reading.problems.first
        let said = first.map { "\($0.code.rawValue) \(reading.library.position(of: $0.range).line)" } ?? ""
        #expect(said == row.expected)
        #expect((reading.root == nil) == !row.expected.isEmpty)
        #expect(reading.printed.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 400 })
        #expect(!reading.printed.unicodeScalars.contains("\u{1B}"))
    }
}
