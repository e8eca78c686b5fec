import SourceText

/// Gives each comment to the entry or element that it belongs to.
///
/// A comment on a line of its own belongs to what follows it, unless it is indented deeper: then to the end of what
/// stands before. A comment at the end of a line belongs to what begins or ends on that line.
struct CommentAttacher {
    private let library: SourceLibrary
    private let lines: SourceLines
    private var comments: ArraySlice<Comment>

    /// What comes after a value: where, and how far it is indented; nil at the end of the file.
    private struct Next {
        let offset: Int
        let column: Int
    }

    private init(_ file: FileID, _ library: SourceLibrary, _ comments: [Comment]) {
        self.library = library
        lines = SourceLines(bytes: library[file].bytes)
        self.comments = comments[...]
    }

    /// The tree of a file; the root is a mapping.
    static func attach(_ comments: [Comment], to root: Node, in library: SourceLibrary) -> LayoutTree {
        var attacher = CommentAttacher(root.range.file, library, comments)
        // `{}` alone has no entry that they could belong to.
        if case .mapping(let entries) = root.content, entries.isEmpty {
            return .mapping(LayoutTree.Branches(items: [], isFlow: false, closing: comments.map(attacher.line)))
        }
        let tree = attacher.tree(root, before: nil)
        guard case .mapping(var branches) = tree else { return tree }
        // What stands after a root between braces, which becomes a root of lines.
        branches.closing += attacher.comments.map(attacher.line)
        return .mapping(branches)
    }

    private mutating func tree(_ node: Node, before next: Next?) -> LayoutTree {
        switch node.content {
        case .scalar(let scalar): .scalar(WrittenScalar(scalar.text, at: node.range, in: library))
        case .mapping(let entries):
            .mapping(
                branches(node, entries.map { ($0.key, $0.value, Int($0.key.range.start)) }, before: next))
        case .sequence(let elements):
            .sequence(branches(node, elements.map { (nil, $0, Int($0.range.start)) }, before: next))
        }
    }

    private mutating func branches(
        _ node: Node, _ parts: [(key: Located<String>?, value: Node, start: Int)], before next: Next?
    ) -> LayoutTree.Branches {
        let isFlow = isFlow(node) && !hasComment(in: node.range)
        var items: [LayoutTree.Item] = []
        for (index, part) in parts.enumerated() {
            let following = parts.indices.contains(index + 1) ? self.next(parts[index + 1].start) : next
            items.append(item(part.key, part.value, start: part.start, before: following, inFlow: isFlow))
        }
        let column = lines.column(of: Int(node.range.start))
        let end = Int(node.range.end)
        var closing: [LayoutTree.LineComment] = []
        while let comment = comments.first, !isFlow, next.map({ comment.offset < $0.offset }) ?? true,
            comment.offset < end || comment.column >= column && comment.column > next?.column ?? -1
        {
            closing.append(line(comment))
            comments.removeFirst()
        }
        return LayoutTree.Branches(items: items, isFlow: isFlow, closing: closing)
    }

    /// Where an item begins; an element of a list begins with its dash, an entry with the `?` before its key.
    private func next(_ start: Int) -> Next {
        var column = lines.column(of: start)
        let before = lines.bytes[(start - column)..<start]  // bounded: a column is at most its offset
        if let last = before.lastIndex(where: { $0 != 0x20 }), SourceLines.introducesItem(before[last]) {
            column = last - before.startIndex
        }
        return Next(offset: start, column: column)
    }

    private mutating func item(
        _ key: Located<String>?, _ value: Node, start: Int, before next: Next?, inFlow: Bool
    ) -> LayoutTree.Item {
        var leading = take { $0.offset < start }.map(line)
        let isAfterBlankLine = !inFlow && lines.beginsItem(start) && lines.isBlankAbove(start)
        var trailing: LayoutTree.TrailingComment?
        let isOpen = value.scalar == nil && (!isFlow(value) || hasComment(in: value.range))
        // Of a block collection only the key's own line; else up to the end of the line on which the value ends.
        let end =
            isOpen
            ? min(lines.end(of: key.map { Int($0.range.end) } ?? start), Int(value.range.start))
            : min(lines.end(of: Int(value.range.end)), next?.offset ?? Int.max)
        let isBlockText = value.scalar?.style == .block
        let headerEnd = isBlockText ? lines.end(of: Int(value.range.start)) : end
        for comment in take(while: { $0.offset < max(headerEnd, isBlockText ? 0 : end) }) {
            if let gap = comment.gap, trailing == nil {
                trailing = LayoutTree.TrailingComment(text: comment.text, gap: gap)
            } else {
                leading.append(line(comment))
            }
        }
        var tree = tree(value, before: next)
        if key == nil { leading += tree.removeFirstLeading() }
        leading += tree.removeOnlyComments()
        return LayoutTree.Item(
            key: key.map { WrittenScalar($0.value, at: $0.range, in: library) }, value: tree,
            leading: leading, trailing: trailing, isAfterBlankLine: isAfterBlankLine)
    }

    private mutating func take(while isTaken: (Comment) -> Bool) -> ArraySlice<Comment> {
        let taken = comments.prefix(while: isTaken)
        comments = comments.dropFirst(taken.count)
        return taken
    }

    private func line(_ comment: Comment) -> LayoutTree.LineComment {
        LayoutTree.LineComment(text: comment.text, isAfterBlankLine: comment.isAfterBlankLine && comment.gap == nil)
    }

    private func isFlow(_ node: Node) -> Bool {
        guard node.scalar == nil, let first = library.bytes(in: node.range).first else { return false }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    private func hasComment(in range: SourceRange) -> Bool {
        comments.first { $0.offset >= Int(range.start) }.map { $0.offset < Int(range.end) } ?? false
    }
}

extension LayoutTree {
    /// Takes away the comments before the first item: after a dash they would stand before what they speak of.
    fileprivate mutating func removeFirstLeading() -> [LineComment] {
        switch self {
        case .scalar: return []
        case .mapping(var branches):
            let leading = branches.removeFirstLeading()
            self = .mapping(branches)
            return leading
        case .sequence(var branches):
            let leading = branches.removeFirstLeading()
            self = .sequence(branches)
            return leading
        }
    }
}

extension LayoutTree {
    /// Takes away the comments of a collection that holds nothing else: its braces have no line for them.
    fileprivate mutating func removeOnlyComments() -> [LineComment] {
        switch self {
        case .scalar: return []
        case .mapping(var branches):
            let comments = branches.removeOnlyComments()
            self = .mapping(branches)
            return comments
        case .sequence(var branches):
            let comments = branches.removeOnlyComments()
            self = .sequence(branches)
            return comments
        }
    }
}

extension LayoutTree.Branches {
    fileprivate mutating func removeOnlyComments() -> [LayoutTree.LineComment] {
        guard items.isEmpty else { return [] }
        defer { closing = [] }
        return closing
    }

    fileprivate mutating func removeFirstLeading() -> [LayoutTree.LineComment] {
        guard var first = items.first, !isFlow else { return [] }
        let leading = first.leading
        first.leading = []
        items[0] = first
        return leading
    }
}

extension SourceLines {
    /// Whether nothing but blanks, the dashes of a list and the `?` of a key stands before the place on its line.
    func beginsItem(_ offset: Int) -> Bool {
        // bounded: a line starts at or before its places
        bytes[start(of: offset)..<offset].allSatisfy { $0 <= 0x20 || Self.introducesItem($0) }
    }

    static func introducesItem(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") }
}
