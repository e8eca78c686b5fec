import RuleExplanation
import RuleModel
import SourceText

/// Writes the pieces that pages have in common, with links as seen from one page.
struct PageParts {
    let site: Site
    let from: PageAddress

    var set: RuleSet { site.set }

    // MARK: Links

    func address(of entry: Entry, anchor: String? = nil) -> String {
        from.reference(to: site.book[entry], anchor: anchor)
    }

    func link(to entry: Entry) -> Markup { link(to: entry, saying: set.label(of: entry)) }

    func link(to entry: Entry, saying text: String) -> Markup {
        "<a href=\"\(address(of: entry))\">\(text)</a>"
    }

    func link(to page: PageAddress, anchor: String? = nil, saying text: String) -> Markup {
        "<a href=\"\(from.reference(to: page, anchor: anchor))\">\(text)</a>"
    }

    /// The title of a rule or a table, then its identifier; of the others their name alone.
    func fullLink(to entry: Entry) -> Markup {
        let (label, name) = (set.label(of: entry), set.name(of: entry))
        guard label != name else { return link(to: entry) }
        return "\(link(to: entry)) <code class=\"q\">\(name)</code>"
    }

    func link(to referrer: Referrer) -> Markup {
        switch referrer {
        case .entry(let entry): return link(to: entry)
        case .invariant(let place):
            let name = set.invariant(at: place).name
            return link(to: AddressBook.guarantees, anchor: PageParts.anchor(ofInvariant: place), saying: name)
        }
    }

    static func anchor(ofInvariant place: Int) -> String { "g\(place + 1)" }

    /// « règle », « fait »… of what a link leads to.
    func kind(of referrer: Referrer) -> String {
        switch referrer {
        case .entry(let entry): SiteWording.singular(entry.kind)
        case .invariant(let place):
            place < set.constraints.count ? SiteWording.constraint : SiteWording.property
        }
    }

    // MARK: Blocks

    /// A part of a page with its title; nothing when the body is empty.
    func section(_ title: String, id: String? = nil, _ body: Markup) -> Markup {
        guard !body.isEmpty else { return "" }
        let name: Markup = id.map { " id=\"\($0)\"" } ?? ""
        return "<section\(name)>\n<h2>\(title)</h2>\n\(body)</section>\n"
    }

    /// Each line of a text is a paragraph.
    func paragraphs(_ text: String?) -> Markup {
        let lines = (text ?? "").split(whereSeparator: \.isNewline)
        return Markup(lines.map { "<p>\(String($0))</p>\n" })
    }

    func list(_ items: [Markup], named name: String = "") -> Markup {
        guard !items.isEmpty else { return "" }
        let look: Markup = name.isEmpty ? "" : " class=\"\(name)\""
        return "<ul\(look)>\n\(items.map { "<li>\($0)</li>\n" as Markup })</ul>\n"
    }

    /// A table whose first cell of a row names the row; it scrolls by itself where the page is narrow.
    ///
    /// - Parameters:
    ///   - filterable: whether the script may offer a field that narrows it down.
    ///   - captionShows: whether the name of the table is seen; where a title says the same it is only heard.
    func table(
        _ caption: String, head: [String], rows: [[Markup]], filterable: Bool = false, captionShows: Bool = false
    ) -> Markup {
        guard !rows.isEmpty else { return "" }
        let titles = head.map { "<th scope=\"col\">\($0)</th>" as Markup }
        let body = rows.map { row -> Markup in
            let first: Markup = row.first.map { "<th scope=\"row\">\($0)</th>" } ?? ""
            return "<tr>\(first)\(row.dropFirst().map { "<td>\($0)</td>" as Markup })</tr>\n"
        }
        let look: Markup = captionShows ? "" : " class=\"unseen\""
        let mark: Markup = filterable ? " data-filtre=\"\(SiteWording.filter)\"" : ""
        return """
            <div class="scroll" role="group" tabindex="0" aria-label="\(caption)">
            <table\(mark)>
            <caption\(look)>\(caption)</caption>
            <thead><tr>\(titles)</tr></thead>
            <tbody>
            \(body)</tbody>
            </table>
            </div>

            """
    }

    /// Labels and their values; those without a value are left out.
    func fields(_ fields: [(label: String, value: Markup?)]) -> Markup {
        let rows = fields.compactMap { field in
            field.value.map { "<div><dt>\(field.label)</dt> <dd>\($0)</dd></div>\n" as Markup }
        }
        return rows.isEmpty ? "" : "<dl>\n\(rows)</dl>\n"
    }

    /// The head of the page of an entry: what it is, its identifier, its title.
    func head(of entry: Entry, _ kind: String) -> Markup {
        let (label, name) = (set.label(of: entry), set.name(of: entry))
        let id: Markup = label == name ? "" : " <code>\(name)</code>"
        return "<p class=\"kind\">\(kind)\(id)</p>\n<h1>\(label)</h1>\n"
    }

    /// Where the entry is written.
    func place(_ range: SourceRange) -> Markup {
        site.place(range).map { "<p class=\"q\">\(SiteWording.written) <code>\($0)</code>.</p>\n" } ?? ""
    }

    /// A count as a label, with the agreement of the noun.
    func count(_ number: Int, _ one: String, _ several: String) -> String {
        SiteWording.count(number, one, several)
    }
}

extension RuleSet {
    /// A constraint or property by its place in both together.
    func invariant(at place: Int) -> Invariant {
        place < constraints.count ? constraints[place] : properties[place - constraints.count]
    }
}
