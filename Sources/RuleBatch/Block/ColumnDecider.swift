import PolicyValues
package import RuleEngine
import RuleModel

/// Decides the lines of NDJSON in blocks of 512: from the bytes into columns and masks (``LineScanner``), all rules at
/// once (``BlockMachine``), and out again as bytes made beforehand (``LaneWriter``). What is unusual about a line sends
/// it the plain way, so that the answers are those of the ``PlainDecider``, byte for byte.
package struct ColumnDecider: BlockDecider {
    private var plain: PlainDecider
    private let vocabulary: ScanVocabulary
    private var scanner: LineScanner
    private var machine: BlockMachine
    private var writer: LaneWriter
    private let settings: BatchSettings
    private let inForce: Period?
    private let emptyTally: BatchTally
    /// By decision: where its results are counted.
    private let counters: [Counters]
    /// What the scanner fills: rows of bits and columns.
    private var store: [UInt64]
    private var dates: [Int32]
    /// How many lines did not go the plain way.
    package private(set) var fastLines = 0

    /// Where the results of a decision are counted in a ``BatchTally``.
    private struct Counters: Sendable {
        let outcomes: [Int]
        let undetermined: Int
        let notApplicable: Int
        /// Of a `cumul` decision.
        let emptySet: Int?
    }

    /// The results of a decision of more outcomes may not fit a number.
    private static let mostOutcomes = 60

    /// Nil when the answers cannot be written in this way: ask ``PlainDecider``.
    package init?(_ program: Program, _ settings: BatchSettings) {
        guard settings.format == .ndjson, program.model.decisions.allSatisfy({ $0.outcomes.count <= Self.mostOutcomes })
        else { return nil }
        self.settings = settings
        plain = PlainDecider(program, settings)
        machine = BlockMachine(program, withFindings: settings.detail == .complete)
        vocabulary = ScanVocabulary(program, machine.circuit)
        scanner = LineScanner(vocabulary)
        store = Array(repeating: 0, count: vocabulary.storeSize)
        writer = LaneWriter(machine.circuit, of: program.model, settings.detail)
        inForce = program.model.policy.inForce
        let tally = BatchTally(program.model)
        emptyTally = tally
        counters = program.model.decisionIDs.map { id in
            let decision = program.model[id]
            return Counters(
                outcomes: decision.outcomes.indices.map { tally.place(of: id, .outcome($0)) },
                undetermined: tally.place(of: id, .undetermined),
                notApplicable: tally.place(of: id, .notApplicable),
                emptySet: decision.isCumulative ? tally.place(of: id, .emptySet) : nil)
        }
        dates = Array(repeating: 0, count: Lanes.count)
    }

    package mutating func decide(_ block: BatchBlock) -> BlockAnswer {
        var answer = BlockAnswer(tally: emptyTally)
        answer.bytes.reserveCapacity(block.bytes.count + 1024 * block.lines.count)
        for first in stride(from: 0, to: block.lines.count, by: Lanes.count) {
            decide(first..<min(first + Lanes.count, block.lines.count), of: block, into: &answer)
        }
        return answer
    }

    /// Answers up to 512 lines.
    private mutating func decide(_ places: Range<Int>, of block: BatchBlock, into answer: inout BlockAnswer) {
        let fast = read(places, of: block).intersection(decideAll())
        fastLines += count(fast, into: &answer.tally)
        for lane in 0..<places.count {
            let place = places.lowerBound + lane
            if fast.contains(lane) {
                let name = scanner.names[lane]
                writer.append(
                    lane, line: block.lines[place].number, name: Int(name.lowerBound)..<Int(name.upperBound),
                    of: block.bytes, to: &answer.bytes)
            } else {
                plain.decide(place, of: block, into: &answer)
            }
        }
    }

    /// Scans lines, and gives the lanes of those that could be read.
    private mutating func read(_ places: Range<Int>, of block: BatchBlock) -> Lanes {
        let vocabulary = vocabulary
        // Taken out, so that a span of it and the scanner can be written at the same time.
        var taken: [UInt64] = []
        swap(&taken, &store)
        var span = taken.mutableSpan
        vocabulary.clear(&span)
        var usual = Lanes.none
        let bytes = block.bytes.span
        for lane in 0..<places.count {
            let line = block.lines[places.lowerBound + lane]
            if scanner.scan(bytes, line.range, lane: lane, &span, in: vocabulary) { usual.insert(lane) }
            let date = settings.asked?.dayNumber ?? scanner.ownDates[lane] ?? settings.today.dayNumber
            dates[lane] = date
            if let inForce, !inForce.contains(day: date) { usual.remove(lane) }
        }
        swap(&taken, &store)
        for lane in places.count..<Lanes.count { dates[lane] = dates[0] }
        return usual
    }

    /// Evaluates, and gives the lanes in which nothing unusual came out: a broken constraint or a contradiction.
    private mutating func decideAll() -> Lanes {
        machine.run(store, vocabulary.columns, dates: dates)
        var unusual = writer.load(&machine) | machine[machine.circuit.broken]
        for decision in machine.circuit.decisions { unusual |= machine[decision.contradictory] }
        return ~unusual
    }

    /// Counts what came of lanes, and how many they are.
    private func count(_ lanes: Lanes, into tally: inout BatchTally) -> Int {
        let population = lanes.population
        tally.lines += population
        if let asked = settings.asked?.dayNumber {
            lanes.forEachLane { if let own = scanner.ownDates[$0], own != asked { tally.redated += 1 } }
        }
        for (slots, places) in zip(machine.circuit.decisions, counters) {
            tally.count((machine[slots.undetermined] & lanes).population, at: places.undetermined)
            tally.count((machine[slots.applicability.no] & lanes).population, at: places.notApplicable)
            var determined = lanes & ~machine[slots.undetermined] & ~machine[slots.applicability.no]
            for (slot, place) in zip(slots.settled, places.outcomes) {
                tally.count((machine[slot] & determined).population, at: place)
            }
            guard let emptySet = places.emptySet else { continue }
            for slot in slots.settled { determined &= ~machine[slot] }
            tally.count(determined.population, at: emptySet)
        }
        return population
    }
}
