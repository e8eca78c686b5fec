/// One change of the source, before it has a number.
struct Mutant {
    /// How the change is written beside the original, so that a run can choose one of them.
    enum Form {
        /// `(mutated(7) ? (text) : (original))`.
        case expression(String)
        /// `original, !mutated(7)`: a clause of a condition that fails.
        case clause
        /// `if !mutated(7) { original }`.
        case statement
    }

    let kind: MutationTable.Kind
    let form: Form
    /// The bytes of the file that are replaced.
    let range: Range<Int>
    /// What is replaced, and by what, for the report.
    let original: String
    let changed: String
    /// The type and member that it stands in.
    let place: String
}
