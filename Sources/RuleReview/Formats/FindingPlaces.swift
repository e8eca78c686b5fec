import SourceText

/// Names the many places of a report.
struct FindingPlaces {
    let library: SourceLibrary
    private let index: PlaceIndex

    init(_ library: SourceLibrary) {
        self.library = library
        index = PlaceIndex(library)
    }

    func path(of range: SourceRange) -> String { library[range.file].path }

    /// Line and column from 1, of the first byte.
    func start(of range: SourceRange) -> (line: Int, column: Int) { index.position(range) ?? (1, 1) }

    /// Line and column after the last byte.
    func end(of range: SourceRange) -> (line: Int, column: Int) {
        start(of: SourceRange(file: range.file, start: range.end, end: range.end))
    }

    /// The line of the last byte.
    func lastLine(of range: SourceRange) -> Int {
        let last = range.end > range.start ? range.end - 1 : range.start
        return start(of: SourceRange(file: range.file, start: last, end: last)).line
    }

    /// `file:line:column`, safe to show.
    func shown(_ range: SourceRange) -> String {
        Visible.lineStart(Visible.text(index.place(range) ?? path(of: range)))
    }
}
