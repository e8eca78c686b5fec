import PolicyValues
import RuleExplanation
import RuleFixtures
import RuleModel
import RuleReview
import SourceText

/// What every page is written from: the material, and what is looked up in it from page to page.
struct Site {
    let material: SiteMaterial
    let set: RuleSet
    /// Says rules in themselves, without a case.
    let sentences: Sentences
    let book: AddressBook
    let uses: UseIndex
    let passages: PassageIndex
    let runs: RunIndex
    private let places: PlaceIndex

    init(_ material: SiteMaterial) {
        self.material = material
        set = material.set
        sentences = Sentences(withoutCase: material.set)
        book = AddressBook(material)
        uses = UseIndex(material.set)
        runs = RunIndex(material)
        passages = PassageIndex(material)
        places = PlaceIndex(material.library, relativeTo: material.folder)
    }

    /// `recevabilite.yaml:7`, without the column.
    func place(_ range: SourceRange) -> String? {
        places.place(range).map { place in String(place[..<(place.lastIndex(of: ":") ?? place.endIndex)]) }
    }

    /// The line of a document on which a passage begins, and the one on which it ends.
    func lines(of range: SourceRange) -> (first: Int, last: Int)? {
        let end = SourceRange(file: range.file, start: max(range.start, range.end &- 1), end: range.end)
        guard let first = places.position(range), let last = places.position(end) else { return nil }
        return (first.line, last.line)
    }
}
