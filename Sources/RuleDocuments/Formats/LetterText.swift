import RuleExplanation

/// Prints a letter as plain text, 80 columns wide.
package struct LetterText: Sendable {
    package init() {}

    package func render(_ letter: Letter) -> String {
        var layout = TextLayout(colored: false)
        layout.add(Phrase(letter.draft.mark))
        layout.add(Phrase(letter.draft.explanation))
        layout.blankLine()
        layout.add(Phrase(String(repeating: "-", count: TextLayout.width)))
        for block in letter.blocks {
            layout.blankLine()
            switch block {
            case .heading(_, let line): layout.add(line.phrase)
            case .paragraph(let lines): for line in lines { layout.add(line.phrase) }
            case .list(let lines): for line in lines { layout.add(line.phrase, after: "- ") }
            case .quote(let lines): for line in lines { layout.add(line.phrase, after: "    ") }
            }
        }
        return layout.text
    }
}
