import PolicyValues

/// Whole numbers as decimal digits, reckoned as at school: slow, and independent of what it is compared with.
struct SlowDecimal: Equatable {
    /// Least significant first, without zeros at the end; empty for zero.
    private var digits: [Int]
    private var isNegative: Bool

    init(_ value: Int64) {
        digits = String(value).compactMap(\.wholeNumberValue).reversed()
        isNegative = value < 0
        trim()
    }

    private init(_ digits: [Int], _ isNegative: Bool) {
        self.digits = digits
        self.isNegative = isNegative
        trim()
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { isNegative = false }
    }

    /// The value, nil beyond 64 bits.
    var value: Int64? {
        Int64((isNegative ? "-" : "") + (digits.isEmpty ? "0" : digits.reversed().map(String.init).joined()))
    }

    static func + (left: SlowDecimal, right: SlowDecimal) -> SlowDecimal {
        if left.isNegative == right.isNegative {
            var sum: [Int] = []
            var carry = 0
            for place in 0..<max(left.digits.count, right.digits.count) + 1 {
                let column = left.digit(place) + right.digit(place) + carry
                sum.append(column % 10)
                carry = column / 10
            }
            return SlowDecimal(sum, left.isNegative)
        }
        let (larger, smaller) = left.isLarger(than: right) ? (left, right) : (right, left)
        var rest: [Int] = []
        var borrow = 0
        for place in 0..<larger.digits.count {
            let column = larger.digit(place) - smaller.digit(place) - borrow
            rest.append((column + 10) % 10)
            borrow = column < 0 ? 1 : 0
        }
        return SlowDecimal(rest, larger.isNegative)
    }

    static func * (left: SlowDecimal, right: SlowDecimal) -> SlowDecimal {
        var product = [Int](repeating: 0, count: left.digits.count + right.digits.count + 1)
        for (i, a) in left.digits.enumerated() {
            var carry = 0
            for j in 0..<right.digits.count + 1 {
                let column = product[i + j] + a * right.digit(j) + carry
                product[i + j] = column % 10
                carry = column / 10
            }
        }
        return SlowDecimal(product, left.isNegative != right.isNegative)
    }

    /// A tenth, nil when a digit would be lost.
    var tenth: SlowDecimal? {
        guard let first = digits.first else { return self }
        return first == 0 ? SlowDecimal(Array(digits.dropFirst()), isNegative) : nil
    }

    var negated: SlowDecimal { SlowDecimal(digits, !isNegative) }

    private func digit(_ place: Int) -> Int { place < digits.count ? digits[place] : 0 }

    private func isLarger(than other: SlowDecimal) -> Bool {
        if digits.count != other.digits.count { return digits.count > other.digits.count }
        return other.digits.reversed().lexicographicallyPrecedes(digits.reversed())
    }
}
