import SourceText

/// Prints a report as Markdown (CommonMark, GitHub's extensions kept quiet): headings, lists, emphasis.
package struct MarkdownRenderer: Sendable {
    package init() {}

    package func render(_ page: Page) -> String {
        var text = "# \(MarkdownText.escaped(page.title))\n"
        for block in page.lead { text += render(block) }
        for section in page.sections { text += render(section, level: 2) }
        return text
    }

    private func render(_ section: Page.Section, level: Int) -> String {
        let marks = String(repeating: "#", count: min(level, Self.deepestHeading))
        var text = "\n\(marks) \(section.heading.runs.map { MarkdownText.escaped($0.text) }.joined())\n"
        for block in section.blocks { text += render(block) }
        for inner in section.sections { text += render(inner, level: level + 1) }
        return text
    }

    private static let deepestHeading = 6

    private func render(_ block: Page.Block) -> String {
        switch block {
        case .paragraph(let phrase), .notice(let phrase): "\n\(render(phrase))\n"
        case .fields(let fields):
            "\n" + fields.map { "- \(render(Phrase(labelled($0.label, "")) + $0.value))\n" }.joined()
        case .list(let items): "\n" + items.map { render($0, indent: "") }.joined()
        }
    }

    private func render(_ item: Page.Item, indent: String) -> String {
        "\(indent)- \(render(item.phrase))\n" + item.items.map { render($0, indent: indent + "  ") }.joined()
    }

    private func render(_ phrase: Phrase) -> String { phrase.runs.map(render).joined() }

    /// Emphasis takes no space at its inside: spaces at the ends stand outside.
    private func render(_ run: Phrase.Run) -> String {
        let leading = run.text.first == " " ? " " : ""
        let trailing = run.text.count > 1 && run.text.last == " " ? " " : ""
        let text = MarkdownText.escaped(run.text)
        guard !text.isEmpty else { return leading }
        switch run.style {
        case .plain, .quiet: return leading + text + trailing
        case .strong: return "\(leading)**\(text)**\(trailing)"
        }
    }
}
