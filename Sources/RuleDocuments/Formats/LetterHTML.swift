import RuleExplanation

/// Prints a letter as a page that stands alone, with a style for the screen and one for paper: the form that the other
/// files are made from.
package struct LetterHTML: Sendable {
    package init() {}

    package func render(_ letter: Letter) -> String {
        let body: Markup = """
            <main>
            <div class="draft" role="note" data-custom-style="Projet">
            <p><strong>\(letter.draft.mark)</strong></p>
            <p>\(letter.draft.explanation)</p>
            </div>
            \(letter.blocks.map(render))</main>

            """
        let style = HTMLDocument.Style.inside(sheet: LetterStyle.sheet, followsLightAndDark: false)
        return HTMLDocument(title: letter.title, style: style, body: body).text
    }

    private func render(_ block: Letter.Block) -> Markup {
        switch block {
        case .heading(let level, let line): "<h\(level)>\(line.phrase)</h\(level)>\n"
        case .paragraph(let lines): "<p>\(text(lines))</p>\n"
        case .list(let lines):
            "<ul>\n\(lines.map { "<li>\($0.phrase)</li>\n" as Markup })</ul>\n"
        case .quote(let lines): "<blockquote>\n<p>\(text(lines))</p>\n</blockquote>\n"
        }
    }

    private func text(_ lines: [Letter.Line]) -> Markup {
        lines.map { "\($0.phrase)" as Markup }.joined(by: "<br/>\n")
    }
}
