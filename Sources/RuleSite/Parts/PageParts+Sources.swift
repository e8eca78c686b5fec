import RuleExplanation
import RuleModel

extension PageParts {
    /// Where texts say so: each source with a link to its passage in the document, where it was found.
    func sources(_ sources: [Source]) -> Markup {
        list(sources.map { source($0) }, named: "sources")
    }

    private func source(_ source: Source) -> Markup {
        switch source.kind {
        case .addition(let why): return "\(SiteWording.addition) \(why)"
        case .passage(let document, let section, let extract):
            let title = set.documents.first { $0.name == document }?.title ?? document
            let place = section.map { SiteWording.place(title, section: $0) } ?? title
            guard let extract else { return "\(place)" }
            let found = site.passages.passage(citedAt: source.range)
            let quote: Markup = "<q>«\u{A0}\(extract)\u{A0}»</q>"
            guard let found, let address = site.book.documents[found.document.name] else {
                let isRead = site.book.documents[document] != nil
                return "\(place)\u{A0}: \(quote)\(isRead ? Self.notFound : "")"
            }
            let lines = lines(of: found.passage, in: found.document)
            let text = SiteWording.seePassage(lines)
            return "\(place)\u{A0}: \(quote) \(link(to: address, anchor: found.passage.anchor, saying: text))"
        }
    }

    private static let notFound: Markup = " <strong>\(SiteWording.extractNotFound)</strong>"

    /// `12` or `12 à 14`.
    func lineNumbers(of passage: Passage, in document: DocumentReading) -> String {
        site.lines(of: document.range(of: passage)).map { SiteWording.lineNumbers($0.first, $0.last) } ?? ""
    }

    /// The lines of the document's file, `ligne 12` or `lignes 12 à 14`.
    func lines(of passage: Passage, in document: DocumentReading) -> String {
        site.lines(of: document.range(of: passage)).map { SiteWording.lines($0.first, $0.last) } ?? ""
    }
}
