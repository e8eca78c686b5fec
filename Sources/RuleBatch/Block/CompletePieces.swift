import RuleEngine
import RuleJSON
import RuleModel

/// What the answers say of one decision, with its motifs, as bytes kept for the combinations met last.
struct CompletePieces: Sendable {
    let decision: DecisionID
    /// The rules that can be motifs, by name, with the lanes in which they are.
    private let motifs: [(rule: RuleID, lanes: BlockCircuit.Slot)]
    private let motifNames: [[UInt8]]
    /// `,"name":`.
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
    /// How many bits of a combination are motifs; nil when a combination does not fit a word.
    private let motifBits: UInt64?

    private static let cacheBits: UInt64 = 10
    private static let mostBytes = 1 << 20

    init(_ id: DecisionID, _ circuit: BlockCircuit, of set: RuleSet, isFirst: Bool) {
        decision = id
        model = set[id]
        motifs = circuit.motifs[id.position]
        motifNames = motifs.map { JSONValue.text(set[$0.rule].name).bytes(.compact) }
        label =
            (isFirst ? [] : [UInt8(ascii: ",")]) + JSONValue.text(set[id].name).bytes(.compact) + [UInt8(ascii: ":")]
        results = Array(repeating: 0, count: Lanes.count)
        bits = Array(repeating: 0, count: (motifs.count + 63) / 64 * Lanes.count)
        keys = Array(repeating: .max, count: 1 << Int(Self.cacheBits))
        places = Array(repeating: 0..<0, count: 1 << Int(Self.cacheBits))
        let resultBits = UInt64.bitWidth - (set[id].resultCount - 1).leadingZeroBitCount
        motifBits = motifs.count + resultBits < UInt64.bitWidth ? UInt64(motifs.count) : nil
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
    /// - Returns: Whether the missing facts are to follow.
    mutating func append(_ lane: Int, to output: inout [UInt8]) -> Bool {
        let result = results[lane]
        let isOpen = model.isUndetermined(result)
        guard let motifBits else {
            output += piece(result, lane, isOpen)
            return isOpen
        }
        let key = result << motifBits | (bits.isEmpty ? 0 : bits[lane])
        let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.cacheBits))
        if keys[slot] != key { keep(piece(result, lane, isOpen), for: key, at: slot) }
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

    private func piece(_ result: UInt64, _ lane: Int, _ isOpen: Bool) -> [UInt8] {
        let entries = JSONValue.object(model.entries(ofResult: result)).bytes(.compact)
        var piece = label + entries.dropLast() + Array(",\"motifs\":[".utf8)
        var isFirst = true
        for word in 0..<bits.count / Lanes.count {
            var rest = bits[word * Lanes.count + lane]
            while rest != 0 {
                if !isFirst { piece.append(UInt8(ascii: ",")) }
                isFirst = false
                piece += motifNames[word << 6 + rest.trailingZeroBitCount]
                rest &= rest - 1
            }
        }
        return piece + Array((isOpen ? "],\"manquants\":[" : "],\"manquants\":[]}").utf8)
    }
}

extension Decision {
    /// Whether the number of a result says that the decision is undetermined.
    fileprivate func isUndetermined(_ result: UInt64) -> Bool {
        let count = UInt64(outcomes.count)
        return isCumulative ? result >> count == 1 : result == count
    }
}
