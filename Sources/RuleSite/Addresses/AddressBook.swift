import RuleFixtures
import RuleModel
import RuleReview

/// The address of every page.
struct AddressBook {
    static let home = PageAddress("", "index.html")
    static let all = PageAddress("", "index-general.html")
    static let coverage = PageAddress("", "couverture.html")
    static let guarantees = PageAddress("", "garanties.html")
    static let cases = PageAddress("cas", "index.html")
    static let sheet = PageAddress("", "site.css")
    static let script = PageAddress("", "site.js")

    private let entries: [Entry: PageAddress]
    /// By place in the list of fixtures.
    let fixtures: [PageAddress]
    /// By name, of the documents that were read.
    let documents: [String: PageAddress]

    init(_ material: SiteMaterial) {
        var entries: [Entry: PageAddress] = [:]
        for kind in Entry.Kind.allCases {
            var names = FileNames()
            for entry in material.set.entries(kind) {
                entries[entry] = PageAddress(kind.folder, names.name(for: material.set.name(of: entry)) + ".html")
            }
        }
        self.entries = entries
        var names = FileNames()
        fixtures = material.fixtures.map { PageAddress("cas", names.name(for: $0.result.name) + ".html") }
        var documentNames = FileNames()
        var documents: [String: PageAddress] = [:]
        for document in material.review.documents {
            documents[document.name] = PageAddress("texte", documentNames.name(for: document.name) + ".html")
        }
        self.documents = documents
    }

    subscript(entry: Entry) -> PageAddress { entries[entry] ?? Self.home }

    static func list(of kind: Entry.Kind) -> PageAddress { PageAddress(kind.folder, "index.html") }
}

extension Entry.Kind {
    var folder: String {
        switch self {
        case .decisions: "decisions"
        case .rules: "regles"
        case .tables: "tableaux"
        case .facts: "faits"
        case .definitions: "definitions"
        case .parameters: "parametres"
        case .calendars: "calendriers"
        }
    }
}
