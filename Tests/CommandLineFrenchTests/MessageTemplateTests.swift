import Testing

@testable import CommandLineFrench

@Suite struct MessageTemplateTests {
    @Test(
        arguments: [
            ("Unknown option '{option}'", "Unknown option '--x'", ["option": "--x"]),
            ("{count} arguments: '{values}'", "2 arguments: 'a', 'b'", ["count": "2", "values": "a', 'b"]),
            ("The '{value}' is wrong{reason}", "The 'l'un' is wrong: why", ["value": "l'un", "reason": ": why"]),
            ("all", "all", [:]),
            ("{all}", "", ["all": ""]),
        ])
    func matches(template: String, text: String, holes: [String: String]) {
        let template = MessageTemplate(template)
        #expect(template.match(text) == holes)
        #expect(template.filled(with: holes) == text)
    }

    @Test(arguments: [
        ("Unknown option '{option}'", "Unknown option '--x'."),
        ("Unknown option '{option}'", "An Unknown option '--x'"),
        ("all", "all of it"),
        ("'{first}' and '{last}'", "'a' or 'b'"),
    ])
    func otherMessagesDoNotMatch(template: String, text: String) {
        #expect(MessageTemplate(template).match(text) == nil)
    }
}

@Suite struct LineWrappingTests {
    @Test func breaksAtSpacesOnly() {
        #expect(LineWrapping.lines(of: "un deux trois", columns: 8, indent: 2) == ["un deux", "  trois"])
        #expect(LineWrapping.lines(of: "un «\u{A0}deux\u{A0}»", columns: 8, indent: 0) == ["un", "«\u{A0}deux\u{A0}»"])
        #expect(LineWrapping.lines(of: "un deux", columns: 7, indent: 0) == ["un deux"])
        #expect(LineWrapping.lines(of: "anticonstitutionnel", columns: 5, indent: 2) == ["anticonstitutionnel"])
    }

    @Test func keepsBracketsTogether() {
        let line = "essai [--date <date>] [--cas <cas>]"
        #expect(
            LineWrapping.lines(of: line, columns: 24, indent: 6, keepsBracketsTogether: true)
                == ["essai [--date <date>]", "      [--cas <cas>]"])
    }
}
