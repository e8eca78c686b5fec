/// A report as a reader meets it, whatever the format: the wording is made once, and each format prints it.
package struct Page: Sendable {
    package let title: String
    package var lead: [Block]
    package var sections: [Section]
    /// The whole explanation of each matter, for the formats that can fold it away.
    package var trees: [Tree]

    package init(title: String, lead: [Block] = [], sections: [Section] = [], trees: [Tree] = []) {
        self.title = title
        self.lead = lead
        self.sections = sections
        self.trees = trees
    }

    /// A part with its heading; sections inside it are one level deeper.
    package struct Section: Sendable {
        package let heading: Phrase
        package var blocks: [Block] = []
        package var sections: [Section] = []
    }

    package enum Block: Sendable {
        case paragraph(Phrase)
        /// A paragraph that must not be missed.
        case notice(Phrase)
        /// Each a label and its value.
        case fields([Field])
        case list([Item])
    }

    package struct Field: Sendable {
        package let label: String
        package let value: Phrase
    }

    /// An entry of a list, with a list of its own below it.
    package struct Item: Sendable {
        package let phrase: Phrase
        package var items: [Item] = []
    }

    package struct Tree: Sendable {
        package let title: String
        package let root: ExplanationNode
    }
}

/// A stretch of text, parts of which stand out. No meaning rests on the style alone.
package struct Phrase: Sendable {
    package enum Style: Sendable {
        case plain
        /// What the eye should find first: an outcome, a title.
        case strong
        /// What may be passed over: an origin, an identifier.
        case quiet
    }

    package struct Run: Sendable {
        package let text: String
        package let style: Style
    }

    package private(set) var runs: [Run]

    package init(_ text: String, _ style: Style = .plain) { runs = [Run(text: text, style: style)] }

    package static func + (left: Phrase, right: Phrase) -> Phrase {
        var phrase = left
        phrase.runs += right.runs
        return phrase
    }

    package static func + (left: Phrase, right: String) -> Phrase { left + Phrase(right) }

    package static func strong(_ text: String) -> Phrase { Phrase(text, .strong) }

    package static func quiet(_ text: String) -> Phrase { Phrase(text, .quiet) }
}

extension Page.Item {
    init(_ text: String, _ items: [Page.Item] = []) { self.init(phrase: Phrase(text), items: items) }

    init(_ phrase: Phrase, _ items: [Page.Item] = []) { self.init(phrase: phrase, items: items) }
}

extension Page.Section {
    init(_ heading: String, _ blocks: [Page.Block] = [], _ sections: [Page.Section] = []) {
        self.init(heading: Phrase(heading), blocks: blocks, sections: sections)
    }
}
