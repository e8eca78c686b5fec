import PolicyValues
import RuleJSON
import SourceText
import Testing

@Suite("JSON that is accepted")
struct JSONReaderTests {
    static let accepted: [(text: String, canonical: String)] = [
        ("{}", "{}"),
        ("[]", "[]"),
        (" \t\r\n[ ] \n", "[]"),
        ("\u{FEFF}{\"a\":1}", #"{"a":1}"#),
        (#""texte""#, #""texte""#),
        ("3", "3"),
        ("-0", "0"),
        ("null", "null"),
        ("[true,false,null]", "[true,false,null]"),
        ("[0,-1,1.50,1e3,12E-1,1E+2,0e5,0.0001,-0.0]", "[0,-1,1.5,1000,1.2,100,0,0.0001,0]"),
        (#"{"b":{"a":[{}]},"a":[[],{}]}"#, #"{"a":[[],{}],"b":{"a":[{}]}}"#),
        (#"{"":1}"#, #"{"":1}"#),
        (#""\"\\\/\b\f\n\rx\t.""#, "\"\\\"\\\\/\\b\\f\\n\\rx\\t.\""),
        (#""\u00e9\u00E9\ud83d\ude00\uD83D\uDE00""#, "\"éé😀😀\""),
        (#""e\u0301""#, "\"é\""),
        ("\"e\u{301}\"", "\"é\""),
        (#""\u0065\u0301""#, "\"é\""),
        (#"" \t\r\n bord \n""#, #""bord""#),
        (#"{" clé ":1}"#, #"{"clé":1}"#),
        ("\"\u{A0}bord\u{A0}\"", "\"\u{A0}bord\u{A0}\""),
        ("\"a\u{2028}b\u{85}c\u{7F}\"", "\"a\u{2028}b\u{85}c\u{7F}\""),
        (#""\u0000\u001b[2J""#, #""\u0000\u001b[2J""#),
        (#""=HYPERLINK(\"http://x\")""#, #""=HYPERLINK(\"http://x\")""#),
        ("\"\u{FFFE}\u{10FFFF}\u{E000}\"", "\"\u{FFFE}\u{10FFFF}\u{E000}\""),
        (#"{"a":1,"A":2,"à":3}"#, #"{"A":2,"a":1,"à":3}"#),
        (#"["1","true","null",1,true,null]"#, #"["1","true","null",1,true,null]"#),
    ]

    @Test("is read as", arguments: accepted)
    func reads(_ row: (text: String, canonical: String)) throws {
        let reading = Reading(row.text)
        #expect(reading.printed == "")
        let root = try #require(reading.root)
        #expect(root.value.text(.canonical) == row.canonical)
    }

    @Test("numbers, booleans and nulls keep their own styles and spellings")
    func styles() throws {
        let root = try #require(Reading(#"["a",1.50,-0,1E+2,true,false,null]"#).root)
        let scalars = try #require(root.elements).compactMap(\.scalar)
        #expect(scalars.map(\.text) == ["a", "1.50", "-0", "1E+2", "true", "false", "null"])
        #expect(scalars.map(\.style) == [.quoted, .number, .number, .number, .boolean, .boolean, .null])
    }

    @Test("a place is the bytes of the value, quotes and brackets included")
    func places() throws {
        let reading = Reading("\u{FEFF} {\"é\" : [1 , \"😀\"], \"b\": true }\n")
        let root = try #require(reading.root)
        #expect(reading.underlined(root.range) == "{\"é\" : [1 , \"😀\"], \"b\": true }")
        let entries = try #require(root.entries)
        #expect(entries.map { reading.underlined($0.key.range) } == ["\"é\"", "\"b\""])
        #expect(entries.map { reading.underlined($0.value.range) } == ["[1 , \"😀\"]", "true"])
        let elements = try #require(entries.first?.value.elements)
        #expect(elements.map { reading.underlined($0.range) } == ["1", "\"😀\""])
    }

    @Test("collections are read to the limit of depth and no further")
    func depth() {
        let limit = Limits.depth
        #expect(Reading(nested(limit)).codes == [])
        #expect(Reading(nested(limit + 1)).codes == [.limitExceeded])
        #expect(Reading(String(repeating: "[", count: 100_000)).codes == [.limitExceeded])
        let objects = String(repeating: "{\"a\":", count: 10_000) + "1" + String(repeating: "}", count: 10_000)
        #expect(Reading(objects).codes == [.limitExceeded])
        #expect(Reading("[" + Array(repeating: "[]", count: 1000).joined(separator: ",") + "]").codes == [])
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test("texts, numbers, values and files have their limits")
    func sizes() {
        let longest = String(repeating: "a", count: Limits.scalarBytes)
        #expect(Reading("\"\(longest)\"").codes == [])
        #expect(Reading("\"a\(longest)\"").codes == [.limitExceeded])
        #expect(Reading("\"\\u0061\(longest)\"").codes == [.limitExceeded])
        let marks = String(repeating: "\\u0301", count: 31)
        #expect(Reading("\"e\(marks.dropLast(6))\"").codes == [])
        #expect(Reading("\"e\(marks)\"").codes == [.limitExceeded])
        let digits = String(repeating: "1", count: 1000)
        #expect(Reading("[\(digits)]").codes == [])
        #expect(Reading("[1\(digits)]").codes == [.limitExceeded])
        #expect(Reading("[\(String(repeating: "9", count: 1_000_000))]").codes == [.limitExceeded])
        let million = Array(repeating: "1", count: Limits.nodes - 1).joined(separator: ",")
        #expect(Reading("[\(million)]").codes == [])
        #expect(Reading("[1,\(million)]").codes == [.limitExceeded])
        #expect(Reading([UInt8](repeating: 0x20, count: Limits.fileBytes + 1)).codes == [.limitExceeded])
    }

    @Test(
        "an object of many keys finds a repeated one, before and after the table is made",
        arguments: [2, 12, 13, 14, 5000])
    func manyKeys(_ count: Int) throws {
        let keys = (0..<count).map { "\"k\($0)\":\($0)" }
        let good = try #require(Reading("{\(keys.joined(separator: ","))}").root)
        #expect(good.entries?.count == count)
        for repeated in [0, count / 2, count - 1] {
            let reading = Reading("{\((keys + ["\"k\(repeated)\":0"]).joined(separator: ","))}")
            #expect(reading.codes == [.duplicateKey])
            #expect(reading.problems.first?.notes.first?.range.map(reading.underlined) == "\"k\(repeated)\"")
        }
    }

    @Test("a case is an object")
    func rootShape() {
        #expect(Reading(#"{"faits":{}}"#, root: .caseObject).codes == [])
        for text in ["[]", "[{}]", "3", "null", "true", "\"a\""] {
            #expect(Reading(text).codes == [])
            #expect(Reading(text, root: .caseObject).codes == [.rootShape], "\(text)")
            #expect(Reading(text, extent: .line, root: .caseObject).codes == [.rootShape], "\(text)")
        }
        #expect(Reading(#"[{"id":"R1"},"#, extent: .line, root: .caseObject).codes == [.rootShape])
    }

    @Test("never a trap: every prefix, and every change of a byte, of a text that holds everything")
    func damaged() {
        let text = Array(#" {"clé":[1.5e-3,"é\n\ud83d\ude00",true,null,{"a":[]}], "b":-0 }"#.utf8)
        for count in 0..<text.count - 1 {
            #expect(Reading(Array(text[..<count])).root == nil, "\(count)")
        }
        var accepted = 0
        for index in text.indices {
            for byte: UInt8 in 0...255 {
                var changed = text
                changed[index] = byte
                let reading = Reading(changed)
                #expect((reading.root == nil) == !reading.problems.isEmpty)
                accepted += reading.root == nil ? 0 : 1
            }
        }
        #expect(accepted > text.count && accepted < text.count * 256)
    }
}
