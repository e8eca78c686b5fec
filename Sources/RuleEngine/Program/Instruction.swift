/// One step of a compiled condition, 16 bytes. A condition is the run of instructions from its own to ``end``, its
/// branches following it one after the other; so `code[branch].end` is the next branch or the end of the whole.
package struct Instruction: Sendable {
    /// What the instruction decides from its branches, from cells, or from rules and decisions that stand before it in
    /// the order of evaluation.
    package enum Operation: Sendable {
        /// `toutes`: the minimum of the branches.
        case all
        /// `une`: the maximum.
        case any
        /// `aucune`: the negated maximum.
        case none
        /// `au moins`: how many must hold, of how many branches.
        case atLeast(Int32, of: Int32)
        /// `non`: the one branch negated.
        case not
        /// `règle`: at least one rule of the list applies.
        case rules(ListAddress)

        /// Both cells hold the same value.
        case equal(Slot, Slot)
        /// The cells hold different values.
        case different(Slot, Slot)
        /// The cell holds the value of one of the listed cells.
        case oneOf(Slot, ListAddress)
        /// The cell holds the value of none of the listed cells.
        case noneOf(Slot, ListAddress)
        /// Of numbers and dates: left > right.
        case above(Slot, Slot)
        /// Left ≥ right.
        case notBelow(Slot, Slot)
        /// Left < right.
        case below(Slot, Slot)
        /// Left ≤ right.
        case notAbove(Slot, Slot)

        /// The set contains one of the listed cells' values.
        case containsOne(Slot, ListAddress)
        /// The set contains none of them.
        case containsNone(Slot, ListAddress)
        /// The set contains every one.
        case containsAll(Slot, ListAddress)

        /// Test of the whole on a decision that is not `cumul`: the list says for each outcome, then for `sans objet`,
        /// whether it satisfies the test (1) or not (0).
        case outcome(decision: Int32, accepted: ListAddress)
        /// A `cumul` decision contains the outcome: `outcome` counts over the outcomes of all decisions.
        case member(decision: Int32, outcome: Int32)
        /// A `cumul` decision is `sans objet`.
        case notApplicable(decision: Int32)
    }

    package let operation: Operation
    /// The address after the last instruction of this one's branches.
    package var end: Int32
}

/// The place of a cell: facts first, then definitions, parameters and constants.
package struct Slot: Hashable, Sendable {
    package let index: Int32

    init(_ index: Int) { self.index = Int32(index) }  // bounded: a place in memory of a set of limited size

    /// The index as an array subscript.
    var position: Int { Int(index) }
}

/// The place of a list in ``Program/pool``: its length, followed by its elements.
package struct ListAddress: Hashable, Sendable {
    package let index: Int32

    init(_ index: Int) { self.index = Int32(index) }  // bounded: a place in memory of a set of limited size
}
