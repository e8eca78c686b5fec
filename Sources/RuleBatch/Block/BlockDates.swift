import PolicyValues
import RuleEngine
import RuleModel

/// What depends on the evaluation date alone: where periods hold, and parameters' values. Days between two changes of
/// any of them are one stretch, so that a block of many dates costs little more than one of a single date.
struct BlockDates: Sendable {
    /// The days from which something may differ from the day before, ascending.
    private let changes: [Int32]
    /// By slot of a period: in which stretches it holds.
    private let periods: [(slot: BlockCircuit.Slot, stretches: [Bool])]
    /// By parameter that the circuit reads: its cell in each stretch.
    private let parameters: [(column: BlockCircuit.Column, known: BlockCircuit.Slot, cells: [Int64?])]

    init(_ program: Program, _ circuit: BlockCircuit) {
        var days: Set<Int32> = []
        for period in program.periods {
            if let from = period.from { days.insert(from.dayNumber) }
            if let through = period.through { days.insert(through.dayNumber + 1) }
        }
        for version in program.versions { days.insert(version.from) }
        changes = days.sorted()
        // The first stretch lies before every change; its day is before any that can be written.
        let firstDays = [Int32.min] + changes
        var slots: [BlockCircuit.Slot: [Bool]] = [:]
        for (period, slot) in zip(program.periods, circuit.periods) where slot != BlockCircuit.all {
            slots[slot] = firstDays.map { period.contains(day: $0) }
        }
        periods = slots.sorted { $0.key < $1.key }.map { (slot: $0.key, stretches: $0.value) }
        parameters = circuit.parameters.map { parameter, column, known in
            (column: column, known: known, cells: firstDays.map { program.cell(ofParameter: parameter, on: $0) })
        }
    }

    /// Fills the slots of periods and the slots and columns of parameters.
    func resolve(_ dates: [Int32], _ table: inout [Lanes], _ columns: inout [Int64]) {
        guard !periods.isEmpty || !parameters.isEmpty else { return }
        let stretches = stretches(of: dates)
        for (slot, holds) in periods {
            table[Int(slot)] = stretches.reduce(.none) { holds[$1.place] ? $0 | $1.lanes : $0 }
        }
        for (column, known, cells) in parameters {
            let start = Int(column) * Lanes.count
            var lanes = Lanes.none
            for stretch in stretches {
                guard let cell = cells[stretch.place] else { continue }
                lanes |= stretch.lanes
                stretch.lanes.forEachLane { columns[start + $0] = cell }
            }
            table[Int(known)] = lanes
        }
    }

    private struct Stretch {
        /// Its place among all.
        let place: Int
        let lanes: Lanes
    }

    /// The stretches in which some lane is evaluated.
    private func stretches(of dates: [Int32]) -> [Stretch] {
        guard let first = dates.min(), let last = dates.max() else { return [] }
        let (lowest, highest) = (place(of: first), place(of: last))
        if lowest == highest { return [Stretch(place: lowest, lanes: .all)] }
        var later = Lanes.all
        var found: [Stretch] = []
        for place in lowest..<highest {
            let next = lanes(of: dates, from: changes[place])
            found.append(Stretch(place: place, lanes: later & ~next))
            later = next
        }
        found.append(Stretch(place: highest, lanes: later))
        return found
    }

    /// How many changes there have been by the day.
    private func place(of day: Int32) -> Int { changes.firstIndex { $0 > day } ?? changes.count }

    /// The lanes evaluated on the day or later.
    private func lanes(of dates: [Int32], from day: Int32) -> Lanes {
        var lanes = Lanes.none
        for word in 0..<Lanes.words {
            var bits: UInt64 = 0
            for bit in 0..<64 where dates[word << 6 + bit] >= day { bits |= 1 << UInt64(bit) }
            lanes[word] = bits
        }
        return lanes
    }
}

extension Program {
    /// The cell of a parameter on a day; nil when it has none.
    fileprivate func cell(ofParameter index: Int, on day: Int32) -> Int64? {
        let parameter = parameters[index]
        guard periods[Int(parameter.period)].contains(day: day) else { return nil }
        let first = Int(parameter.first)
        return versions[first..<first + Int(parameter.count)].last { $0.from <= day }.flatMap(\.cell)
    }
}
