package import SourceText

/// A file of fixtures, read but not yet typed.
package struct FixtureFile: Sendable {
    package let file: FileID
    /// Nil when its notation cannot be read, or it is empty.
    package let root: Node?
    /// What is wrong with its notation.
    package let problems: [Diagnostic]

    package init(_ file: FileID, root: Node?, problems: [Diagnostic]) {
        self.file = file
        self.root = root
        self.problems = problems
    }
}
