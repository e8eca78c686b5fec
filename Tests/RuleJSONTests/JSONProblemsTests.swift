import RuleJSON
import SourceText
import Testing

@Suite("JSON that is refused")
struct JSONProblemsTests {
    /// A text with the place that is pointed at between ⟦ ⟧, and what is said about it.
    struct Row: CustomTestStringConvertible, Sendable {
        let marked: String
        let code: DiagnosticCode
        let message: String
        let corrected: String?
        var testDescription: String { marked }

        init(_ marked: String, _ message: String, code: DiagnosticCode = .jsonSyntax, corrected: String? = nil) {
            self.marked = marked
            self.code = code
            self.message = message
            self.corrected = corrected
        }
    }

    static let structure = [
        Row("⟦⟧", "le fichier est vide; un objet « { … } » était attendu"),
        Row("⟦⟧ \n ", "le fichier est vide; un objet « { … } » était attendu"),
        Row(#"{"a":[1,2⟦⟧"# + "\n\n", "fin de fichier inattendue : il manque « ] »"),
        Row(#"{⟦⟧"#, "fin de fichier inattendue : il manque « } »"),
        Row(#"[⟦⟧"#, "fin de fichier inattendue : il manque « ] »"),
        Row(#"[1,⟦⟧"#, "fin de fichier inattendue : il manque « ] »"),
        Row(#"{"a"⟦⟧"#, "fin de fichier inattendue : il manque « : »"),
        Row(#"{"a":⟦⟧"#, "fin de fichier inattendue : il manque une valeur"),
        Row(#"{"a":1⟦⟧"#, "fin de fichier inattendue : il manque « } »"),
        Row(#"{"a":"texte⟦⟧"#, "fin de fichier inattendue : il manque « \" »"),
        Row(#"{"a":"texte\⟦⟧"#, "fin de fichier inattendue : il manque « \" »"),
        Row(#"{"a":1}⟦{⟧"a":2}"#, "rien ne peut suivre la fin de l’objet, mais « { » se trouve ici"),
        Row(#"{"a":1} ⟦x⟧"#, "rien ne peut suivre la fin de l’objet, mais « x » se trouve ici"),
        Row(#"[]⟦]⟧"#, "rien ne peut suivre la fin de la liste, mais « ] » se trouve ici"),
        Row(#"{"a":1⟦]⟧"#, "il manque « , » ou « } » avant « ] »"),
        Row(#"{"a":1 ⟦"⟧b":2}"#, "il manque « , » ou « } » avant « \" »"),
        Row(#"[1 ⟦2⟧]"#, "il manque « , » ou « ] » avant « 2 »"),
        Row(#"[1⟦:⟧2]"#, "il manque « , » ou « ] » avant « : »"),
        Row(#"{"a"⟦=⟧1}"#, "il manque « : » entre la clé « a » et « = »"),
        Row(#"{"a"⟦}⟧"#, "il manque « : » entre la clé « a » et « } »"),
        Row(#"{"a":1⟦,⟧}"#, "virgule de trop avant « } »", corrected: #"{"a":1}"#),
        Row("[1⟦,⟧\n]", "virgule de trop avant « ] »", corrected: "[1\n]"),
        Row(#"[1,⟦,⟧2]"#, "virgule de trop : aucune valeur ne la précède"),
        Row(#"[⟦,⟧1]"#, "virgule de trop : aucune valeur ne la précède"),
        Row(#"{"a":⟦}⟧"#, "une valeur était attendue avant « } »"),
        Row(#"[⟦:⟧]"#, "une valeur était attendue avant « : »"),
        Row(#"[⟦@⟧]"#, "« @ » ne commence aucune valeur JSON"),
        Row("[⟦\0⟧]", "le caractère U+0000 ne commence aucune valeur JSON"),
        Row("[1,⟦\u{A0}2⟧]", "«  2 » n’est pas une valeur JSON", corrected: "[1,\"\u{A0}2\"]"),
        Row(#"{"a":1 ⟦/*⟧ x */}"#, "un commentaire n’est pas permis en JSON"),
        Row("⟦//⟧ x\n{}", "un commentaire n’est pas permis en JSON"),
        Row("{}\n⟦# ⟧x", "un commentaire n’est pas permis en JSON"),
        Row("[⟦/⟧1]", "« / » ne commence aucune valeur JSON"),
    ]

    static let keys = [
        Row(#"{⟦a⟧:1}"#, "la clé « a » doit être entre guillemets droits", corrected: #"{"a":1}"#),
        Row(
            #"{⟦'a'⟧:1}"#, "un texte JSON se met entre guillemets droits, pas entre apostrophes", corrected: #"{"a":1}"#
        ),
        Row(#"{⟦1⟧:1}"#, "une clé entre guillemets droits était attendue, mais « 1 » se trouve ici"),
        Row(#"{⟦,⟧}"#, "une clé entre guillemets droits était attendue, mais « , » se trouve ici"),
        Row(#"{"n":1,⟦5⟧}"#, "une clé entre guillemets droits était attendue après la virgule"),
        Row(#"{"âge":1,⟦"âge"⟧:2}"#, "la clé « âge » est écrite deux fois dans le même objet", code: .duplicateKey),
        Row(
            #"{"age":1,⟦"\u0061ge"⟧:2}"#,
            "la clé « age » est écrite deux fois dans le même objet", code: .duplicateKey),
        Row(#"{"é":1,⟦"e\u0301"⟧:2}"#, "la clé « é » est écrite deux fois dans le même objet", code: .duplicateKey),
        Row(#"{"l'an":1,⟦"l’an"⟧:2}"#, "la clé « l’an » est écrite deux fois dans le même objet", code: .duplicateKey),
        Row(#"{"a":1,⟦" a\n"⟧:2}"#, "la clé « a » est écrite deux fois dans le même objet", code: .duplicateKey),
    ]

    static let values = [
        Row(#"[⟦True⟧]"#, "« True » n’est pas une valeur JSON", corrected: "[true]"),
        Row(#"[⟦FALSE⟧]"#, "« FALSE » n’est pas une valeur JSON", corrected: "[false]"),
        Row(#"[⟦None⟧]"#, "« None » n’est pas une valeur JSON", corrected: "[null]"),
        Row(#"[⟦oui⟧]"#, "« oui » n’est pas une valeur JSON", corrected: #"["oui"]"#),
        Row(#"[⟦NaN⟧]"#, "« NaN » n’est pas une valeur JSON"),
        Row(#"[⟦Infinity⟧]"#, "« Infinity » n’est pas une valeur JSON"),
        Row(#"[⟦truee⟧]"#, "« truee » n’est pas une valeur JSON", corrected: #"["truee"]"#),
        Row(#"[⟦-Infinity⟧]"#, "« -Infinity » n’est pas un nombre JSON"),
        Row(#"[⟦012⟧]"#, "« 012 » n’est pas un nombre JSON", corrected: "[12]"),
        Row(#"[⟦-00.5⟧]"#, "« -00.5 » n’est pas un nombre JSON", corrected: "[-0.5]"),
        Row(#"[⟦1.⟧]"#, "« 1. » n’est pas un nombre JSON", corrected: "[1]"),
        Row(#"[⟦.5⟧]"#, "« .5 » n’est pas un nombre JSON", corrected: "[0.5]"),
        Row(#"[⟦+1⟧]"#, "« +1 » n’est pas un nombre JSON", corrected: "[1]"),
        Row(#"[⟦1_000⟧]"#, "« 1_000 » n’est pas un nombre JSON", corrected: "[1000]"),
        Row("[⟦1\u{A0}000⟧]", "« 1 000 » n’est pas un nombre JSON", corrected: "[1000]"),
        Row(#"[⟦-⟧]"#, "« - » n’est pas un nombre JSON"),
        Row(#"[⟦1e⟧]"#, "« 1e » n’est pas un nombre JSON"),
        Row(#"[⟦1e+⟧]"#, "« 1e+ » n’est pas un nombre JSON"),
        Row(#"[⟦1.e5⟧]"#, "« 1.e5 » n’est pas un nombre JSON"),
        Row(#"[⟦0x1F⟧]"#, "« 0x1F » n’est pas un nombre JSON"),
        Row(#"[⟦--1⟧]"#, "« --1 » n’est pas un nombre JSON"),
        Row(#"[⟦1.2.3⟧]"#, "« 1.2.3 » n’est pas un nombre JSON"),
        Row(#"[⟦2024-03-04⟧]"#, "« 2024-03-04 » n’est pas un nombre JSON"),
        Row("[⟦'a'⟧]", "un texte JSON se met entre guillemets droits, pas entre apostrophes", corrected: #"["a"]"#),
        Row("[⟦'⟧a]", "un texte JSON se met entre guillemets droits, pas entre apostrophes"),
        Row("[⟦“⟧a”]", "un texte JSON se met entre guillemets droits « \" »"),
        Row("[⟦«⟧ a »]", "un texte JSON se met entre guillemets droits « \" »"),
        Row(#"["⟦\x⟧41"]"#, "« \\x » n’est pas un échappement JSON"),
        Row(#"["⟦\é⟧"]"#, "« \\é » n’est pas un échappement JSON"),
        Row("[\"\\⟦\n⟧\"]", "un saut de ligne ne peut pas figurer directement dans un texte JSON"),
        Row(#"["⟦\u12⟧"]"#, "l’échappement « \\u » demande quatre chiffres hexadécimaux"),
        Row(#"["⟦\u⟧+123"]"#, "l’échappement « \\u » demande quatre chiffres hexadécimaux"),
        Row(#"["⟦\udc00⟧"]"#, "cet échappement n’est que la moitié d’un caractère"),
        Row(#"["⟦\ud800⟧"]"#, "cet échappement n’est que la moitié d’un caractère"),
        Row(#"["⟦\ud800⟧\n"]"#, "cet échappement n’est que la moitié d’un caractère"),
        Row(#"["⟦\ud800⟧\u0041"]"#, "cet échappement n’est que la moitié d’un caractère"),
        Row("[\"x⟦\n⟧y\"]", "un saut de ligne ne peut pas figurer directement dans un texte JSON"),
        Row("[\"x⟦\r⟧y\"]", "un retour de chariot ne peut pas figurer directement dans un texte JSON"),
        Row("[\"x⟦\t⟧y\"]", "une tabulation ne peut pas figurer directement dans un texte JSON"),
        Row("[\"x⟦\0⟧y\"]", "le caractère de commande U+0000 ne peut pas figurer directement dans un texte JSON"),
        Row("[\"⟦\u{1B}⟧[2J\"]", "le caractère de commande U+001B ne peut pas figurer directement dans un texte JSON"),
    ]

    @Test("points at the place and says what is wrong", arguments: structure + keys + values)
    func refused(_ row: Row) throws {
        let text = row.marked.replacing("⟦", with: "").replacing("⟧", with: "")
        let reading = Reading(text)
        #expect(reading.root == nil)
        try #require(reading.problems.count == 1, "\(reading.printed)")
        let problem = reading.problems[0]
        #expect(problem.code == row.code)
        #expect(problem.message.replacing("\u{A0}", with: " ") == row.message.replacing("\u{A0}", with: " "))
        let parts = row.marked.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(Int(problem.range.start) == parts[0].utf8.count)
        let inside = parts[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(reading.underlined(problem.range) == String(inside[0]))
        #expect(problem.fix.map(reading.applying) == row.corrected)
        if let corrected = row.corrected { #expect(Reading(corrected).codes == []) }
    }
}

@Suite("JSON problems as they are printed")
struct JSONPrintingTests {
    @Test("all mistakes of a text that can still be read, in order")
    func several() {
        let text = """
            {
              'nom': "Requête",
              "faits": {
                "recours existant": None,
                "âge": 012,
                "\\u00e2ge": 12,
              }
            }
            """
        #expect(
            Reading(text).printed == """
                cas.json:2:3: erreur[json-syntaxe]: un texte JSON se met entre guillemets droits, pas entre apostrophes
                 2 |   'nom': "Requête",
                   |   ^^^^^
                  aide·: écrivez «·"nom"·»
                cas.json:4:25: erreur[json-syntaxe]: «·None·» n’est pas une valeur JSON
                 4 |     "recours existant": None,
                   |                         ^^^^
                  aide·: écrivez «·null·»
                cas.json:5:12: erreur[json-syntaxe]: «·012·» n’est pas un nombre JSON
                 5 |     "âge": 012,
                   |            ^^^
                  aide·: écrivez «·12·»
                cas.json:6:5: erreur[clé-en-double]: la clé «·âge·» est écrite deux fois dans le même objet
                 6 |     "\\u00e2ge": 12,
                   |     ^^^^^^^^^^
                  note·: cas.json:5:5: première fois ici
                 5 |     "âge": 012,
                   |     ^^^^^
                  aide·: les deux écritures se valent·: les échappements, les accents et les apostrophes sont unifiés
                cas.json:6:19: erreur[json-syntaxe]: virgule de trop avant «·}·»
                 6 |     "\\u00e2ge": 12,
                   |                   ^
                  aide·: supprimez-la

                """)
    }

    @Test("a truncated text, a list for a case, two objects")
    func shapes() {
        #expect(
            Reading("{\"a\":[1,2\n").printed == """
                cas.json:1:10: erreur[json-syntaxe]: fin de fichier inattendue·: il manque «·]·»
                 1 | {"a":[1,2
                   |          ^
                  note·: cas.json:1:6: ouvert ici
                 1 | {"a":[1,2
                   |      ^
                  aide·: le fichier semble tronqué

                """)
        #expect(
            Reading("[{\"id\":1},", extent: .line, root: .caseObject).printed == """
                cas.json:1:1: erreur[racine]: un objet «·{ … }·» était attendu, mais la ligne contient une liste
                 1 | [{"id":1},
                   | ^
                  aide·: mettez un objet par ligne, sans crochets autour ni virgule entre les objets

                """)
        #expect(
            Reading("{}{}", extent: .line).printed == """
                cas.json:1:3: erreur[json-syntaxe]: rien ne peut suivre la fin de l’objet, mais «·{·» se trouve ici
                 1 | {}{}
                   |   ^
                  note·: cas.json:1:1: commence ici
                 1 | {}{}
                   | ^
                  aide·: mettez chaque objet sur sa propre ligne

                """)
    }

    @Test(
        "bytes that are not UTF-8",
        arguments: [
            ([0xFF], 1, "l’octet 0xFF ne forme pas un caractère UTF-8"),
            ([0xE9], 1, "l’octet 0xE9 ne forme pas un caractère UTF-8"),
            ([0xED, 0xA0, 0x80], 1, "l’octet 0xED ne forme pas un caractère UTF-8"),
            ([0xC0, 0x80], 1, "l’octet 0xC0 ne forme pas un caractère UTF-8"),
        ] as [([UInt8], Int, String)])
    func encoding(_ bytes: [UInt8], _ count: Int, _ message: String) throws {
        let reading = Reading(Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8))
        #expect(reading.codes == Array(repeating: .encoding, count: count))
        #expect(reading.problems.first?.message == message)
        #expect(reading.problems.first?.range.start == 6)
    }

    @Test("UTF-16, with and without its mark")
    func utf16() {
        #expect(Reading([0xFF, 0xFE, 0x7B, 0, 0x7D, 0]).codes == [.encoding])
        #expect(Reading([0x7B, 0, 0x7D, 0]).codes == [.encoding])
        #expect(Reading([0, 0x7B, 0, 0x7D]).codes == [.encoding])
    }

    @Test("at most so many mistakes are looked for")
    func many() {
        let reading = Reading("[" + Array(repeating: "None", count: 100_000).joined(separator: ",") + "]")
        #expect(reading.problems.count == Limits.shownDiagnostics + 1)
    }
}
