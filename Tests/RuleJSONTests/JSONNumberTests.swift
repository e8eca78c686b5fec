import PolicyValues
import RuleJSON
import Testing

@Suite("JSON numbers as exact decimals")
struct JSONNumberTests {
    static let held: [(spelling: String, value: String)] = [
        ("0", "0"), ("-0", "0"), ("-0.000e-999999999999999999999", "0"), ("0e99999999999999999999", "0"),
        ("1", "1"), ("-12.5", "-12.5"), ("1e3", "1000"), ("1E+3", "1000"), ("1.50", "1.5"), ("12E-1", "1.2"),
        ("0.0001", "0.0001"), ("1e-4", "0.0001"), ("10000e-8", "0.0001"), ("1.00000000000000000000", "1"),
        ("0.00000000000000000001e20", "1"), ("100000000000000000000e-20", "1"),
        ("899999999999999.9999", "899999999999999.9999"),
        ("-899999999999999.9999", "-899999999999999.9999"), ("8.999999999999999999e14", "899999999999999.9999"),
        ("1e14", "100000000000000"), ("900719925474.0993", "900719925474.0993"),
    ]

    @Test("any notation whose exact value fits", arguments: held)
    func fits(_ row: (spelling: String, value: String)) throws {
        #expect(try JSONNumber.decimal(of: row.spelling).get().description == row.value)
    }

    @Test(
        "and those whose value does not",
        arguments: [
            ("1e-400", .tooPrecise), ("0.00001", .tooPrecise), ("1.23456", .tooPrecise), ("1e-5", .tooPrecise),
            ("1e-99999999999999999999999", .tooPrecise), ("900000000000000", .outOfRange),
            ("-900000000000000", .outOfRange), ("9e14", .outOfRange), ("1e400", .outOfRange), ("1e15", .outOfRange),
            ("1e99999999999999999999999", .outOfRange), ("9999999999999999999", .outOfRange),
            ("999999999999999.9999", .outOfRange), ("922337203685477.5808", .outOfRange),
            ("9007199254740993", .outOfRange), ("012", .notation), ("1.", .notation), (".5", .notation),
            ("+1", .notation), ("", .notation), ("-", .notation), ("1e", .notation), ("1 ", .notation),
            ("1,5", .notation),
            ("Infinity", .notation), ("0x1", .notation), ("١", .notation),
        ] as [(String, JSONNumber.Problem)])
    func doesNotFit(_ spelling: String, _ problem: JSONNumber.Problem) {
        #expect(JSONNumber.decimal(of: spelling) == .failure(problem))
    }

    @Test("a million digits or exponents take no time to speak of")
    func huge() {
        let digits = String(repeating: "9", count: 1_000_000)
        #expect(JSONNumber.decimal(of: digits) == .failure(.outOfRange))
        #expect(JSONNumber.decimal(of: "1e-" + digits) == .failure(.tooPrecise))
        #expect(JSONNumber.decimal(of: "0." + String(repeating: "0", count: 1_000_000) + "1") == .failure(.tooPrecise))
        #expect(JSONNumber.decimal(of: "1." + String(repeating: "0", count: 1_000_000)) == .success(.one))
    }

    @Test("every spelling of a random decimal gives it back")
    func randomSpellings() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let digits = Int64.random(in: 1...19, using: &random)
            let bound = (0..<digits).reduce(Int64(1)) { power, _ in power > ExactDecimal.bound / 10 ? power : power * 10
            }
            let value = try #require(ExactDecimal(tenThousandths: .random(in: -bound + 1..<bound, using: &random)))
            let whole = String(value.tenThousandths)
            let zeros = Int.random(in: 0...30, using: &random)
            let padded = whole + (value == .zero ? "" : String(repeating: "0", count: zeros)) + "E-\(zeros + 4)"
            let spellings = [value.description, value.description + "e0", whole + "e-4", padded]
            for spelling in spellings {
                #expect(JSONNumber.decimal(of: spelling) == .success(value), "\(spelling)")
            }
        }
    }

    @Test(
        "which decimals a double holds",
        arguments: [
            ("0", true), ("0.1", true), ("123456789012345", true), ("12345678901.2345", true),
            ("899999999999999.9", true), ("899999999999999.99", false), ("899999999999999.9999", false),
            ("899999999999999.75", false), ("450359962737049.5", true), ("99999999999999.9999", false),
            ("0.0001", true), ("-0.0001", true), ("9007199254740.993", false),
            ("9007199254740.992", true), ("8999999999999.9999", false), ("123456789012.3456", true),
        ])
    func doubles(_ spelling: String, _ isHeld: Bool) throws {
        #expect(JSONNumber.isHeldByDouble(try ExactDecimal.parse(spelling).get()) == isHeld)
    }
}

extension ExactDecimal {
    static let one = ExactDecimal(whole: 1) ?? .zero
}
