import SourceText
import Testing

@Suite("Printed diagnostics")
struct DiagnosticPrinterTests {
    /// Prints one problem of the text between ⟦ and ⟧, with `·` for the no-break space.
    private func printed(
        _ marked: String, level: Diagnostic.Level = .error, message: String = "message", notes: [String] = [],
        help: String? = nil, colored: Bool = false
    ) -> String {
        let parts = marked.components(separatedBy: ["⟦", "⟧"])
        var library = SourceLibrary()
        let file = library.add(path: "Rules/a.yaml", bytes: Array(parts.joined().utf8))
        let range = SourceRange(file: file, at: parts[0].utf8.count, length: parts[1].utf8.count)
        let diagnostic = Diagnostic(
            .unknownKey, level: level, message, at: range, notes: notes.map { .init($0) }, help: help)
        return DiagnosticPrinter(library, colored: colored).print(diagnostic).replacing("\u{A0}", with: "·")
    }

    @Test("the place, the line, the span; notes and help")
    func whole() {
        #expect(
            printed(
                "faits:\n  âge:\n    ⟦qestion⟧: Quel âge?\n", message: "clé «\u{A0}qestion\u{A0}» inconnue",
                notes: ["remarque"], help: "aide")
                    == """
                    Rules/a.yaml:3:5: erreur[clé-inconnue]: clé «·qestion·» inconnue
                     3 |     qestion: Quel âge?
                       |     ^^^^^^^
                      note·: remarque
                      aide·: aide

                    """)
        #expect(
            printed("a: ⟦b⟧", level: .warning) == """
                Rules/a.yaml:1:4: avertissement[clé-inconnue]: message
                 1 | a: b
                   |    ^

                """)
    }

    /// The line and the underline only.
    private func excerpt(_ marked: String) -> String {
        printed(marked).split(separator: "\n").dropFirst().joined(separator: "\n")
    }

    @Test(
        "columns are those of the screen",
        arguments: [
            ("é: ⟦à⟧", " 1 | é: à\n   |    ^"), ("e\u{301}: ⟦x⟧", " 1 | e\u{301}: x\n   |    ^"),
            ("日本: ⟦語⟧!", " 1 | 日本: 語!\n   |       ^^"), ("\t\t⟦x⟧", " 1 |   x\n   |   ^"),
            ("😀⟦ab⟧", " 1 | 😀ab\n   |   ^^"),
            ("a: x⟦⟧", " 1 | a: x\n   |     ^"), ("\u{FEFF}⟦a⟧: b", " 1 | a: b\n   | ^"),
            ("a⟦b\r\nc⟧d", " 1 | ab\n   |  ^"),
            ("a\u{1B}[2J⟦b⟧", " 1 | a\\u{1B}[2Jb\n   |           ^"),
            ("⟦a\u{202E}b⟧", " 1 | a\\u{202E}b\n   | ^^^^^^^^^^"),
            ("\n\n\n\n\n\n\n\n\n⟦x⟧", " 10 | x\n    | ^"), ("a\n⟦⟧", " 2 | \n   | ^"),
        ])
    func screen(_ marked: String, _ shown: String) {
        #expect(excerpt(marked) == shown)
    }

    @Test("long lines are cut around the span, never wider than a screen")
    func long() {
        let filler = String(repeating: "x", count: 500)
        for marked in [
            "\(filler)⟦abc⟧\(filler)", "⟦\(filler)⟧", "\(filler)⟦\(filler)⟧\(filler)", "⟦a⟧\(filler)", "\(filler)⟦a⟧",
            "\(filler)⟦⟧",
        ] {
            let lines = printed(marked).split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= 110 }, "\(marked.prefix(8))")
            let marks = lines[2].filter { $0 == "^" }.count
            let width = marked.components(separatedBy: ["⟦", "⟧"])[1].count
            #expect(marks == max(1, min(100, width)))
        }
        #expect(
            excerpt("\(filler)⟦abc⟧\(filler)")
                == " 1 | …\(filler.prefix(96))abc…\n   | \(String(repeating: " ", count: 97))^^^")
        #expect(excerpt("⟦\(filler)⟧").contains("x…\n"))
        #expect(excerpt("⟦abc⟧\(filler)") == " 1 | abc\(filler.prefix(97))…\n   | ^^^")
    }

    @Test("a line of megabytes, or of nothing but marks, is not looked through")
    func endless() {
        for filler in ["日", "\u{301}\u{327}", "\u{1B}", "\t"] {
            var library = SourceLibrary()
            let long = Array(repeatElement(Array(filler.utf8), count: 500_000).joined())
            let file = library.add(path: "a", bytes: long + [0x78] + long)
            for range in [
                SourceRange(file: file, at: long.count, length: 1), SourceRange(file: file, at: 0, length: long.count),
            ] {
                #expect(DiagnosticPrinter(library).print(Diagnostic(.unknownKey, "m", at: range)).utf8.count < 2000)
            }
        }
    }

    @Test("a file without text has no excerpt")
    func empty() {
        #expect(printed("⟦⟧") == "Rules/a.yaml:1:1: erreur[clé-inconnue]: message\n")
    }

    @Test("colour only where asked for")
    func colored() {
        #expect(
            printed("⟦a⟧", colored: true)
                == "Rules/a.yaml:1:1: \u{1B}[1;31merreur\u{1B}[0m[clé-inconnue]: message\n 1 | a\n   | \u{1B}[1;31m^\u{1B}[0m\n"
        )
    }

    @Test("a related place is printed with its line; what a path or message hides is shown")
    func related() {
        var library = SourceLibrary()
        let first = library.add(path: "a\u{1B}.yaml", bytes: Array("x: 1\n".utf8))
        let second = library.add(path: "b.yaml", bytes: Array("\nx: 2\n".utf8))
        let note = Diagnostic.Note("première fois ici", at: SourceRange(file: first, at: 0, length: 1))
        let diagnostic = Diagnostic(
            .duplicateName, "deux\u{1B}fois", at: SourceRange(file: second, at: 1, length: 1), notes: [note],
            help: "ai\u{7}de")
        #expect(
            DiagnosticPrinter(library).print(diagnostic).replacing("\u{A0}", with: "·") == """
                b.yaml:2:1: erreur[nom-en-double]: deux\\u{1B}fois
                 2 | x: 2
                   | ^
                  note·: a\\u{1B}.yaml:1:1: première fois ici
                 1 | x: 1
                   | ^
                  aide·: ai\\u{7}de

                """)
    }

    @Test(
        "all of a run: in order, each once, at most a hundred and the count of the rest",
        arguments: [
            (1, ""), (100, ""), (101, "… et 1 autre\n"), (250, "… et 150 autres\n"),
        ])
    func run(_ count: Int, _ rest: String) {
        var library = SourceLibrary()
        let file = library.add(path: "a", bytes: [])
        var bag = DiagnosticBag()
        for _ in 0..<2 {
            for number in (0..<count).reversed() {
                bag.report(Diagnostic(.unknownKey, "m", at: SourceRange(file: file, at: number, length: 0)))
            }
        }
        let text = DiagnosticPrinter(library).print(bag)
        #expect(text.split(separator: "\n").count == min(count, 100) + (rest.isEmpty ? 0 : 1))
        #expect(text.hasSuffix(rest))
        #expect(bag.sorted.map(\.range.start) == (0..<UInt32(count)).map { $0 })
    }

    @Test("order: file, start, end, code; warnings alone are no errors")
    func order() {
        var bag = DiagnosticBag()
        #expect(!bag.hasErrors)
        func report(_ file: UInt32, _ start: UInt32, _ end: UInt32, _ code: DiagnosticCode, _ level: Diagnostic.Level) {
            let range = SourceRange(file: FileID(index: file), start: start, end: end)
            bag.report(Diagnostic(code, level: level, "\(file) \(start) \(end) \(code.rawValue)", at: range))
        }
        report(1, 0, 0, .cycle, .warning)
        report(0, 5, 6, .unknownKey, .warning)
        #expect(!bag.hasErrors)
        report(0, 5, 6, .cycle, .error)
        report(0, 5, 5, .unknownName, .error)
        report(0, 4, 9, .unknownName, .error)
        #expect(bag.hasErrors)
        #expect(
            bag.sorted.map(\.message) == [
                "0 4 9 nom-inconnu", "0 5 5 nom-inconnu", "0 5 6 clé-inconnue", "0 5 6 cycle", "1 0 0 cycle",
            ])
    }

    @Test("codes are stable names, each its own")
    func codes() {
        let names = DiagnosticCode.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { name in name.allSatisfy { $0.isLowercase || $0 == "-" } })
    }
}

@Suite("Text made safe to show")
struct VisibleTests {
    @Test(
        "what is hidden is spelled out",
        arguments: [
            ("été « a » 😀", "été « a » 😀"), ("\u{1B}[31m", "\\u{1B}[31m"), ("a\nb\tc\r", "a\\u{A}b\\u{9}c\\u{D}"),
            ("\u{200B}\u{202E}\u{2066}\u{FEFF}\u{AD}", "\\u{200B}\\u{202E}\\u{2066}\\u{FEFF}\\u{AD}"),
            ("\0\u{9B}", "\\u{0}\\u{9B}"),
            ("\u{E0041}", "\\u{E0041}"), ("", ""),
        ])
    func text(_ text: String, _ shown: String) {
        #expect(Visible.text(text) == shown)
    }

    @Test("quotes: in guillemets with no-break spaces, cut to a length")
    func quotes() {
        #expect(quoted("a\u{1B}") == "«\u{A0}a\\u{1B}\u{A0}»")
        #expect(quoted(String(repeating: "é", count: 60)) == "«\u{A0}\(String(repeating: "é", count: 60))\u{A0}»")
        #expect(quoted(String(repeating: "é", count: 61)) == "«\u{A0}\(String(repeating: "é", count: 59))…\u{A0}»")
        #expect(quotedList([]) == "" && quotedList(["a"]) == quoted("a"))
        #expect(quotedList(["a", "b", "c"]) == "\(quoted("a")), \(quoted("b")) ou \(quoted("c"))")
        #expect(quotedList(["a", "b"], "et") == "\(quoted("a")) et \(quoted("b"))")
    }

    @Test(
        "code points have four digits or more",
        arguments: [
            ("\0", "U+0000"), ("é", "U+00E9"), ("\u{202F}", "U+202F"), ("😀", "U+1F600"),
        ] as [(Unicode.Scalar, String)])
    func codePoints(_ scalar: Unicode.Scalar, _ name: String) {
        #expect(Visible.codePoint(scalar) == name)
    }

    @Test("every forbidden character is hidden too")
    func agreement() {
        for value in UInt32(0)...0x10_FFFF {
            guard let scalar = Unicode.Scalar(value), TextChecks.isForbidden(scalar) else { continue }
            if !Visible.isHidden(scalar) { Issue.record("U+\(String(value, radix: 16))") }
        }
    }
}

extension String {
    /// The parts between the separators; at least one.
    func components(separatedBy separators: Set<Character>) -> [String] {
        split(omittingEmptySubsequences: false, whereSeparator: separators.contains).map(String.init)
    }
}
