import RuleEngine
import RuleJSON
import RuleModel

/// What the answers say of one decision, with its motifs, as bytes kept for the combinations met last.
struct CompletePieces: Sendable {
    let decision: DecisionID
    /// The rules that can be motifs, with the lanes in which they are.
    private let motifs: [MotifSlots]
    private let names: MotifNames
    /// `,"name":`; of the first decision with what stands before all.
    private let label: [UInt8]
    private let model: Decision
    /// By lane: the number of the result.
    private var results: [UInt64]
    /// 64 motifs a word, 512 words each: which ones a lane has.
    private var bits: [UInt64]

    /// By slot of the cache: the combination that stands there, and its bytes.
    private var keys: [UInt64]
    private var places: [Range<Int32>]
    private var bytes: [UInt8] = []
    /// How many bits of a combination are motifs, and the value of classes; nil when it does not fit a word.
    private let motifBits: UInt64?
    private let valueBits: UInt64

    private static let cacheBits: UInt64 = 10
    private static let mostBytes = 1 << 20

    init(_ id: DecisionID, _ circuit: BlockCircuit, _ names: MotifNames, of set: RuleSet, isFirst: Bool) {
        decision = id
        model = set[id]
        motifs = circuit.motifs[id.position]
        self.names = names
        label =
            Array((isFirst ? ",\"décisions\":{" : ",").utf8) + JSONValue.text(set[id].name).bytes(.compact) + [
                UInt8(ascii: ":")
            ]
        results = Array(repeating: 0, count: Lanes.count)
        bits = Array(repeating: 0, count: (motifs.count + 63) / 64 * Lanes.count)
        keys = Array(repeating: .max, count: 1 << Int(Self.cacheBits))
        places = Array(repeating: 0..<0, count: 1 << Int(Self.cacheBits))
        let resultBits = UInt64.bitWidth - (set[id].resultCount - 1).leadingZeroBitCount
        let hasClasses = motifs.contains { if case .byValue = $0.rules { true } else { false } }
        let valueBits = hasClasses ? UInt64.bitWidth - circuit.classValues.count.leadingZeroBitCount : 0
        self.valueBits = UInt64(valueBits)
        motifBits = motifs.count + resultBits + valueBits < UInt64.bitWidth ? UInt64(motifs.count) : nil
    }

    /// Takes the results of a block.
    mutating func load(_ machine: borrowing BlockMachine) {
        for index in results.indices { results[index] = 0 }
        for index in bits.indices { bits[index] = 0 }
        for (slot, amount) in machine.circuit.decisions[decision.position].results(model.isCumulative) {
            results.add(amount, in: machine[slot], from: 0)
        }
        for (place, motif) in motifs.enumerated() {
            bits.add(1 << UInt64(place & 63), in: machine[motif.lanes], from: place >> 6 * Lanes.count)
        }
    }

    /// Appends what is said of a lane up to its missing facts, or to the end when it misses none.
    ///
    /// - Parameter value: the place of the lane's value in ``BlockCircuit/classValues``, after the last when it has none.
    /// - Returns: Whether the missing facts are to follow.
    mutating func append(_ lane: Int, _ value: Int, to output: inout [UInt8]) -> Bool {
        let result = results[lane]
        let isOpen = model.isUndetermined(result)
        guard let motifBits else {
            output += piece(result, lane, value, isOpen)
            return isOpen
        }
        var key = result << motifBits | (bits.isEmpty ? 0 : bits[lane])
        if valueBits > 0 { key = key << valueBits | UInt64(value) }
        let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.cacheBits))
        if keys[slot] != key { keep(piece(result, lane, value, isOpen), for: key, at: slot) }
        let place = places[slot]
        output.append(contentsOf: bytes[Int(place.lowerBound)..<Int(place.upperBound)])
        return isOpen
    }

    private mutating func keep(_ piece: [UInt8], for key: UInt64, at slot: Int) {
        if bytes.count > Self.mostBytes {
            bytes.removeAll(keepingCapacity: true)
            for index in keys.indices { keys[index] = .max }
        }
        keys[slot] = key
        places[slot] = Int32(bytes.count)..<Int32(bytes.count + piece.count)
        bytes += piece
    }

    private func piece(_ result: UInt64, _ lane: Int, _ value: Int, _ isOpen: Bool) -> [UInt8] {
        let entries = JSONValue.object(model.entries(ofResult: result)).bytes(.compact)
        var rules: [RuleID] = []
        for word in 0..<bits.count / Lanes.count {
            var rest = bits[word * Lanes.count + lane]
            while rest != 0 {
                switch motifs[word << 6 + rest.trailingZeroBitCount].rules {
                case .one(let rule): rules.append(rule)
                case .byValue(let byValue): if let rule = byValue[value] { rules.append(rule) }
                }
                rest &= rest - 1
            }
        }
        let end = isOpen ? "],\"manquants\":[" : "],\"manquants\":[]}"
        return label + entries.dropLast() + Array(",\"motifs\":[".utf8) + names.list(of: rules) + Array(end.utf8)
    }
}

/// The names of rules as the answers write them.
struct MotifNames: Sendable {
    private let names: [[UInt8]]
    /// By rule: its place by name. Lines of a table are numbered, so ids do not say it.
    private let places: [Int32]

    init(_ set: RuleSet) {
        names = set.rules.map { JSONValue.text($0.name).bytes(.compact) }
        var places = [Int32](repeating: 0, count: set.rules.count)
        let byName = set.ruleIDs.sorted { set[$0].name.utf8.lexicographicallyPrecedes(set[$1].name.utf8) }
        // bounded: a rule of the set (Limits.nodes)
        for (place, rule) in byName.enumerated() { places[rule.position] = Int32(place) }
        self.places = places
    }

    /// The names by name, separated by commas.
    func list(of rules: [RuleID]) -> [UInt8] {
        let sorted = rules.sorted { places[$0.position] < places[$1.position] }
        return Array(sorted.map { names[$0.position] }.joined(separator: [UInt8(ascii: ",")]))
    }
}

extension Decision {
    /// Whether the number of a result says that the decision is undetermined.
    fileprivate func isUndetermined(_ result: UInt64) -> Bool {
        let count = UInt64(outcomes.count)
        return isCumulative ? result >> count == 1 : result == count
    }
}
