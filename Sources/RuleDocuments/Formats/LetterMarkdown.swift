import RuleExplanation
import SourceText

/// Prints a letter as Markdown.
package struct LetterMarkdown: Sendable {
    package init() {}

    package func render(_ letter: Letter) -> String {
        let draft =
            "> **\(MarkdownText.escaped(letter.draft.mark))**\\\n> \(MarkdownText.escaped(letter.draft.explanation))\n"
        return ([draft] + letter.blocks.map(render)).joined(separator: "\n")
    }

    private func render(_ block: Letter.Block) -> String {
        switch block {
        case .heading(let level, let line): String(repeating: "#", count: level) + " \(text(line))\n"
        case .paragraph(let lines): lines.map(text).joined(separator: "\\\n") + "\n"
        case .list(let lines): lines.map { "- \(text($0))\n" }.joined()
        case .quote(let lines): "> " + lines.map(text).joined(separator: "\\\n> ") + "\n"
        }
    }

    private func text(_ line: Letter.Line) -> String {
        line.runs.map { run in
            let text = MarkdownText.escaped(run.text)
            let leading = run.text.first == " " ? " " : ""
            let trailing = run.text.count > 1 && run.text.last == " " ? " " : ""
            return run.isStrong ? "\(leading)**\(text)**\(trailing)" : leading + text + trailing
        }.joined()
    }
}
