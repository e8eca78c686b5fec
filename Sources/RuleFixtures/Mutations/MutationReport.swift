/// What became of the mutants of a rule set.
package struct MutationReport: Sendable {
    /// A mutant that no check tells from the rules.
    package struct Survivor: Sendable {
        package let mutant: Mutant
        /// A fixture that would; nil when no case was found that tells them apart.
        package let fixture: ProposedFixture?
    }

    package internal(set) var killed = 0
    /// Proved to decide every case as the rules do: not counted.
    package internal(set) var equivalent = 0
    package internal(set) var survivors: [Survivor] = []
    /// Left when the time was over.
    package internal(set) var untried = 0

    package var tried: Int { killed + survivors.count }

    /// In thousandths; of no mutant, all.
    package var score: Int { tried == 0 ? 1000 : killed * 1000 / tried }  // bounded: compared with 0
}
