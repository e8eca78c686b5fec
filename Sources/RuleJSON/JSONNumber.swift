package import PolicyValues

/// JSON numbers (RFC 8259, section 6) as exact decimals, whatever their notation: `1e3`, `1.50`, `12E-1`.
package enum JSONNumber {
    /// Why a number is not a `nombre` of the language.
    package enum Problem: Error, Hashable, Sendable {
        /// Not a JSON number.
        case notation
        /// More than 4 fractional digits.
        case tooPrecise
        /// |x| ≥ 9×10¹⁴.
        case outOfRange
    }

    /// How many characters a number is spelled with at most: fifty times what a value needs.
    static let longestSpelling = 1000

    /// The exact value of a spelling.
    ///
    /// - Complexity: linear in the spelling, however large the exponent.
    package static func decimal(of spelling: String) -> Result<ExactDecimal, Problem> {
        guard let parts = Parts(Array(spelling.utf8)[...]) else { return .failure(.notation) }
        // The value is `digits` × 10 to the power `scale`, without zeros at either end.
        var digits = (parts.whole + parts.fraction).drop { $0 == zero }
        var scale = parts.exponent - parts.fraction.count
        while digits.last == zero {
            digits.removeLast()
            scale += 1
        }
        if digits.isEmpty { return .success(.zero) }
        let greatest = 15
        guard digits.count + scale <= greatest else { return .failure(.outOfRange) }
        guard scale >= -ExactDecimal.fractionDigits else { return .failure(.tooPrecise) }
        var value: UInt64 = 0
        for digit in digits + repeatElement(zero, count: scale + ExactDecimal.fractionDigits) {
            value = value * 10 + UInt64(digit - zero)  // at most 19 digits: below 2⁶⁴
        }
        let signed = Int64(exactly: value).flatMap { ExactDecimal(tenThousandths: parts.isNegative ? -$0 : $0) }
        return signed.map { .success($0) } ?? .failure(.outOfRange)
    }

    /// Whether a reader that keeps numbers as doubles, as most do, gets the decimal back: the shortest spelling of the
    /// nearest double is that decimal. The one place where a binary number is looked at; no value ever is one.
    package static func isHeldByDouble(_ value: ExactDecimal) -> Bool {
        let spelling = value.description
        let always = 15  // any decimal of so many digits survives (IEEE 754, DBL_DIG)
        if spelling.utf8.count(where: \.isDigit) <= always { return true }
        guard let nearest = Double(spelling) else { return false }
        return decimal(of: nearest.description) == .success(value)
    }

    /// The number that a wrong spelling most likely means: `012` → `12`, `1.` → `1`, `.5` → `0.5`, `+1` → `1`.
    static func corrected(_ token: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: token, as: UTF8.self)
        var spelled = String(text.unicodeScalars.filter { !["_", "\u{A0}", "\u{202F}"].contains($0) })
        if spelled.hasPrefix("+") { spelled.removeFirst() }
        let sign = spelled.hasPrefix("-") ? "-" : ""
        spelled.removeFirst(sign.count)
        if spelled.hasSuffix(".") { spelled.removeLast() }
        while spelled.hasPrefix("0"), spelled.dropFirst().first?.isASCIIDigit == true { spelled.removeFirst() }
        if spelled.hasPrefix(".") { spelled = "0" + spelled }
        spelled = sign + spelled
        return Parts(Array(spelled.utf8)[...]) == nil ? nil : spelled
    }

    private static let zero = UInt8(ascii: "0")

    /// A spelling taken apart by the grammar of RFC 8259.
    struct Parts {
        let isNegative: Bool
        let whole: ArraySlice<UInt8>
        let fraction: ArraySlice<UInt8>
        /// Held between ±10⁹, far beyond what decides.
        let exponent: Int

        /// Nil when the bytes are not a JSON number.
        init?(_ bytes: ArraySlice<UInt8>) {
            var rest = bytes
            isNegative = rest.first == .minus
            if isNegative { rest.removeFirst() }
            whole = rest.prefix(while: \.isDigit)
            guard let first = whole.first, first != zero || whole.count == 1 else { return nil }
            rest = rest.dropFirst(whole.count)
            if rest.first == .dot {
                fraction = rest.dropFirst().prefix(while: \.isDigit)
                guard !fraction.isEmpty else { return nil }
                rest = rest.dropFirst(1 + fraction.count)
            } else {
                fraction = []
            }
            guard let power = Self.exponent(rest) else { return nil }
            exponent = power
        }

        private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
            guard let mark = bytes.first else { return 0 }
            guard mark | 0x20 == UInt8(ascii: "e") else { return nil }
            var digits = bytes.dropFirst()
            let sign = digits.first
            if sign == .minus || sign == .plus { digits.removeFirst() }
            guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
            let magnitude = digits.reduce(0) { min($0 * 10 + Int($1 - zero), 1_000_000_000) }
            return sign == .minus ? -magnitude : magnitude
        }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { asciiValue?.isDigit ?? false }
}
