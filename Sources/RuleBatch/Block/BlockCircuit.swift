import RuleEngine
import RuleModel

/// A rule set compiled to operations on masks: what the ``BlockMachine`` runs once for a block of cases.
///
/// A slot holds a mask (``Lanes``). The truth of a condition is a pair of slots: the lanes where it is `vrai` and those
/// where it is `faux`; it is `inconnu` in the rest. A column holds a number for each lane.
struct BlockCircuit: Sendable {
    /// A slot, by its place.
    typealias Slot = Int32
    /// A column, by its place.
    typealias Column = Int32

    static let none: Slot = 0
    static let all: Slot = 1

    /// Where the lanes are in which something is `vrai` and in which it is `faux`.
    struct Pair: Hashable, Sendable {
        var yes: Slot
        var no: Slot

        var negated: Pair { Pair(yes: no, no: yes) }

        static let always = Pair(yes: BlockCircuit.all, no: BlockCircuit.none)
        static let never = always.negated
    }

    /// One operation on masks.
    struct Gate: Sendable {
        enum Kind: UInt8, Sendable {
            case and
            case or
            /// The first without the second.
            case without
            /// An operation on columns: `left` is its place in ``BlockCircuit/kernels``.
            case kernel
        }

        let kind: Kind
        let target: Slot
        let left: Int32
        let right: Int32
    }

    /// The slots of what is read from the lines, of dates and parameters, and of all intermediate results.
    var slotCount = 2
    var columnCount = 0
    var gates: [Gate] = []
    var kernels: [ColumnKernel] = []
    /// The columns that hold one number for all lanes, always.
    var constants: [(column: Column, value: Int64)] = []
    /// Parameters: their columns and the slots where they are known.
    var parameters: [(parameter: Int, column: Column, known: Slot)] = []
    /// By period of the program.
    var periods: [Slot] = []
    /// The slots that the lines are read into, in the order of the scanner's rows.
    var inputs: [Slot] = []
    var facts: [FactInputs] = []
    var decisions: [DecisionSlots] = []
    /// By decision: what can be its motifs.
    var motifs: [[MotifSlots]] = []
    /// By value of the fact that tells the rules of a class apart: its lanes.
    var classValues: [Slot] = []
    /// The facts that undetermined decisions can miss; nil when they have to be found one case at a time.
    var missing: [MissingSlots]?
    /// The place of the first gate that only what is missing needs.
    var findingGates = 0
    /// Whether all texts that the rules do not name may have one number: no two texts of a line are compared.
    var takesOtherTexts = true
    /// Where a constraint is broken.
    var broken: Slot = BlockCircuit.none
}

/// An operation on columns, lane by lane: what masks alone cannot say.
enum ColumnKernel: Sendable {
    typealias Slot = BlockCircuit.Slot
    typealias Column = BlockCircuit.Column

    /// A line of `selon`: whether it holds, and its value.
    struct Line: Sendable {
        let holds: BlockCircuit.Pair
        let value: Column
        let known: Slot
    }

    /// The lanes where the first column is less.
    case less(Column, Column, into: Slot)
    case equal(Column, Column, into: Slot)
    /// A column from masks: each mask's number in its lanes.
    case spread([(lanes: Slot, value: Int64)], into: Column)
    /// `selon`.
    case byCase([Line], into: Column, known: Slot)
    /// `calcul`, in the lanes where all operands are known.
    case calculate(BlockCalculation, operands: [Column], given: Slot, into: Column, known: Slot)
}

/// A `calcul` (language, section 5) on columns.
enum BlockCalculation: Sendable {
    case days
    case businessDays(CalendarTable)
    case dueDate
    case businessDueDate(CalendarTable)
    case sum
    case product
    case difference
    case minimum
    case maximum
}

/// Where a fact is read into: rows of bits and a column.
struct FactInputs: Sendable {
    /// The row of « the line mentions it ».
    var mentioned: Int32 = -1
    /// The row of « it has a value »; of `oui/non` and `choix` the union of the rows of values.
    var known: Int32 = -1
    /// The row of the first value: of `oui/non` that of `non`, then `oui`; of choices one a value.
    var firstValue: Int32 = -1
    /// The column of numbers, dates and texts that something reads, else −1.
    var column: Int32 = -1
}

/// Where a rule is a motif of a decision, or one of the rules of a class.
struct MotifSlots: Sendable {
    enum Rules: Sendable {
        case one(RuleID)
        /// By place of the value in ``BlockCircuit/classValues``.
        case byValue([Int: RuleID])
    }

    var lanes: BlockCircuit.Slot
    let rules: Rules
}

/// Where a fact is missing.
struct MissingSlots: Sendable {
    let fact: FactID
    /// The lanes of the undetermined decisions that can still need it.
    var decisions: [(decision: DecisionID, lanes: BlockCircuit.Slot)] = []
    /// For each rule from which an open walk comes to it, the lanes.
    var rules: [BlockCircuit.Slot] = []

    init(fact: FactID) { self.fact = fact }
}

/// What comes of a decision.
struct DecisionSlots: Sendable {
    var applicability: BlockCircuit.Pair
    /// By outcome.
    var supports: [BlockCircuit.Pair] = []
    var possible: [BlockCircuit.Slot] = []
    /// By outcome: of a `cumul` decision whether it certainly belongs, of another whether it is the one.
    var settled: [BlockCircuit.Slot] = []
    var undetermined: BlockCircuit.Slot = BlockCircuit.none
    var contradictory: BlockCircuit.Slot = BlockCircuit.none
}
