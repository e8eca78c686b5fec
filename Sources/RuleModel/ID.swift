/// The place of an entry in its table of a ``RuleSet``: 32 bits, and ids of two tables cannot be mixed.
package struct ID<Owner>: Hashable, Comparable, Sendable {
    package let index: Int32

    package init(_ index: Int) { self.index = Int32(index) }  // bounded: a place in a table of a set of limited size

    /// The index as an array subscript.
    package var position: Int { Int(index) }

    package static func < (left: ID, right: ID) -> Bool { left.index < right.index }
}

package typealias FactID = ID<Fact>
package typealias DefinitionID = ID<Definition>
package typealias DecisionID = ID<Decision>
package typealias RuleID = ID<Rule>
package typealias TableID = ID<RuleTable>
package typealias ParameterID = ID<Parameter>
package typealias CalendarID = ID<WorkCalendar>
package typealias InvariantID = ID<Invariant>

/// A choice value, interned once for the whole set: equal texts have equal symbols, whichever fact declares them.
package struct Symbol: Hashable, Comparable, Sendable {
    package let index: Int32

    package init(_ index: Int) { self.index = Int32(index) }  // bounded: a place in a table of a set of limited size

    package static func < (left: Symbol, right: Symbol) -> Bool { left.index < right.index }
}
