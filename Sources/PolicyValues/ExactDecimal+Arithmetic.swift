extension ExactDecimal {
    /// The exact sum, or nil when it leaves the range. Only the final result counts.
    package static func sum(_ terms: [ExactDecimal]) -> ExactDecimal? {
        narrowed(terms.reduce(Int128(0)) { $0 + Int128($1.tenThousandths) })
    }

    /// The exact difference, or nil when it leaves the range.
    package static func difference(_ a: ExactDecimal, _ b: ExactDecimal) -> ExactDecimal? {
        narrowed(Int128(a.tenThousandths) - Int128(b.tenThousandths))
    }

    /// The exact product, or nil when 4 fractional digits or the range cannot hold it. Only the final result counts:
    /// intermediate products have as many digits as they need.
    ///
    /// - Complexity: quadratic in the number of factors.
    package static func product(_ factors: [ExactDecimal]) -> ExactDecimal? {
        if factors.contains(.zero) { return .zero }
        var magnitude = Magnitude(1)
        for factor in factors { magnitude.multiply(by: factor.tenThousandths.magnitude) }
        for _ in factors.dropFirst() {
            guard magnitude.divide(by: 10_000) == 0 else { return nil }
        }
        guard let small = magnitude.small, small < UInt64(bound) else { return nil }
        let negative = !factors.filter { $0.tenThousandths < 0 }.count.isMultiple(of: 2)
        return ExactDecimal(tenThousandths: negative ? -Int64(small) : Int64(small))
    }

    private static func narrowed(_ value: Int128) -> ExactDecimal? {
        Int64(exactly: value).flatMap(ExactDecimal.init(tenThousandths:))
    }
}

/// A natural number of any size, for the digits between the factors and the result of a product.
private struct Magnitude {
    /// Base 2⁶⁴, least significant first.
    private var limbs: [UInt64]

    init(_ value: UInt64) { limbs = [value] }

    mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let (high, low) = limbs[index].multipliedFullWidth(by: factor)
            let (sum, overflow) = low.addingReportingOverflow(carry)
            limbs[index] = sum
            carry = high + (overflow ? 1 : 0)
        }
        if carry > 0 { limbs.append(carry) }
    }

    /// Divides in place and gives the remainder.
    mutating func divide(by divisor: UInt64) -> UInt64 {
        var remainder: UInt64 = 0
        for index in limbs.indices.reversed() {
            (limbs[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
        }
        while limbs.count > 1, limbs.last == 0 { limbs.removeLast() }
        return remainder
    }

    /// The value when one limb holds it.
    var small: UInt64? { limbs.count == 1 ? limbs.first : nil }
}
