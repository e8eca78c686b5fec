import PolicyValues
import Testing

@Suite("French formats")
struct FrenchFormatTests {
    @Test(
        "numbers: a comma, groups of three, a minus sign",
        arguments: [
            ("0", "0"), ("1", "1"), ("999", "999"), ("1000", "1·000"), ("1234.5", "1·234,5"), ("-1234.5", "−1·234,5"),
            ("-0.0001", "−0,0001"), ("12345", "12·345"), ("123456", "123·456"), ("1234567", "1·234·567"),
            ("899999999999999.9999", "899·999·999·999·999,9999"), ("0.1234", "0,1234"),
        ])
    func numbers(_ spelling: String, _ shown: String) throws {
        let value = try ExactDecimal.parse(spelling).get()
        #expect(FrenchFormat.number(value) == shown.replacing("·", with: "\u{A0}"))
    }

    @Test("numbers with their unit")
    func units() throws {
        let value = try ExactDecimal.parse("1234.5").get()
        #expect(FrenchFormat.number(value, unit: "jours") == "1\u{A0}234,5\u{A0}jours")
        #expect(FrenchFormat.number(value, unit: nil) == "1\u{A0}234,5")
    }

    @Test(
        "dates: the first of a month is « 1er »",
        arguments: [
            ("2024-03-04", "le 4\u{A0}mars 2024"), ("2024-03-01", "le 1er\u{A0}mars 2024"),
            ("2024-08-31", "le 31\u{A0}août 2024"), ("0001-01-11", "le 11\u{A0}janvier 1"),
            ("9999-12-31", "le 31\u{A0}décembre 9999"), ("2024-02-29", "le 29\u{A0}février 2024"),
        ])
    func dates(_ iso: String, _ shown: String) throws {
        let date = try #require(CivilDate(iso: iso))
        #expect(FrenchFormat.date(date) == shown)
        #expect("le " + FrenchFormat.bareDate(date) == shown)
    }

    @Test("every month has its name")
    func months() throws {
        let names = try (1...12).map { month in
            FrenchFormat.bareDate(try #require(CivilDate(year: 2024, month: month, day: 2)))
        }
        #expect(
            names.map { $0.replacing("2\u{A0}", with: "").replacing(" 2024", with: "") } == [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                "novembre", "décembre",
            ])
    }

    @Test(
        "lists",
        arguments: [
            ([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c"),
        ])
    func lists(_ items: [String], _ shown: String) {
        #expect(FrenchFormat.list(items) == shown)
        #expect(FrenchFormat.list(items, "ou") == shown.replacing(" et ", with: " ou "))
    }
}
