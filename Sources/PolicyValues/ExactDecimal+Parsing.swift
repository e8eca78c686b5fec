extension ExactDecimal {
    /// Why a text is not a `nombre`.
    package enum ParsingProblem: Error, Hashable, Sendable {
        /// Not `-?digits(.digits)?`; the corrected spelling where one is evident.
        case notation(corrected: String?)
        /// More than 4 fractional digits.
        case tooPrecise
        /// |x| ≥ 9×10¹⁴.
        case outOfRange
    }

    /// Reads `-?digits(.digits)?`, ASCII digits only: no sign `+`, exponent, separator, space or comma.
    package static func parse(_ text: String) -> Result<ExactDecimal, ParsingProblem> {
        let bytes = Array(text.utf8)
        guard let parts = split(bytes) else { return .failure(.notation(corrected: corrected(text))) }
        guard parts.fraction.count <= fractionDigits else { return .failure(.tooPrecise) }
        let padding = [UInt8](repeating: UInt8(ascii: "0"), count: fractionDigits - parts.fraction.count)
        var scaled: Int64 = 0
        for digit in Array(parts.whole) + parts.fraction + padding {
            let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
            if overflow || carry { return .failure(.outOfRange) }
            scaled = sum
        }
        guard let value = ExactDecimal(tenThousandths: parts.negative ? -scaled : scaled) else {
            return .failure(.outOfRange)
        }
        return .success(value)
    }

    /// Whether the text reads as a number, as names must not.
    package static func reads(_ text: String) -> Bool { split(Array(text.utf8)) != nil }

    private static func split(_ bytes: [UInt8]) -> (
        negative: Bool, whole: ArraySlice<UInt8>, fraction: ArraySlice<UInt8>
    )? {
        let negative = bytes.first == UInt8(ascii: "-")
        let digits = bytes.dropFirst(negative ? 1 : 0)
        let point = digits.firstIndex(of: UInt8(ascii: "."))
        let whole = digits[..<(point ?? digits.endIndex)]
        let fraction = point.map { digits[($0 + 1)...] } ?? []
        guard !whole.isEmpty, point == nil || !fraction.isEmpty else { return nil }
        guard (whole + fraction).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return (negative, whole, fraction)
    }

    /// What a reader most likely meant: `3,5` → `3.5`, `20 000` → `20000`, `+1` → `1`, `1_000` → `1000`.
    private static func corrected(_ text: String) -> String? {
        var spelled = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{202F}", "\u{2009}", "_": continue
            case ",": spelled += "."
            case "\u{2212}": spelled += "-"
            case "\u{FF10}"..."\u{FF19}": spelled += String(scalar.value - 0xFF10)
            case "\u{660}"..."\u{669}": spelled += String(scalar.value - 0x660)
            default: spelled.unicodeScalars.append(scalar)
            }
        }
        if spelled.hasPrefix("+") { spelled.removeFirst() }
        if spelled.hasSuffix(".") { spelled.removeLast() }
        if spelled.hasPrefix(".") { spelled = "0" + spelled }
        return spelled != text && split(Array(spelled.utf8)) != nil ? spelled : nil
    }
}
