import SourceText
import Testing

@Suite("Vouliez-vous dire …?")
struct SpellingTests {
    static let keys = [
        "question", "type", "valeurs", "unité", "énoncé", "énoncé contraire", "par défaut", "applicable si",
    ]

    @Test(
        "the nearest word, accents, case and apostrophes first",
        arguments: [
            ("enonce", "énoncé"), ("ÉNONCÉ", "énoncé"), ("enoncé contraire", "énoncé contraire"),
            ("enonce-contraire", "énoncé contraire"),
            ("Unite", "unité"), ("questoin", "question"), ("quesion", "question"), ("questionn", "question"),
            ("valeur", "valeurs"), ("tpye", "type"), ("par default", "par défaut"), ("applicablesi", "applicable si"),
            ("zzz", nil), ("recevabilité", nil), ("", nil),
        ] as [(String, String?)])
    func nearest(_ word: String, _ found: String?) {
        #expect(Spelling.nearest(to: word, among: Self.keys) == found)
    }

    @Test("of words as near, the first by name; none when there is none")
    func ties() {
        #expect(Spelling.nearest(to: "bat", among: ["rat", "cat", "mat"]) == "cat")
        #expect(Spelling.nearest(to: "bat", among: ["mat", "rat", "cat"]) == "cat")
        #expect(Spelling.nearest(to: "bat", among: []) == nil)
        #expect(
            Spelling.nearest(to: "date de récéption", among: ["date de réponse", "date de réception"])
                == "date de réception")
    }

    @Test(
        "a distance counts insertions, deletions, substitutions and swaps up to a third of the word",
        arguments: [
            ("abcdefghi", "abcdefghi", true), ("abcdefghi", "abcdefghixyz", true),
            ("abcdefghi", "abcdefghiwxyz", false),
            ("abcdefghi", "bacdfegih", true), ("abcdefghi", "xyzdefghi", true), ("abcdefghi", "wxyzefghi", false),
            ("abc", "ab", true), ("abc", "a", false), ("ab", "ba", false), ("a", "b", false), ("a", "bc", false),
            ("recevable", "irrecevable", false), ("recevable", "xrecevable", true),
        ])
    func distance(_ word: String, _ candidate: String, _ isNear: Bool) {
        #expect((Spelling.nearest(to: word, among: [candidate]) != nil) == isNear)
    }

    @Test("long words among many do not take long")
    func long() {
        let word = String(repeating: "ab", count: 5000)
        let candidates = (0..<200).map { String(repeating: "cd", count: 4000 + $0) }
        #expect(Spelling.nearest(to: word, among: candidates) == nil)
    }

    @Test("a suggestion is help and correction; without one, what is allowed; a hidden character is shown")
    func suggestion() {
        let range = SourceRange(file: FileID(index: 0), start: 3, end: 7)
        func suggest(_ word: String, _ candidates: [String]) -> Diagnostic {
            Diagnostic(.unknownKey, "m", at: range).suggesting(Located(word, at: range), among: candidates)
        }
        let near = suggest("unite", Self.keys)
        #expect(near.help == "vouliez-vous dire «\u{A0}unité\u{A0}»?")
        #expect(near.fix == .init(replace: range, with: "unité"))
        let far = suggest("zzzz", ["a", "b"])
        #expect(far.help == "permis\u{A0}: a, b" && far.fix == nil && far.notes == [])
        #expect(suggest("zzzz", (0..<17).map { "mot numéro \($0)" }).help == nil)
        #expect(suggest("zzzz", []).help == nil)
        #expect(suggest("uni\u{A0}té", ["zzzz"]).notes.map(\.message) == ["le texte contient le caractère U+00A0"])
        #expect(suggest("uni\u{200B}té", ["zzzz"]).notes.map(\.message) == ["le texte contient le caractère U+200B"])
    }
}
