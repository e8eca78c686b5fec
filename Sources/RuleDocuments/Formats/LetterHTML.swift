import RuleExplanation

/// Prints a letter as a page that stands alone, with a style for the screen and one for paper: the form that the other
/// files are made from.
package struct LetterHTML: Sendable {
    package init() {}

    package func render(_ letter: Letter) -> String {
        """
        <!doctype html>
        <html lang="fr-CA">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(HTMLText.escaped(letter.title))</title>
        <style>
        \(LetterStyle.sheet)</style>
        </head>
        <body>
        <main>
        <div class="draft" role="note">
        <p><strong>\(HTMLText.escaped(letter.draft.mark))</strong></p>
        <p>\(HTMLText.escaped(letter.draft.explanation))</p>
        </div>
        \(letter.blocks.map(render).joined())</main>
        </body>
        </html>

        """
    }

    private func render(_ block: Letter.Block) -> String {
        switch block {
        case .heading(let level, let line): "<h\(level)>\(text(line))</h\(level)>\n"
        case .paragraph(let lines): "<p>\(lines.map(text).joined(separator: "<br>\n"))</p>\n"
        case .list(let lines): "<ul>\n\(lines.map { "<li>\(text($0))</li>\n" }.joined())</ul>\n"
        case .quote(let lines): "<blockquote>\n<p>\(lines.map(text).joined(separator: "<br>\n"))</p>\n</blockquote>\n"
        }
    }

    private func text(_ line: Letter.Line) -> String { HTMLText.phrase(line.phrase) }
}
