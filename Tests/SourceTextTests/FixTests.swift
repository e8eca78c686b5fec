import SourceText
import Testing

@Suite("What is written for other programs") struct FixTests {
    @Test(
        "a correction keeps the quotes that stand there, and takes them where it needs them",
        arguments: [
            ("mot", "autre", "autre"), ("mot", "l’autre fois", "l’autre fois"), ("mot", "-1", "-1"),
            ("mot", "- 1", "\"- 1\""), ("mot", "-", "\"-\""), ("mot", "", "\"\""), ("mot", "un: deux", "\"un: deux\""),
            ("mot", "un #deux", "\"un #deux\""), ("mot", "fin:", "\"fin:\""), ("mot", "a, b", "\"a, b\""),
            ("mot", "a [b", "\"a [b\""), ("mot", "\u{200B}a", "\"\u{200B}a\""), ("mot", "c:\\d \"e\"", "c:\\d \"e\""),
            ("\"mot\"", "c:\\d \"e\"", "\"c:\\\\d \\\"e\\\"\""), ("'mot'", "l'autre", "'l''autre'"),
        ])
    func correction(_ found: String, _ replacement: String, _ spelled: String) {
        var library = SourceLibrary()
        let file = library.add(path: "r.yaml", bytes: Array(found.utf8))
        let range = SourceRange(file: file, start: 0, end: UInt32(found.utf8.count))
        #expect(Diagnostic.Fix(replace: range, with: replacement).spelled(in: library) == spelled)
    }

    @Test("a command to a runner is one line, whatever it says") func workflowCommand() {
        let line = WorkflowCommand.line(
            "error", [("file", "a,b:c\n.yaml"), ("line", "3")], message: "50 %\r\nfin: a, b")
        #expect(line == "::error file=a%2Cb%3Ac\(Visible.text("\n")).yaml,line=3::50 %25%0D%0Afin: a, b\n")
    }
}
