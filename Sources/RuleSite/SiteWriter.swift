import RuleExplanation
import RuleModel
import SourceText

/// A file of the site.
package struct SiteFile: Sendable {
    /// The path in the site's folder, `regles/insatisfaction-exprimee.html`.
    package let path: String
    package let text: String
}

/// Writes the policy as a readable site: a page for each thing of the rule set, the documents in full, the cases. Pages
/// work without a script and ask nothing of any other machine; the same material gives the same bytes.
package struct SiteWriter {
    /// What the list of files in the site's folder is called, and its first line.
    package static let manifest = ".bienfonde-site"
    package static let manifestHeading =
        "Écrit par «\u{A0}bienfonde documenter\u{A0}», qui remplace tout ce dossier; voici ses fichiers."

    private let site: Site
    private let frame: SiteFrame

    /// - Complexity: linear in the sources, the bytes of the documents and the cases.
    package init(_ material: SiteMaterial) {
        site = Site(material)
        frame = SiteFrame(site)
    }

    /// Every file, by its path.
    package var files: [SiteFile] {
        let pages = pages.map { SiteFile(path: $0.address.path, text: frame.render($0)) }
        let others = [
            SiteFile(path: AddressBook.sheet.path, text: SiteStyle.sheet),
            SiteFile(path: AddressBook.script.path, text: SiteScript.text),
        ]
        return (pages + others).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private var pages: [SitePage] {
        var pages = [HomePage(of: site).page, CoverageOverviewPage(of: site).page, GeneralIndexPage(of: site).page]
        for reading in site.passages.documents {
            guard let address = site.book.documents[reading.name] else { continue }
            pages.append(DocumentPage(reading, at: address, of: site).page)
        }
        for kind in Entry.Kind.allCases where !site.set.entries(kind).isEmpty {
            pages.append(EntryListPage(kind, of: site).page)
            pages += site.set.entries(kind).map { page(of: $0) }
        }
        if site.hasGuarantees { pages.append(GuaranteesPage(of: site).page) }
        guard !site.material.fixtures.isEmpty else { return pages }
        let writer = PageWriter(site.set, placedBy: .init(site.material.library))
        pages.append(CaseListPage(of: site).page)
        return pages + site.material.fixtures.indices.map { CasePage($0, of: site, by: writer).page }
    }

    private func page(of entry: Entry) -> SitePage {
        switch entry {
        case .decision(let id): DecisionPage(id, of: site).page
        case .rule(let id): RulePage(id, of: site).page
        case .fact(let id): FactPage(id, of: site).page
        case .definition(let id): DefinitionPage(id, of: site).page
        case .table(let id): TablePage(id, of: site).page
        case .parameter(let id): ParameterPage(id, of: site).page
        case .calendar(let id): CalendarPage(id, of: site).page
        }
    }
}
