/// Prints reports as one page of HTML that stands alone: no script, no outside file, readable by a screen reader, in
/// light and dark, and on paper.
package struct HTMLRenderer: Sendable {
    package init() {}

    package func render(_ page: Page) -> String { render([page]) }

    /// Several reports on one page: an article each, one level deeper.
    package func render(_ pages: [Page]) -> String {
        if let only = pages.only { return document(titled: only.title, body: article(only, level: 1)) }
        let title = Wording.titleOfSeveral(pages.count)
        let articles = pages.map { "<article>\n\(article($0, level: 2))</article>\n" }.joined()
        return document(titled: title, body: heading(Phrase(title), level: 1) + articles)
    }

    private func document(titled title: String, body: String) -> String {
        HTMLDocument(
            title: title, style: .inside(sheet: HTMLStyle.sheet, followsLightAndDark: true),
            body: Markup(rendered: "<main>\n\(body)</main>\n")
        ).text
    }

    /// The sections of a report as a part of another page, their headings at the level given.
    package func render(_ sections: [Page.Section], level: Int) -> Markup {
        Markup(rendered: sections.map { render($0, level: level) }.joined())
    }

    private func article(_ page: Page, level: Int) -> String {
        var text = heading(Phrase(page.title), level: level)
        for block in page.lead { text += render(block) }
        for section in page.sections { text += render(section, level: level + 1) }
        for tree in page.trees {
            let title = heading(Phrase(tree.title), level: level + 1)
            text += "<section>\n\(title)\(HTMLTree.render(tree.root))</section>\n"
        }
        return text
    }

    private func render(_ section: Page.Section, level: Int) -> String {
        var text = "<section>\n" + heading(section.heading, level: level)
        for block in section.blocks { text += render(block) }
        for inner in section.sections { text += render(inner, level: level + 1) }
        return text + "</section>\n"
    }

    private func heading(_ phrase: Phrase, level: Int) -> String {
        let name = "h\(min(level, Self.deepestHeading))"
        return "<\(name)>\(HTMLText.phrase(phrase))</\(name)>\n"
    }

    private static let deepestHeading = 6

    private func render(_ block: Page.Block) -> String {
        switch block {
        case .paragraph(let phrase): return "<p>\(HTMLText.phrase(phrase))</p>\n"
        case .notice(let phrase): return "<p class=\"notice\">\(HTMLText.phrase(phrase))</p>\n"
        case .fields(let fields):
            let rows = fields.map { field in
                "<div><dt>\(HTMLText.escaped(field.label))\u{A0}:</dt> <dd>\(HTMLText.phrase(field.value))</dd></div>\n"
            }
            return "<dl>\n\(rows.joined())</dl>\n"
        case .list(let items): return render(items)
        }
    }

    private func render(_ items: [Page.Item]) -> String {
        guard !items.isEmpty else { return "" }
        let rows = items.map { "<li>\(HTMLText.phrase($0.phrase))\n\(render($0.items))</li>\n" }
        return "<ul>\n\(rows.joined())</ul>\n"
    }
}
