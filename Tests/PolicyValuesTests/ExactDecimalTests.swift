import PolicyValues
import Testing

@Suite("Exact decimals")
struct ExactDecimalTests {
    @Test(
        "are read as the language writes them",
        arguments: [
            ("0", 0), ("-0", 0), ("-0.0", 0), ("1", 10_000), ("-1", -10_000), ("12.5", 125_000), ("012", 120_000),
            ("0.0001", 1), ("-0.0001", -1), ("1.50", 15_000), ("000000000000000000000000000001", 10_000),
            ("899999999999999.9999", 8_999_999_999_999_999_999), ("-899999999999999.9999", -8_999_999_999_999_999_999),
        ])
    func parses(_ text: String, _ value: Int64) throws {
        #expect(try ExactDecimal.parse(text).get().tenThousandths == value)
        #expect(ExactDecimal.reads(text))
    }

    @Test(
        "are refused with what was most likely meant",
        arguments: [
            ("3,5", "3.5"), ("+1", "1"), ("1_000", "1000"), ("20 000", "20000"), ("20\u{A0}000", "20000"),
            ("20\u{202F}000,5", "20000.5"), ("1.", "1"), (".5", "0.5"), ("\u{2212}5", "-5"), ("１２", "12"), ("٣", "3"),
            ("", nil), ("-", nil), (".", nil), ("1e3", nil), ("0x1", nil), ("1.2.3", nil), ("1.234,5", nil),
            ("--1", nil),
            ("abc", nil), ("Infinity", nil), ("NaN", nil), ("1 jour", nil), ("२", nil),
        ] as [(String, String?)])
    func refuses(_ text: String, _ corrected: String?) throws {
        #expect(ExactDecimal.parse(text) == .failure(.notation(corrected: corrected)))
        #expect(!ExactDecimal.reads(text))
        if let corrected { _ = try ExactDecimal.parse(corrected).get() }
    }

    @Test(
        "have at most 4 fractional digits and 9×10¹⁴ for a bound",
        arguments: [
            ("0.00001", .tooPrecise), ("1.00000", .tooPrecise), ("900000000000000", .outOfRange),
            ("-900000000000000", .outOfRange), ("900000000000000.0001", .outOfRange),
            ("99999999999999999999999999999999", .outOfRange), ("922337203685477.5807", .outOfRange),
            ("922337203685477.5808", .outOfRange), ("1844674407370955.1616", .outOfRange),
        ] as [(String, ExactDecimal.ParsingProblem)])
    func bounds(_ text: String, _ problem: ExactDecimal.ParsingProblem) {
        #expect(ExactDecimal.parse(text) == .failure(problem))
    }

    @Test("are made only within their bounds")
    func makers() {
        let most = ExactDecimal.bound
        #expect(ExactDecimal(tenThousandths: most) == nil)
        #expect(ExactDecimal(tenThousandths: -most) == nil)
        #expect(ExactDecimal(tenThousandths: .min) == nil)
        #expect(ExactDecimal(tenThousandths: .max) == nil)
        #expect(ExactDecimal(tenThousandths: most - 1) != nil)
        #expect(ExactDecimal(whole: .max) == nil)
        #expect(ExactDecimal(whole: .min) == nil)
        #expect(ExactDecimal(whole: 899_999_999_999_999)?.whole == 899_999_999_999_999)
        #expect(ExactDecimal(whole: 900_000_000_000_000) == nil)
        #expect(ExactDecimal(tenThousandths: 15_000)?.whole == nil)
        #expect(ExactDecimal(tenThousandths: -20_000)?.whole == -2)
    }

    @Test(
        "are spelled the shortest way, and read back",
        arguments: [
            (0, "0"), (1, "0.0001"), (-1, "-0.0001"), (10, "0.001"), (-10_500, "-1.05"), (125_000, "12.5"),
            (9999, "0.9999"),
            (8_999_999_999_999_999_999, "899999999999999.9999"),
        ] as [(Int64, String)])
    func spelled(_ value: Int64, _ text: String) throws {
        #expect(ExactDecimal(tenThousandths: value)?.description == text)
    }

    @Test("random ones are read back from their spelling and ordered as their values")
    func randomSpellings() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let (a, b) = (try Self.decimal(&random), try Self.decimal(&random))
            #expect(try ExactDecimal.parse(a.description).get() == a)
            #expect((a < b) == (a.tenThousandths < b.tenThousandths))
            #expect((a == b) == (a.description == b.description))
        }
    }

    /// A decimal of a random length, often with a short or no fraction.
    private static func decimal(_ random: inout SystemRandomNumberGenerator) throws -> ExactDecimal {
        let length = min(19, Int.random(in: 0...25, using: &random))
        let bound = (0..<length).reduce(Int64(1)) { power, _ in min(power, ExactDecimal.bound / 10) * 10 }
        let value = Int64.random(in: -bound + 1...bound - 1, using: &random)
        let step: Int64 = [1, 1, 10, 100, 1000, 10_000, 10_000, 5000].randomElement(using: &random) ?? 1
        return try #require(ExactDecimal(tenThousandths: value / step * step))
    }

    private static func held(_ slow: SlowDecimal?) -> ExactDecimal? {
        slow.flatMap(\.value).flatMap(ExactDecimal.init(tenThousandths:))
    }

    @Test("sums and differences are those of the digits, or nothing")
    func sums() throws {
        var random = SystemRandomNumberGenerator()
        var (kept, lost) = (0, 0)
        for _ in 0..<3000 {
            let terms = try (0..<Int.random(in: 0...6, using: &random)).map { _ in try Self.decimal(&random) }
            let slow = terms.reduce(SlowDecimal(0)) { $0 + SlowDecimal($1.tenThousandths) }
            let sum = ExactDecimal.sum(terms)
            #expect(sum == Self.held(slow), "\(terms.map(\.description))")
            (kept, lost) = sum == nil ? (kept, lost + 1) : (kept + 1, lost)
            let (a, b) = (try Self.decimal(&random), try Self.decimal(&random))
            let difference = SlowDecimal(a.tenThousandths) + SlowDecimal(b.tenThousandths).negated
            #expect(ExactDecimal.difference(a, b) == Self.held(difference), "\(a) \(b)")
        }
        #expect(kept > 500 && lost > 50)
    }

    @Test("products are those of the digits, or nothing")
    func products() throws {
        var random = SystemRandomNumberGenerator()
        var (kept, lost) = (0, 0)
        for _ in 0..<3000 {
            let factors = try (0..<Int.random(in: 1...5, using: &random)).map { _ in try Self.decimal(&random) }
            var slow: SlowDecimal? = factors.reduce(SlowDecimal(1)) { $0 * SlowDecimal($1.tenThousandths) }
            for _ in 0..<4 * (factors.count - 1) { slow = slow?.tenth }
            let product = ExactDecimal.product(factors)
            #expect(product == Self.held(slow), "\(factors.map(\.description))")
            (kept, lost) = product == nil ? (kept, lost + 1) : (kept + 1, lost)
        }
        #expect(kept > 500 && lost > 500)
    }

    @Test(
        "only the final result counts",
        arguments: [
            (["0.0001", "0.0001", "10000"], "0.0001"), (["0.5", "0.5", "0.5", "0.5"], "0.0625"),
            (["0.5", "0.5", "0.5", "0.5", "0.5"], nil), (["899999999999999", "10", "0.1"], "899999999999999"),
            (["899999999999999.9999", "-1"], "-899999999999999.9999"), (["899999999999999.9999", "1.0001"], nil),
            (["0", "899999999999999", "899999999999999"], "0"), (["-2", "-3", "-4"], "-24"), (["7"], "7"),
            // A digit is carried over on the way, in base 2⁶⁴.
            (
                ["9044400000000", "9525800000000", "9091100000000"] + Array(repeating: "0.0001", count: 6),
                "783245043436872"
            ),
        ] as [([String], String?)])
    func finalResult(_ factors: [String], _ product: String?) throws {
        let factors = try factors.map { try ExactDecimal.parse($0).get() }
        #expect(ExactDecimal.product(factors)?.description == product)
    }

    @Test("a sum may leave the range on the way")
    func sumOnTheWay() throws {
        let most = try ExactDecimal.parse("899999999999999.9999").get()
        let least = try ExactDecimal.parse("-899999999999999.9999").get()
        #expect(ExactDecimal.sum([most, most, least, least, .step]) == .step)
        #expect(ExactDecimal.step.description == "0.0001")
        #expect(ExactDecimal.sum([most, .step]) == nil)
        #expect(ExactDecimal.difference(least, .step) == nil)
        #expect(ExactDecimal.sum(Array(repeating: most, count: 10_000)) == nil)
    }
}
