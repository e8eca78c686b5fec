/// A `nombre`: an exact decimal with at most 4 fractional digits and |x| < 9×10¹⁴, kept as a whole number of
/// ten-thousandths. No binary rounding anywhere.
package struct ExactDecimal: Hashable, Comparable, Sendable {
    /// The value times 10⁴; its magnitude is below ``bound``.
    package let tenThousandths: Int64

    /// 9×10¹⁴ in ten-thousandths: values lie strictly between its negative and it.
    package static let bound: Int64 = 9_000_000_000_000_000_000
    /// How many fractional digits a value has at most.
    package static let fractionDigits = 4
    package static let zero = ExactDecimal(unchecked: 0)
    /// The smallest step between two values, 0.0001.
    package static let step = ExactDecimal(unchecked: 1)

    /// Nil outside the range.
    package init?(tenThousandths: Int64) {
        guard tenThousandths > -Self.bound, tenThousandths < Self.bound else { return nil }
        self.tenThousandths = tenThousandths
    }

    /// Nil outside the range.
    package init?(whole: Int) {
        let (scaled, overflow) = Int64(whole).multipliedReportingOverflow(by: 10_000)
        guard !overflow else { return nil }
        self.init(tenThousandths: scaled)
    }

    private init(unchecked: Int64) { tenThousandths = unchecked }

    package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        left.tenThousandths < right.tenThousandths
    }

    /// The value as a whole number, nil when it has a fraction.
    package var whole: Int? { tenThousandths % 10_000 == 0 ? Int(tenThousandths / 10_000) : nil }

    /// `-12.5`: the shortest spelling with a point, as the language and JSON write it.
    package var description: String { spelled(separator: ".") }

    /// The shortest spelling with the given decimal separator.
    package func spelled(separator: String) -> String {
        let magnitude = tenThousandths.magnitude
        var text = (tenThousandths < 0 ? "-" : "") + String(magnitude / 10_000)
        var fraction = magnitude % 10_000
        guard fraction != 0 else { return text }
        var digits = Self.fractionDigits
        while fraction % 10 == 0 {
            fraction /= 10
            digits -= 1
        }
        let shown = String(fraction)
        text += separator + String(repeating: "0", count: digits - shown.count) + shown
        return text
    }
}
