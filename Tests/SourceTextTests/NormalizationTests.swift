import SourceText
import Testing

/// Strings are compared by their scalars: for Swift, `é` and `e` with an accent are equal.
private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

@Suite("Normal form C and width")
struct NormalizationTests {
    @Test(
        "samples of UAX #15",
        arguments: [
            ("", ""), ("déjà", "déjà"), ("e\u{301}", "\u{E9}"), ("E\u{300}a\u{302}", "\u{C8}\u{E2}"),
            ("c\u{327}", "\u{E7}"),
            // Marks in canonical order, composed past one another.
            ("a\u{301}\u{327}", "\u{E1}\u{327}"), ("a\u{327}\u{301}", "\u{E1}\u{327}"),
            ("d\u{307}\u{323}", "\u{1E0D}\u{307}"),
            ("\u{1E0B}\u{323}", "\u{1E0D}\u{307}"), ("o\u{302}\u{301}", "\u{1ED1}"), ("\u{301}a", "\u{301}a"),
            // Hangul syllables.
            ("\u{1100}\u{1161}", "\u{AC00}"), ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"),
            ("\u{AC00}\u{11A8}", "\u{AC01}"),
            ("\u{1112}\u{1175}\u{11C2}", "\u{D7A3}"), ("\u{AC01}\u{11A8}", "\u{AC01}\u{11A8}"),
            // Singletons and composition exclusions.
            ("\u{2126}", "\u{3A9}"), ("\u{212B}", "\u{C5}"), ("\u{2000}", "\u{2002}"), ("\u{1F71}", "\u{3AC}"),
            ("\u{958}", "\u{915}\u{93C}"), ("\u{FB33}", "\u{5D3}\u{5BC}"), ("\u{340}", "\u{300}"),
            // Compatibility characters stay: NFC is not NFKC.
            ("\u{FB01}", "\u{FB01}"), ("\u{B2}", "\u{B2}"), ("１", "１"), ("\u{A0}\u{202F}’…–", "\u{A0}\u{202F}’…–"),
            ("👩🏽‍⚖️", "👩🏽‍⚖️"), ("a\0b", "a\0b"), ("e\u{301}\0e\u{301}", "\u{E9}\0\u{E9}"),
        ])
    func samples(_ text: String, _ composed: String) {
        #expect(scalars(Normalization.nfc(text)) == scalars(composed))
        #expect(scalars(Normalization.nfc(composed)) == scalars(composed))
    }

    @Test("the quick way gives what the library gives")
    func quickWay() {
        // With an ideograph behind, a text takes the way through the library.
        for value in UInt32(1)..<0x3100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in [String(scalar), "a" + String(scalar), String(scalar) + "\u{301}"] {
                #expect(scalars(Normalization.nfc(text)) == scalars(Normalization.nfc(text + "中")).dropLast())
            }
        }
    }

    @Test("a long text composes in one pass")
    func long() {
        let text = String(repeating: "e\u{301}", count: 100_000)
        #expect(scalars(Normalization.nfc(text)) == Array(repeating: 0xE9, count: 100_000))
    }

    @Test(
        "columns of a terminal",
        arguments: [
            ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中文", 4), ("😀", 2), ("\u{A0}", 1), ("", 0), ("\u{200B}", 0),
            ("한", 2),
            ("ａ", 2),
        ])
    func width(_ text: String, _ columns: Int) {
        #expect(Normalization.width(of: text.unicodeScalars) == columns)
    }

    @Test(
        "the border: NFC, without space, tab, LF and CR at the ends",
        arguments: [
            ("  a b\t\r\n", "a b"), ("", ""), (" \t\r\n", ""), ("\u{A0}a\u{A0}", "\u{A0}a\u{A0}"),
            (" e\u{301} ", "\u{E9}"),
            ("a\u{2028}", "a\u{2028}"), ("\u{B}a", "\u{B}a"), (" \u{301}", "\u{301}"), ("a \u{301}", "a \u{301}"),
            ("x", "x"),
        ])
    func border(_ text: String, _ normalized: String) {
        #expect(scalars(BorderText.normalized(text)) == scalars(normalized))
    }
}

@Suite("How names are compared")
struct NameKeyTests {
    @Test(
        "one apostrophe",
        arguments: [
            ("l’an", "l'an"), ("l'an", "l'an"), ("n’est-ce pas qu’ici", "n'est-ce pas qu'ici"), ("été", "été"),
            ("", ""),
            ("‘a’", "‘a'"), ("«\u{A0}…\u{A0}»", "«\u{A0}…\u{A0}»"),
        ])
    func fold(_ name: String, _ folded: String) {
        #expect(scalars(NameKey.fold(name)) == scalars(folded))
        #expect(scalars(NameKey.fold(folded)) == scalars(folded))
    }

    @Test(
        "without accents and case",
        arguments: [
            ("Été", "ete"), ("DATE DE RÉCEPTION", "date de reception"), ("l’Œuvre", "l'œuvre"), ("", ""),
            ("Straße", "strasse"),
            ("ÇA", "ca"), ("Ångström", "angstrom"),
        ])
    func bare(_ name: String, _ bare: String) {
        #expect(scalars(NameKey.bare(name)) == scalars(bare))
    }
}
