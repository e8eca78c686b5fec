import PolicyValues

/// The `calcul`s of section 5. An unknown operand makes the result unknown, and so does a result that a `nombre` or a
/// date cannot hold.
extension Machine {
    mutating func days(from start: Slot, to end: Slot) -> Int64? {
        guard let start = cells[start.position], let end = cells[end.position] else { return nil }
        return (end - start) * Self.scale
    }

    mutating func businessDays(from start: Slot, to end: Slot, _ calendar: Int) -> Int64? {
        guard let start = cells[start.position], let end = cells[end.position] else { return nil }
        return program.calendars[calendar].businessDays(from: Int(start), to: Int(end)).map { Int64($0) * Self.scale }
    }

    /// In civil days.
    mutating func dueDate(from start: Slot, delay: Slot) -> Int64? {
        guard let start = cells[start.position], let delay = wholeDays(delay) else { return nil }
        let day = start + Int64(delay)
        return day <= Int64(CivilDate.last.dayNumber) ? day : nil
    }

    /// In business days.
    mutating func dueDate(from start: Slot, delay: Slot, _ calendar: Int) -> Int64? {
        guard let start = cells[start.position], let delay = wholeDays(delay) else { return nil }
        return program.calendars[calendar].dueDate(from: Int(start), delay: delay).map { Int64($0) }
    }

    mutating func sum(_ terms: ListAddress) -> Int64? {
        var total = Int128(0)
        for place in program.elements(of: terms) {
            guard let term = cells[Int(program.pool[place])] else { return nil }
            total += Int128(term)
        }
        return narrowed(total)
    }

    mutating func difference(_ left: Slot, _ right: Slot) -> Int64? {
        guard let left = cells[left.position], let right = cells[right.position] else { return nil }
        return narrowed(Int128(left) - Int128(right))
    }

    mutating func product(_ factors: ListAddress) -> Int64? {
        let places = program.elements(of: factors)
        for place in places where cells[Int(program.pool[place])] == nil { return nil }
        if places.count == 2 { return product(cell(at: places.lowerBound), cell(at: places.lowerBound + 1)) }
        // Digits between three factors and their result may need more than 128 bits.
        let numbers = places.compactMap { ExactDecimal(tenThousandths: cell(at: $0)) }
        return ExactDecimal.product(numbers)?.tenThousandths
    }

    private mutating func product(_ left: Int64, _ right: Int64) -> Int64? {
        let (quotient, remainder) = (Int128(left) * Int128(right)).quotientAndRemainder(dividingBy: Int128(Self.scale))
        return remainder == 0 ? narrowed(quotient) : nil
    }

    /// The operand that comes before every other; of dates as of numbers.
    mutating func extreme(_ operands: ListAddress, _ comesBefore: (Int64, Int64) -> Bool) -> Int64? {
        var best: Int64?
        for place in program.elements(of: operands) {
            guard let candidate = cells[Int(program.pool[place])] else { return nil }
            if let current = best, !comesBefore(candidate, current) { continue }
            best = candidate
        }
        return best
    }

    /// The known cell that an element of the pool names.
    private mutating func cell(at place: Int) -> Int64 { cells[Int(program.pool[place])] ?? 0 }

    /// A delay: nil when unknown, negative or not whole.
    private mutating func wholeDays(_ slot: Slot) -> Int? {
        guard let delay = cells[slot.position], delay >= 0, delay.isMultiple(of: Self.scale) else { return nil }
        return Int(delay / Self.scale)
    }

    /// Nil outside the range of a `nombre`.
    private func narrowed(_ value: Int128) -> Int64? {
        guard value > Int128(-ExactDecimal.bound), value < Int128(ExactDecimal.bound) else { return nil }
        return Int64(value)
    }

    /// Ten-thousandths in one.
    private static var scale: Int64 { 10_000 }
}
