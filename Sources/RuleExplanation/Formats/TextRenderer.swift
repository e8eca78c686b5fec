/// Prints a report for a terminal: 80 columns, indented by depth, the same words with and without colour.
///
/// Headings and labels are words, lists begin with a hyphen, so that a screen reader says the structure too.
package struct TextRenderer: Sendable {
    private let colored: Bool

    package init(colored: Bool = false) { self.colored = colored }

    package func render(_ page: Page) -> String {
        var layout = TextLayout(colored: colored)
        layout.add(.strong(page.title))
        layout.blankLine()
        for block in page.lead { add(block, to: &layout, indent: "") }
        for section in page.sections { add(section, to: &layout, indent: "") }
        return layout.text
    }

    private func add(_ section: Page.Section, to layout: inout TextLayout, indent: String) {
        layout.blankLine()
        layout.add(section.heading.strengthened, after: indent)
        for block in section.blocks { add(block, to: &layout, indent: indent + Self.step) }
        for inner in section.sections { add(inner, to: &layout, indent: indent + Self.step) }
    }

    private func add(_ block: Page.Block, to layout: inout TextLayout, indent: String) {
        switch block {
        case .paragraph(let phrase): layout.add(phrase, after: indent)
        case .notice(let phrase):
            layout.add(phrase, after: indent)
            layout.blankLine()
        case .fields(let fields):
            for field in fields { layout.add(Phrase(labelled(field.label, "")) + field.value, after: indent) }
        case .list(let items):
            for item in items { add(item, to: &layout, indent: indent) }
        }
    }

    private func add(_ item: Page.Item, to layout: inout TextLayout, indent: String) {
        layout.add(item.phrase, after: indent + "- ")
        for inner in item.items { add(inner, to: &layout, indent: indent + Self.step) }
    }

    private static let step = "  "
}

extension Phrase {
    /// The phrase as a heading.
    var strengthened: Phrase {
        runs.dropFirst().reduce(Phrase(runs.first?.text ?? "", .strong)) { $0 + Phrase($1.text, .strong) }
    }
}
