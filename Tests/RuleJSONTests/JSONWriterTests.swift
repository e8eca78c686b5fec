import PolicyValues
import RuleJSON
import Testing

@Suite("JSON as it is written")
struct JSONWriterTests {
    static let sample: JSONValue = .object([
        ("nom", .text("Requête de l’été")), ("vide", .list([])), ("rien", .object([])), ("nul", .null),
        ("liste", .list([.bool(true), .bool(false), .int(-3), .list([.text("a")])])),
        ("entrée", .object([("b", .int(1)), ("a", .int(2))])),
    ])

    @Test("with an entry a line")
    func pretty() {
        #expect(
            Self.sample.text(.pretty) == """
                {
                  "nom": "Requête de l’été",
                  "vide": [],
                  "rien": {},
                  "nul": null,
                  "liste": [
                    true,
                    false,
                    -3,
                    [
                      "a"
                    ]
                  ],
                  "entrée": {
                    "b": 1,
                    "a": 2
                  }
                }
                """)
    }

    @Test("on one line, and in canonical form")
    func compact() {
        #expect(
            Self.sample.text(.compact)
                == #"{"nom":"Requête de l’été","vide":[],"rien":{},"nul":null,"#
                + #""liste":[true,false,-3,["a"]],"entrée":{"b":1,"a":2}}"#
        )
        #expect(
            Self.sample.text(.canonical)
                == #"{"entrée":{"a":2,"b":1},"liste":[true,false,-3,["a"]],"#
                + #""nom":"Requête de l’été","nul":null,"rien":{},"vide":[]}"#
        )
    }

    @Test(
        "nothing raw reaches a terminal but what it shows",
        arguments: [
            ("\u{1B}[2J", #""\u001b[2J""#), ("\0", #""\u0000""#), ("\u{7F}\u{9B}", #""\u007f\u009b""#),
            ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#), ("\u{202E}x\u{2066}", #""\u202ex\u2066""#),
            ("\u{FEFF}\u{200B}\u{AD}", #""\ufeff\u200b\u00ad""#), ("\u{E0041}", #""\udb40\udc41""#),
            ("\"\\/\u{8}\u{C}\n\r\t", #""\"\\/\b\f\n\r\t""#), ("é😀\u{A0}\u{202F}", "\"é😀\u{A0}\u{202F}\""),
        ])
    func escapes(_ text: String, _ spelled: String) {
        #expect(JSONValue.text(text).text(.compact) == spelled)
        #expect(JSONValue.text(text).text(.pretty) == spelled)
        #expect(JSONValue.object([(text, .null)]).text(.compact) == "{\(spelled):null}")
    }

    @Test(
        "a number is a number where a double holds it, else a text",
        arguments: [
            ("0", "0"), ("-12.5", "-12.5"), ("0.0001", "0.0001"), ("899999999999999", "899999999999999"),
            ("899999999999999.9", "899999999999999.9"), ("899999999999999.9999", "\"899999999999999.9999\""),
        ])
    func numbers(_ spelling: String, _ written: String) throws {
        let value = JSONValue.number(try ExactDecimal.parse(spelling).get())
        for style in [JSONStyle.pretty, .compact, .canonical] { #expect(value.text(style) == written) }
    }

    @Test("whole numbers beyond 2⁵³ are texts")
    func integers() {
        #expect(JSONValue.int(1 << 53).text(.canonical) == "9007199254740992")
        #expect(JSONValue.int(-(1 << 53)).text(.canonical) == "-9007199254740992")
        #expect(JSONValue.int(1 << 53 + 1).text(.canonical) == "\"9007199254740993\"")
        #expect(JSONValue.int(.min).text(.canonical) == "\"-9223372036854775808\"")
    }

    @Test("RFC 8785, section 3.2.3: keys by UTF-16 code units")
    func keyOrder() {
        let keys = ["\u{20AC}", "\r", "\u{FB33}", "1", "\u{1F600}", "\u{80}", "\u{F6}"]
        let value = JSONValue.object(keys.map { ($0, .null) })
        #expect(
            value.text(.canonical)
                == "{\"\\r\":null,\"1\":null,\"\u{80}\":null,\"ö\":null,\"€\":null,\"😀\":null,\"\u{FB33}\":null}")
    }

    @Test("RFC 8785, section 3.2.2: the texts of its example")
    func canonicalText() {
        let text = "\u{20AC}$\u{0F}\nA'\u{42}\u{22}\u{5C}\u{5C}\u{22}/"
        #expect(JSONValue.text(text).text(.canonical) == #""€$\u000f\nA'B\"\\\\\"/""#)
        let literals = JSONValue.list([.null, .bool(true), .bool(false)])
        #expect(JSONValue.object([("literals", literals)]).text(.canonical) == #"{"literals":[null,true,false]}"#)
    }

    @Test("the order of keys is that of their UTF-16 code units, whatever the characters")
    func orderAgrees() {
        let scalars: [Unicode.Scalar] = [
            "a", "z", "\u{7F}", "\u{80}", "é", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFF}",
            "\u{10000}", "\u{1F600}", "\u{10FFFF}",
        ]
        let texts = [""] + scalars.flatMap { a in [String(a)] + scalars.map { String(a) + String($0) } }
        for left in texts {
            for right in texts {
                let expected = left.utf16.lexicographicallyPrecedes(right.utf16)
                #expect(CanonicalOrder.precedes(left, right) == expected, "\(left) \(right)")
            }
        }
    }

    @Test("what is written is read back, in every style")
    func roundTrip() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let value = JSONValue.random(depth: 4, using: &random)
            for style in [JSONStyle.pretty, .compact, .canonical] {
                let reading = Reading(value.bytes(style))
                let back = try #require(reading.root?.value, "\(reading.printed)")
                #expect(back.bytes(.canonical) == value.bytes(.canonical))
                if style != .canonical { #expect(back == value) }
            }
        }
    }
}

extension JSONValue {
    /// A value whose texts are trimmed and in NFC, as the reader gives them, and whose numbers a double holds.
    static func random(depth: Int, using random: inout some RandomNumberGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2:
            return ExactDecimal(tenThousandths: .random(in: -99_999_999...99_999_999, using: &random)).map {
                .number($0)
            } ?? .null
        case 3, 4: return .text(word(&random))
        case 5:
            return .list(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in .random(depth: depth - 1, using: &random) })
        default:
            let keys = Set((0..<Int.random(in: 0...14, using: &random)).map { _ in word(&random) })
            return .object(keys.map { ($0, .random(depth: depth - 1, using: &random)) })
        }
    }

    private static func word(_ random: inout some RandomNumberGenerator) -> String {
        let alphabet: [Character] = [
            "a", "é", "\u{A0}", "\"", "\\", "\u{1B}", "\0", "😀", "\u{2028}", "\u{202E}", "ö", "\u{FB01}", "€", "/",
        ]
        return "x"
            + String(
                (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })
            + "y"
    }
}
