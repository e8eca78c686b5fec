/// Prints a report as one page of HTML that stands alone: no script, no outside file, readable by a screen reader, in
/// light and dark, and on paper.
package struct HTMLRenderer: Sendable {
    package init() {}

    package func render(_ page: Page) -> String {
        let title = HTMLText.escaped(page.title)
        var body = "<h1>\(title)</h1>\n"
        for block in page.lead { body += render(block) }
        for section in page.sections { body += render(section, level: 2) }
        for tree in page.trees { body += HTMLTree.render(tree) }
        return """
            <!DOCTYPE html>
            <html lang="fr-CA">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>
            \(HTMLStyle.sheet)</style>
            </head>
            <body>
            <main>
            \(body)</main>
            </body>
            </html>

            """
    }

    private func render(_ section: Page.Section, level: Int) -> String {
        let heading = "h\(min(level, Self.deepestHeading))"
        var text = "<section>\n<\(heading)>\(HTMLText.phrase(section.heading))</\(heading)>\n"
        for block in section.blocks { text += render(block) }
        for inner in section.sections { text += render(inner, level: level + 1) }
        return text + "</section>\n"
    }

    private static let deepestHeading = 6

    private func render(_ block: Page.Block) -> String {
        switch block {
        case .paragraph(let phrase): return "<p>\(HTMLText.phrase(phrase))</p>\n"
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
