import RandomPolicies
import Sanitizers
import Testing

@Suite("Layout") struct LayoutTests {
    struct Sample: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let before: String
        let after: String

        init(_ name: String, _ before: String, _ after: String) {
            (testDescription, self.before, self.after) = (name, before, after)
        }
    }

    /// One character more than may stand before a colon on one line.
    private static let longKey = String(repeating: "é", count: 1_025)

    /// As wide as a line.
    private static let wideKey = String(repeating: "é", count: 120)

    /// With a digit before it as wide as a line that begins with `a: `.
    private static let wideText = String(repeating: "é", count: 110) + " fin !"

    static let samples = [
        Sample(
            "indentation and spaces",
            "règles:\n    r:\n        conclut:   {d:   a,  e: [ b ,c ]}\n        écarte:\n        - x\n        - y\n\n\n\n",
            "règles:\n  r:\n    conclut: { d: a, e: [b, c] }\n    écarte:\n      - x\n      - y\n"),
        Sample(
            "keys of a rule, in order",
            "règles:\n  r:\n    source: { extrait: e, document: d }\n    conclut: { b: x, a: y }\n    titre: T\n",
            "règles:\n  r:\n    titre: T\n    conclut: { b: x, a: y }\n    source: { document: d, extrait: e }\n"),
        Sample(
            "keys between comments stay",
            "règles:\n  r:\n    conclut: { d: a }\n    # La raison\n    titre: T\n",
            "règles:\n  r:\n    conclut: { d: a }\n    # La raison\n    titre: T\n"),
        Sample(
            "a comment at the end of a line follows its key",
            "règles:\n  r:\n    conclut: { d: a }   # l'issue\n    titre: T # le titre\n",
            "règles:\n  r:\n    titre: T # le titre\n    conclut: { d: a }   # l'issue\n"),
        Sample(
            "quotes",
            "faits:\n  'a':\n    question: \"Quoi?\"\n    type: 'texte'\n    unité: '12'\n    note: 'l''un: \"deux\"'\n    usage: 'un: deux'\n",
            "faits:\n  a:\n    question: Quoi?\n    type: texte\n    unité: \"12\"\n    usage: \"un: deux\"\n    note: 'l''un: \"deux\"'\n"
        ),
        Sample(
            "a number between apostrophes on two lines, with a sign to escape", "a: '2\n  3\\'\nb: '2\n  \"3\"'\n",
            "a: \"2 3\\\\\"\nb: \"2 \\\"3\\\"\"\n"),
        Sample(
            "a text that begins with a digit stays one", "a: >-\n  2\n  personnes\nb: '2 personnes'\nc: 2 personnes\n",
            "a: \"2 personnes\"\nb: \"2 personnes\"\nc: 2 personnes\n"),
        Sample(
            "a text that begins with a digit, as wide as a line but for its quotes", "a: '0\(wideText)'\n",
            "a: >-\n  0\(wideText)\n"),
        Sample(
            "a short text comes back on its line",
            "règles:\n  r:\n    conclut: { d: a }\n    motif: >-\n      Une raison\n      courte.\n    note: >\n      Avec : deux-points.\n",
            "règles:\n  r:\n    conclut: { d: a }\n    motif: Une raison courte.\n    note: \"Avec : deux-points.\"\n"),
        Sample(
            "paragraphs and lines stay",
            "règles:\n  r:\n    conclut: { d: a }\n    motif: >\n      Un.\n\n      Deux.\n    réponse: |\n      Un.\n      Deux.\n\n        Trois.\n",
            "règles:\n  r:\n    conclut: { d: a }\n    motif: >-\n      Un.\n\n      Deux.\n    réponse: |-\n      Un.\n      Deux.\n\n        Trois.\n"
        ),
        Sample(
            "comments everywhere",
            """
            # Tête

            faits: # les faits
              # avant a
              a: # voici a

                # avant type
                type: texte # un texte
                question: Q? # une question
                # fin de a
              # fin des faits
            # avant les règles
            règles:
              r:
                conclut: {
                  d: a, # première
                  # entre
                  e: b
                }
                motif: >- # le motif
                  Un motif.
            # fin
            """,
            """
            # Tête

            faits: # les faits
              # avant a
              a: # voici a

                # avant type
                type: texte # un texte
                question: Q? # une question
                # fin de a
              # fin des faits
            # avant les règles
            règles:
              r:
                conclut:
                  d: a # première
                  # entre
                  e: b
                motif: Un motif. # le motif
            # fin

            """),
        Sample(
            "lists of entries, of lists, and comments on dashes",
            "cas:\n-   nom: A\n    faits: {}\n- # le second\n  nom: B\n-\n  # la date\n  date: 2024-01-01\n  nom: C\n",
            "cas:\n  - nom: A\n    faits: {}\n  # le second\n  - nom: B\n  # la date\n  - nom: C\n    date: 2024-01-01\n"
        ),
        Sample("what says nothing", "nom: ~\nfaits:\n  a:\n  b: ''\n", "nom: ~\nfaits:\n  a:\n  b: \"\"\n"),
        Sample(
            "texts of several lines leave the braces and brackets",
            "règles:\n  r:\n    conclut: { d: a }\n    source: { document: d, extrait: \"Un.\\nDeux.\" }\n    écarte: [\"x\\ny\", z]\n",
            "règles:\n  r:\n    conclut: { d: a }\n    écarte:\n      - >-\n        x\n\n        y\n      - z\n    source:\n      document: d\n      extrait: >-\n        Un.\n\n        Deux.\n"
        ),
        Sample(
            "empty lines between paragraphs stay, however many",
            "nom: \"Un.\\n\\n\\nDeux.\"\nrécit: \"Un.\\n\\nDeux.\"\n",
            "nom: >-\n  Un.\n\n\n\n  Deux.\nrécit: >-\n  Un.\n\n\n  Deux.\n"),
        Sample(
            "what no one sees stays spelled", "nom: \"a\\u200Bb\"\nfaits: { \"a\\nb\": 1 }\n",
            "nom: \"a\\u200Bb\"\nfaits:\n  \"a\\nb\": 1\n"),
        Sample(
            "nothing between braces", "nom: A\nfaits: { a:  , b: [ ], c: }\n", "nom: A\nfaits: { a: , b: [], c: }\n"),
        Sample("comments after braces", "# un\n{ nom: A } # deux\n\n# trois\n", "# un\nnom: A # deux\n\n# trois\n"),
        Sample(
            "comments between braces that hold nothing else", "a: { # un\n}\nb:\n- [\n# deux\n]\n",
            "# un\na: {}\nb:\n  # deux\n  - []\n"),
        Sample("a key of two lines", "{x#\n\nb\\\"}\n", "\"x#\\nb\\\\\\\"\":\n"),
        Sample("a quoted key of two lines", "? \"x\n\n  b\"\n: 1\n", "\"x\\nb\": 1\n"),
        Sample(
            "a key too long to stand before its colon",
            "{ # un\n  ? \(longKey) : 1, # deux\n  ? \(longKey)é : [a], # trois\n  # quatre\n  \"\(longKey)\n  z\" }\n",
            "# un\n? \(longKey) # deux\n: 1\n? \(longKey)é # trois\n: [a]\n# quatre\n? \(longKey) z\n:\n"),
        Sample(
            "a key of the longest that stands before its colon", "? \(longKey.dropLast())\n: 1\n",
            "\(longKey.dropLast()): 1\n"),
        Sample(
            "what follows a long key",
            "a:\n- ? \(longKey) # un\n  : # deux\n    b: 1\n\n  # trois\n  ? \(longKey)é\n  : |- # quatre\n   c\n    d\n",
            "a:\n  - ? \(longKey) # un\n    :\n      # deux\n      b: 1\n\n    # trois\n    ? \(longKey)é # quatre\n    : |-\n"
                + "      c\n       d\n"),
        Sample(
            "keys that would begin or end a document", "{ --- a: --- b, ? ... c : d, ---: e }\n",
            "\"--- a\": \"--- b\"\n\"... c\": d\n---: e\n"),
        Sample(
            "nothing between brackets after a key that leaves no room",
            "\(wideKey): []\nfaits:\n  \(wideKey): { } # un\n",
            "\(wideKey): []\nfaits:\n  \(wideKey): {} # un\n"),
        Sample("a dash alone between braces", "{ a: -, b: {c: -} }\n", "a: \"-\"\nb: { c: \"-\" }\n"),
        Sample("comments alone", "  # un\n\n# deux\n", "# un\n# deux\n"),
        Sample(
            "Windows lines and a byte-order mark", "\u{FEFF}nom: A\r\ndate: 2024-01-01\r\n",
            "nom: A\ndate: 2024-01-01\n"),
        Sample(
            "a hole is not broken",
            "règles:\n  r:\n    conclut: { d: a }\n    motif: \(String(repeating: "mot ", count: 26)){{un nom en plusieurs mots}} fin\n",
            "règles:\n  r:\n    conclut: { d: a }\n    motif: >-\n      \(String(repeating: "mot ", count: 25))mot\n      {{un nom en plusieurs mots}} fin\n"
        ),
    ]

    @Test("is canonical", arguments: samples) func canonical(_ sample: Sample) {
        #expect(Formatting.format(sample.before) == sample.after)
        #expect(Formatting.format(sample.after) == sample.after)
    }

    @Test("takes a time that grows with the file, not with the square of a line") func longLine() {
        let line = "faits: { " + (0..<20_000).map { "k\($0): 1" }.joined(separator: ", ") + " }\n"
        var laidOut: String?
        let seconds = ProcessorTime.of { laidOut = Formatting.format(line) }
        #expect(laidOut?.utf8.count { $0 == 0x0A } == 20_001)
        #expect(seconds < Double(8 * Sanitizer.slowness))
    }

    @Test("leaves alone what cannot be read", arguments: ["a: [", "a: 1\na: 2\n", "a: &x 1\n", "- a\n", "a:\n\t- b\n"])
    func unreadable(_ text: String) { #expect(Formatting.format(text) == nil) }
}
