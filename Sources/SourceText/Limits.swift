/// What a file or a set may hold at most, checked at the door. Each bound is far above what a policy needs and low
/// enough that a wrong file is refused at once.
package enum Limits {
    /// A file: 4 MiB, over ten times the largest rule set foreseen.
    package static let fileBytes = 4 << 20
    /// A file of kept decisions: 16 MiB, about as many values as ``nodes`` allows.
    package static let receiptBytes = 16 << 20
    /// All files of a rule set: 32 MiB.
    package static let setBytes = 32 << 20
    /// Collections inside collections, the root being 1: recursion stays bounded on a small stack.
    package static let depth = 64
    /// Values and keys of a rule set: memory stays bounded.
    package static let nodes = 1_000_000
    /// One text: 64 KiB.
    package static let scalarBytes = 64 << 10
    /// A name, in Unicode scalars: it has to fit on a line.
    package static let nameLength = 120
    /// A fact of type `texte`, in characters (Unicode scalars).
    package static let textLength = 10_000
    /// Accents and other marks on one character: no language needs as many (UAX #15, Stream-Safe Text Format), and the
    /// time to compare texts grows with the square of their number.
    package static let stackedMarks = 30
    /// With how many candidates the unknown words of a run are compared, for « vouliez-vous dire …? ».
    package static let comparedCandidates = 200_000
    /// How many cycles of a set are reported, each with all of its steps.
    package static let shownCycles = 10
    /// How many diagnostics of a run are shown.
    package static let shownDiagnostics = 100
}
