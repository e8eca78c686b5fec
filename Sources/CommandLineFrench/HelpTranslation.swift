/// A page of help of the library, or the usage that follows a message of error, in French and wrapped to a width.
///
/// The library is asked for lines without end, so that a sentence is whole when it is translated.
struct HelpTranslation {
    /// The column where summaries begin, as the library lays its pages out.
    private static let summaryColumn = 26

    private let columns: Int
    private var isInSubcommands = false
    private var isInUsage = false
    private var lines: [String] = []

    /// The French page, at most that many columns wide, of an English one that is not wrapped.
    static func french(_ page: String, columns: Int) -> String {
        var translation = HelpTranslation(columns: columns)
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            translation.append(String(line))
        }
        return translation.lines.joined(separator: "\n")
    }

    private init(columns: Int) {
        self.columns = columns
    }

    private mutating func append(_ line: String) {
        if let (opening, rest) = Self.opening(of: line) {
            isInUsage = opening.isUsage
            let text = opening.french + rest
            lines += isInUsage ? usage(text, indent: opening.french.count) : wrapped(text, indent: opening.french.count)
        } else if let heading = Self.heading(line) {
            isInSubcommands = line == FrenchWording.subcommandsHeading
            isInUsage = false
            lines.append(heading)
        } else if let pointer = Self.pointer(line) {
            isInUsage = false
            lines.append(pointer)
        } else if line == FrenchWording.unspecifiedVersion.english {
            lines.append(FrenchWording.unspecifiedVersion.french)
        } else if isInUsage, !line.isEmpty {
            lines += usage(line, indent: line.prefix { $0 == " " }.count)
        } else {
            isInUsage = false
            lines += element(line)
        }
    }

    // MARK: Kinds of lines

    private static func opening(of line: String) -> (FrenchWording.Opening, rest: String)? {
        for opening in FrenchWording.openings where line.hasPrefix(opening.english) {
            return (opening, String(line.dropFirst(opening.english.count)))
        }
        return nil
    }

    private static func heading(_ line: String) -> String? {
        if let known = FrenchWording.headings[line] { return known }
        guard line.hasSuffix(":"), let first = line.first, first.isLetter, line == line.uppercased() else { return nil }
        var title = line.dropLast()
        while let last = title.last, last.isWhitespace { title.removeLast() }
        return title + FrenchWording.colon
    }

    private static func pointer(_ line: String) -> String? {
        for pointer in FrenchWording.pointers {
            if let holes = pointer.english.match(line) { return pointer.french.filled(with: holes) }
        }
        return nil
    }

    private func usage(_ line: String, indent: Int) -> [String] {
        let text = line.replacing(
            FrenchWording.subcommandPlaceholder.english, with: FrenchWording.subcommandPlaceholder.french)
        return LineWrapping.lines(of: text, columns: columns, indent: indent, keepsBracketsTogether: true)
    }

    private func wrapped(_ line: String, indent: Int) -> [String] {
        LineWrapping.lines(of: line, columns: columns, indent: indent)
    }

    /// A line of a list: a label, then a summary at its column or, when the label is long, alone on the next line.
    private func element(_ line: String) -> [String] {
        let margin = line.prefix { $0 == " " }.count
        guard margin == 2 || margin == Self.summaryColumn else { return wrapped(line, indent: margin) }
        let (label, summary) = Self.labelAndSummary(of: line, margin: margin)
        let french = Self.summary(summary)
        let marked = isInSubcommands ? Self.marked(label) : label
        if french.isEmpty { return [marked] }
        var start = marked
        var above: [String] = []
        if marked.count >= Self.summaryColumn {
            above = [marked]
            start = ""
        }
        start += String(repeating: " ", count: Self.summaryColumn - start.count)
        return above + LineWrapping.lines(of: start + french, columns: columns, indent: Self.summaryColumn)
    }

    private static func labelAndSummary(of line: String, margin: Int) -> (label: String, summary: String) {
        if margin == summaryColumn { return ("", String(line.dropFirst(summaryColumn))) }
        let label = line.prefix(summaryColumn)
        guard label.count == summaryColumn, label.last == " " else { return (line, "") }
        let lastVisible = label.lastIndex { $0 != " " } ?? label.startIndex
        return (String(label[...lastVisible]), String(line.dropFirst(summaryColumn)))
    }

    private static func marked(_ label: String) -> String {
        let mark = FrenchWording.defaultCommandMark
        return label.hasSuffix(mark.english) ? label.dropLast(mark.english.count) + mark.french : label
    }

    private static func summary(_ text: String) -> String {
        if let known = FrenchWording.summaries[text] { return known }
        for remark in FrenchWording.remarks {
            // The remark is the last thing in parentheses: the summary before it is ours.
            guard let start = text.ranges(of: remark.opening).last?.lowerBound,
                let holes = remark.english.match(String(text[start...]))
            else { continue }
            return text[..<start] + remark.french.filled(with: holes)
        }
        return text
    }
}
