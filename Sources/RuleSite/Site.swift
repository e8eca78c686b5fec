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
        places = PlaceIndex(material.library)
    }

    /// `recevabilite.yaml:7`, relative to the folder of the rules or of the cases.
    func place(_ range: SourceRange) -> String? {
        places.position(range).map { "\(inside(material.library[range.file].path)):\($0.line)" }
    }

    /// The path in the folder that the file was found in; of a file that was named itself, its name.
    private func inside(_ path: String) -> String {
        for folder in material.folders {
            let prefix = folder.hasSuffix("/") ? folder : folder + "/"
            if path.hasPrefix(prefix) { return String(path.dropFirst(prefix.count)) }
        }
        return path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The line of a document on which a passage begins, and the one on which it ends.
    func lines(of range: SourceRange) -> (first: Int, last: Int)? {
        let end = SourceRange(file: range.file, start: max(range.start, range.end &- 1), end: range.end)
        guard let first = places.position(range), let last = places.position(end) else { return nil }
        return (first.line, last.line)
    }
}
