import SourceText

/// `--filtre`: a text to look for, accents and case aside.
package struct TextFilter: Sendable {
    private let wanted: String

    package init(_ text: String) { wanted = NameKey.bare(text) }

    package func matches(_ texts: [String]) -> Bool { texts.contains { NameKey.bare($0).contains(wanted) } }
}
