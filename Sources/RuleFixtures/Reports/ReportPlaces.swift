import SourceText

/// Names the many places of a report.
struct ReportPlaces {
    let library: SourceLibrary
    private let index: PlaceIndex

    init(_ library: SourceLibrary) {
        self.library = library
        index = PlaceIndex(library)
    }

    /// `file:line:column`, safe to show.
    func shown(_ range: SourceRange) -> String {
        Visible.lineStart(Visible.text(index.place(range) ?? path(of: range)))
    }

    func path(of range: SourceRange) -> String { library[range.file].path }

    /// From 1.
    func position(of range: SourceRange) -> (line: Int, column: Int) { index.position(range) ?? (1, 1) }
}
