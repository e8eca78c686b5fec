import PolicyValues
import RuleEngine

extension ColumnKernel {
    /// Runs on all lanes, or on those where the operands are known.
    func run(_ table: inout [Lanes], _ columns: inout [Int64]) {
        switch self {
        case .less(let left, let right, let target):
            table[Int(target)] = Self.compare(left, right, columns) { $0 < $1 }
        case .equal(let left, let right, let target):
            table[Int(target)] = Self.compare(left, right, columns) { $0 == $1 }
        case .spread(let values, let column):
            let start = Int(column) * Lanes.count
            for (lanes, value) in values { table[Int(lanes)].forEachLane { columns[start + $0] = value } }
        case .byCase(let lines, let column, let known): Self.choose(lines, column, known, &table, &columns)
        case .calculate(let calculation, let operands, let given, let column, let known):
            let starts = operands.map { Int($0) * Lanes.count }
            let target = Int(column) * Lanes.count
            var found = Lanes.none
            table[Int(given)].forEachLane { lane in
                guard let result = calculation.result(starts.map { columns[$0 + lane] }) else { return }
                columns[target + lane] = result
                found[lane >> 6] |= 1 << UInt64(lane & 63)
            }
            table[Int(known)] = found
        }
    }

    private static func compare(
        _ left: Column, _ right: Column, _ columns: [Int64], _ holds: (Int64, Int64) -> Bool
    ) -> Lanes {
        let (left, right) = (Int(left) * Lanes.count, Int(right) * Lanes.count)
        var lanes = Lanes.none
        for word in 0..<Lanes.words {
            var bits: UInt64 = 0
            for bit in 0..<64 {
                let lane = word << 6 + bit
                if holds(columns[left + lane], columns[right + lane]) { bits |= 1 << UInt64(bit) }
            }
            lanes[word] = bits
        }
        return lanes
    }

    /// `selon`: the value of the first line that holds; known while earlier lines are open only when every line that
    /// can still be the first gives the same known value.
    private static func choose(
        _ lines: [Line], _ column: Column, _ known: Slot, _ table: inout [Lanes], _ columns: inout [Int64]
    ) {
        let target = Int(column) * Lanes.count
        // Where no line has held yet; where some line may have been the first; where those that may differ.
        var (rest, open, differing) = (Lanes.all, Lanes.none, Lanes.none)
        for line in lines {
            let candidates = rest & ~table[Int(line.holds.no)]
            let (value, valued) = (Int(line.value) * Lanes.count, table[Int(line.known)])
            differing |= candidates & ~valued
            (candidates & valued & ~open).forEachLane { columns[target + $0] = columns[value + $0] }
            (candidates & valued & open).forEachLane { lane in
                if columns[target + lane] != columns[value + lane] { differing[lane >> 6] |= 1 << UInt64(lane & 63) }
            }
            open |= candidates
            rest &= ~table[Int(line.holds.yes)]
        }
        table[Int(known)] = open & ~differing
    }
}

extension BlockCalculation {
    private static let scale: Int64 = 10_000

    /// The result of known operands; nil when a `nombre` or a date cannot hold it, or no calendar covers it.
    func result(_ operands: [Int64]) -> Int64? {
        switch self {
        case .days: return (operands[1] - operands[0]) * Self.scale
        case .businessDays(let calendar):
            return calendar.businessDays(from: Int(operands[0]), to: Int(operands[1])).map { Int64($0) * Self.scale }
        case .dueDate:
            guard let delay = Self.whole(operands[1]) else { return nil }
            return CivilDate(dayNumber: Int(operands[0]) + delay).map { Int64($0.dayNumber) }
        case .businessDueDate(let calendar):
            guard let delay = Self.whole(operands[1]) else { return nil }
            return calendar.dueDate(from: Int(operands[0]), delay: delay).map { Int64($0) }
        case .sum: return ExactDecimal.sum(Self.numbers(operands))?.tenThousandths
        case .product: return ExactDecimal.product(Self.numbers(operands))?.tenThousandths
        case .difference:
            let numbers = Self.numbers(operands)
            return numbers.count == 2 ? ExactDecimal.difference(numbers[0], numbers[1])?.tenThousandths : nil
        case .minimum: return operands.min()
        case .maximum: return operands.max()
        }
    }

    private static func numbers(_ operands: [Int64]) -> [ExactDecimal] {
        operands.compactMap { ExactDecimal(tenThousandths: $0) }
    }

    /// A delay in days; nil when negative or not whole.
    private static func whole(_ delay: Int64) -> Int? {
        delay >= 0 && delay.isMultiple(of: scale) ? Int(delay / scale) : nil  // bounded: the scale of numbers, not 0
    }
}
