import RuleEngine
import RuleJSON
import RuleModel

/// What the answers say of some decisions, as bytes made once for each combination of results that occurs.
///
/// A combination is a number: the result of each decision times the ``Column/weight`` of the decision.
struct IssuePieces: Sendable {
    /// A decision in the combination.
    struct Column: Sendable {
        let decision: DecisionID
        let weight: UInt64
        /// How many results it has.
        let results: UInt64
    }

    private(set) var columns: [Column] = []
    /// How many combinations there are.
    private(set) var combinations: UInt64 = 1
    /// All pieces, one after the other.
    private(set) var bytes: [UInt8] = []
    private var places: [UInt64: Range<Int>] = [:]
    /// By combination where there are few: its place in ``bytes``.
    private var dense: [Range<Int32>] = []

    /// Up to how many combinations each has its own entry: more pieces than that are seldom met twice.
    static let few: UInt64 = 1 << 16
    /// Pieces are forgotten when they are more than this, so that memory stays flat.
    private static let mostBytes = 4 << 20

    /// Adds a decision; false when there would be too many combinations.
    mutating func add(_ id: DecisionID, _ decision: Decision) -> Bool {
        let results = decision.resultCount
        let (product, overflow) = combinations.multipliedReportingOverflow(by: results)
        guard !overflow, columns.isEmpty || product <= Self.few else { return false }
        columns.append(Column(decision: id, weight: combinations, results: results))
        combinations = product
        return true
    }

    /// Makes room for the entries.
    mutating func close() {
        if combinations <= Self.few { dense = Array(repeating: 0..<0, count: Int(combinations)) }
    }

    /// The place of a combination's piece, nil when it is still to be made.
    @inline(__always)
    func place(of combination: UInt64) -> Range<Int>? {
        guard combinations <= Self.few else { return places[combination] }
        let known = dense[Int(truncatingIfNeeded: combination)]
        return known.isEmpty ? nil : Int(known.lowerBound)..<Int(known.upperBound)
    }

    /// Keeps a combination's piece, and gives its place.
    mutating func keep(_ piece: [UInt8], for combination: UInt64) -> Range<Int> {
        if bytes.count > Self.mostBytes { forget() }
        let place = bytes.count..<bytes.count + piece.count
        bytes += piece
        if combinations <= Self.few {
            // bounded: texts of one table, far below 2 GiB
            dense[Int(combination)] = Int32(place.lowerBound)..<Int32(place.upperBound)
        } else {
            places[combination] = place
        }
        return place
    }

    private mutating func forget() {
        bytes.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        for index in dense.indices { dense[index] = 0..<0 }
    }
}
