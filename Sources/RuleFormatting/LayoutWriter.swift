import SourceText

/// Writes a tree in canonical layout: two spaces a level, `{ a: b }` and `[a, b]` where they fit on the line, texts
/// folded at ``width``.
struct LayoutWriter {
    /// Columns of a line.
    static let width = 120

    private(set) var text = ""

    /// The text of a file, whose root is a mapping.
    static func write(_ root: LayoutTree) -> String {
        var writer = LayoutWriter()
        if case .mapping(let branches) = root {
            if branches.items.isEmpty { writer.text = "{}\n" }
            writer.write(branches, indent: 0, isList: false)
        }
        return writer.text
    }

    /// - Parameter isInline: whether the first item goes on where the text stands, after a dash.
    private mutating func write(
        _ branches: LayoutTree.Branches, indent: Int, isList: Bool, isInline: Bool = false
    ) {
        for (index, item) in branches.items.enumerated() {
            let isFirstInline = isInline && index == 0
            for comment in item.leading { write(comment, indent) }
            let item = isList && !isFirstInline ? writeHoisted(item, indent) : item
            if item.isAfterBlankLine, !isFirstInline { blankLine() }
            if !isFirstInline { text += String(repeating: " ", count: indent) }
            isList ? writeElement(item, indent) : writeEntry(item, indent)
        }
        for comment in branches.closing { write(comment, indent) }
    }

    private mutating func write(_ comment: LayoutTree.LineComment, _ indent: Int) {
        if comment.isAfterBlankLine { blankLine() }
        text += String(repeating: " ", count: indent) + comment.text + "\n"
    }

    /// One at most, and none at the start.
    private mutating func blankLine() {
        if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
    }

    private mutating func endLine(_ comment: LayoutTree.TrailingComment?) {
        if let comment { text += String(repeating: " ", count: max(1, comment.gap)) + comment.text }
        text += "\n"
    }

    private mutating func writeEntry(_ item: LayoutTree.Item, _ indent: Int) {
        let key = item.key.map(FlowText.key) ?? ""
        guard FlowText.canPrecedeColon(key) else { return writeLongEntry(key, item, indent) }
        text += key + ":"
        write(item, indent: indent, column: indent + Normalization.width(of: key.unicodeScalars) + 1, isList: false)
    }

    /// `? key`, then its value on a line of its own.
    private mutating func writeLongEntry(_ key: String, _ item: LayoutTree.Item, _ indent: Int) {
        text += "? " + key
        endLine(item.trailing)
        text += String(repeating: " ", count: indent) + ":"
        var item = item
        item.trailing = nil
        write(item, indent: indent, column: indent + 1, isList: false)
    }

    private mutating func writeElement(_ item: LayoutTree.Item, _ indent: Int) {
        text += "-"
        write(item, indent: indent, column: indent + 1, isList: true)
    }

    /// Writes the comments that would stand after a lone dash, where they would be taken for comments before what
    /// follows, and gives the element without them.
    ///
    /// - Parameter inner: how much deeper the element itself stands, in lists of lists.
    private mutating func writeHoisted(
        _ item: LayoutTree.Item, _ indent: Int, inner: Int = 0
    ) -> LayoutTree.Item {
        guard line(of: item.value, room: Self.width - indent - inner - 2) == nil else { return item }
        var item = item
        if let comment = item.trailing {
            write(LayoutTree.LineComment(text: comment.text, isAfterBlankLine: false), indent)
            item.trailing = nil
        }
        if case .sequence(var branches) = item.value, let first = branches.items.first {
            branches.items[0] = writeHoisted(first, indent, inner: inner + 2)
            item.value = .sequence(branches)
        }
        return item
    }

    /// What stands right of a key's colon or of a dash.
    private mutating func write(_ item: LayoutTree.Item, indent: Int, column: Int, isList: Bool) {
        let room = Self.width - column - 1
        switch item.value {
        case .scalar(let scalar): write(scalar, item, indent, room)
        case .mapping(let branches), .sequence(let branches):
            let isInnerList = if case .sequence = item.value { true } else { false }
            if let line = line(of: item.value, room: room) {
                text += " " + line
                endLine(item.trailing)
            } else if isList {
                text += " "
                write(branches, indent: indent + 2, isList: isInnerList, isInline: true)
            } else {
                endLine(item.trailing)
                write(branches, indent: indent + 2, isList: isInnerList)
            }
        }
    }

    /// A collection on the line, where it is so in the file and fits; an empty one has no other form, and a scalar always
    /// begins on its line.
    private func line(of tree: LayoutTree, room: Int) -> String? {
        switch tree {
        case .scalar: return ""
        case .mapping(let branches), .sequence(let branches):
            guard branches.isFlow || branches.items.isEmpty, let line = FlowText.of(tree),
                branches.items.isEmpty || Normalization.width(of: line.unicodeScalars) <= room
            else { return nil }
            return line
        }
    }

    private mutating func write(_ scalar: WrittenScalar, _ item: LayoutTree.Item, _ indent: Int, _ room: Int) {
        switch ScalarSpelling.ofValue(scalar, room: room, ownRoom: Self.width - indent - 2) {
        case .line(let line):
            text += line.isEmpty ? "" : " " + line
            endLine(item.trailing)
        case .block(let header, let lines):
            text += " " + header
            endLine(item.trailing)
            for line in lines {
                text += line.isEmpty ? "\n" : String(repeating: " ", count: indent + 2) + line + "\n"
            }
        }
    }
}

/// Values on one line.
enum FlowText {
    static func key(_ scalar: WrittenScalar) -> String {
        ScalarSpelling.onOneLine(scalar, inFlow: false) ?? ScalarSpelling.escaped(scalar)
    }

    /// Whether YAML takes the text, as it is spelled, for a key without `?` (YAML 1.2, 7.4.2: 1024 characters).
    static func canPrecedeColon(_ key: String) -> Bool { key.unicodeScalars.count <= 1024 }

    /// A collection between braces or brackets; nil when a text in it needs lines of its own.
    static func of(_ tree: LayoutTree) -> String? {
        switch tree {
        case .scalar(let scalar): return ScalarSpelling.onOneLine(scalar, inFlow: true)
        case .mapping(let branches):
            if branches.items.isEmpty { return "{}" }
            var entries: [String] = []
            for item in branches.items {
                guard let key = item.key.flatMap({ of(.scalar($0)) }), canPrecedeColon(key), let value = of(item.value)
                else { return nil }
                // The space stays where there is no value: `a:,` is not YAML.
                entries.append("\(key): \(value)")
            }
            let line = entries.joined(separator: ", ")
            return "{ " + line + (line.hasSuffix(" ") ? "}" : " }")
        case .sequence(let branches):
            let elements = branches.items.compactMap { of($0.value) }
            return elements.count == branches.items.count ? "[" + elements.joined(separator: ", ") + "]" : nil
        }
    }
}
