import Foundation
import Testing

@Suite("French of the messages")
struct TypographyTests {
    private static let literals = SwiftLiterals.all(below: "Sources")

    /// Words of the language and keys of JSON, which are typed on a keyboard.
    private static let typed: Set<String> = ["n'est pas", "date d'évaluation", "aujourd'hui"]

    @Test("has no-break spaces inside « »")
    func guillemets() {
        #expect(!Self.literals.isEmpty)
        #expect(Self.faults { $0.contains("« ") || $0.contains(" »") } == [])
    }

    @Test("has typographic apostrophes")
    func apostrophes() {
        let faults = Self.faults { text in
            !Self.typed.contains(text) && Self.isFrench(text) && text.firstMatch(of: /\p{L}'\p{L}/) != nil
        }
        #expect(faults == [])
    }

    @Test("has a no-break space before a colon and none before other signs")
    func signs() {
        let faults = Self.faults(in: "Problems.swift") { text in
            // Quotations and what stands between braces are spelled as files are.
            let prose = text.replacing(/«[^»]*»|\{[^}]*\}|"[^"]*"/, with: "◦")
            return prose.firstMatch(of: #/\p{L}: /#) != nil || prose.firstMatch(of: #/[ \u{A0}][?!;]/#) != nil
        }
        #expect(faults == [])
    }

    @Test("has no word of the trade")
    func plainWords() {
        let words = /(?i)\b(scalaire|mapping|parseur|parser|nœud|booléen|séquence|token|chaîne de caractères|valide)\b/
        let faults = Self.faults(in: "Problems.swift") { text in
            !SwiftLiteral.isLibraryMessage(text) && text.firstMatch(of: words) != nil
        }
        #expect(faults == [])
    }

    /// The literals that are wrong, each with its place.
    private static func faults(in suffix: String = ".swift", _ isWrong: (String) -> Bool) -> [String] {
        literals.filter { $0.file.hasSuffix(suffix) && isWrong($0.text) }.map { "\($0.file):\($0.line): \($0.text)" }
    }

    /// A sentence of ours and not one of a library, or a word of code.
    private static func isFrench(_ text: String) -> Bool {
        text.contains(" ") && text.unicodeScalars.contains { !$0.isASCII && $0 != "◦" }
    }
}
