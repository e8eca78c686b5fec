import SourceText

/// Builds the tree of one document from libyaml's events and reports what the profile refuses.
///
/// A refusal that leaves the tree readable (an empty value, a duplicate key) is reported and reading goes on; after
/// any other the file is ``isBroken``.
struct NodeReader {
    let file: FileID
    let bytes: [UInt8]
    let emptyValues: YAMLReader.EmptyValues
    private(set) var budget: Int
    private(set) var problems: [Diagnostic] = []
    private(set) var isBroken = false
    /// Where `|` and `>` texts stand: a tab in them is text.
    private var blockTexts: [SourceRange] = []
    /// The offsets of `[` and `{` that are still open.
    private var brackets: [Int] = []
    /// The columns of the lists and mappings by indentation that are still open.
    private var blockColumns: [Int] = []
    private let layout: LineLayout

    /// Stops the reading; the report has been made.
    private struct Stop: Error {}

    init(file: FileID, bytes: [UInt8], emptyValues: YAMLReader.EmptyValues, budget: Int) {
        self.file = file
        self.bytes = bytes
        layout = LineLayout(bytes: bytes)
        self.emptyValues = emptyValues
        self.budget = budget
    }

    /// The root mapping; nil for an empty file, and when the file is broken.
    mutating func readDocument(from events: EventReader) -> Node? {
        do throws(Stop) {
            _ = try next(events)
            let start = try next(events)
            if case .streamEnd = start.kind { return nil }
            let root = try readNode(try next(events), events, depth: 1)
            try expectEnd(after: try next(events), events)
            guard root.entries != nil else { throw stop(.rootIsNotMapping(root, bytes, document: range(start))) }
            let tabs = Tabs.indenting(bytes, outside: blockTexts)
            for tab in tabs.prefix(1) { throw stop(.tabInIndentation(SourceRange(file: file, at: tab, length: 1))) }
            return root
        } catch {
            isBroken = true
            return nil
        }
    }

    /// Nothing but comments may follow the document. Directives are looked for before libyaml reads them, which takes
    /// quadratic time over many.
    private mutating func expectEnd(after documentEnd: Event, _ events: EventReader) throws(Stop) {
        if let directive = Directives.first(in: bytes, from: documentEnd.start, skippingDocumentEnds: true) {
            throw stop(.yamlDirective(SourceRange(file: file, at: directive.lowerBound, length: directive.count)))
        }
        let event = try next(events)
        guard case .streamEnd = event.kind else { throw stop(.yamlSeveralDocuments(range(event))) }
    }

    private mutating func next(_ events: EventReader) throws(Stop) -> Event {
        do throws(SyntaxFailure) {
            return try events.next()
        } catch {
            throw stop(.yamlSyntax(error, openBracket: brackets.last, in: bytes, file))
        }
    }

    private mutating func stop(_ diagnostic: Diagnostic) -> Stop {
        problems.append(diagnostic)
        return Stop()
    }

    private func range(_ event: Event) -> SourceRange {
        SourceRange(file: file, at: event.start, length: event.end - event.start)
    }

    private mutating func readNode(_ event: Event, _ events: EventReader, depth: Int) throws(Stop) -> Node {
        try check(event)
        switch event.kind {
        case .scalar(let text, let style): return try scalar(text, style, event)
        case .sequenceStart: return try sequence(event, events, depth: depth)
        case .mappingStart: return try mapping(event, events, depth: depth)
        case .alias, .streamStart, .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
            throw unexpected(event)
        }
    }

    private mutating func check(_ event: Event) throws(Stop) {
        budget -= 1
        if budget < 0 { throw stop(.tooManyNodes(range(event))) }
        if event.hasAnchor { throw stop(.yamlAnchor(wordRange(event))) }
        if event.hasTag || byte(at: event.start) == UInt8(ascii: "!") { throw stop(.yamlTag(wordRange(event))) }
        if case .alias = event.kind { throw stop(.yamlAnchor(wordRange(event))) }
    }

    /// What libyaml never gives where a value is expected.
    private mutating func unexpected(_ event: Event) -> Stop {
        let failure = SyntaxFailure(problem: "", context: "", offset: event.start, contextOffset: event.start)
        return stop(.yamlSyntax(failure, openBracket: brackets.last, in: bytes, file))
    }

    private mutating func sequence(_ start: Event, _ events: EventReader, depth: Int) throws(Stop) -> Node {
        try open(start, depth: depth)
        var elements: [Node] = []
        while true {
            let event = try next(events)
            if case .sequenceEnd = event.kind {
                try close(start, event)
                return Node(.sequence(elements), at: extent(from: start, to: event, last: elements.last?.range))
            }
            elements.append(try readNode(event, events, depth: depth + 1))
            checkElement(elements.last)
        }
    }

    private mutating func checkElement(_ element: Node?) {
        if let element, isEmptyAndMayNotBe(element) { problems.append(.emptyElement(element.range)) }
    }

    private mutating func mapping(_ start: Event, _ events: EventReader, depth: Int) throws(Stop) -> Node {
        try open(start, depth: depth)
        var entries = Entries()
        while true {
            let event = try next(events)
            if case .mappingEnd = event.kind {
                try close(start, event)
                return mapping(entries, start, event)
            }
            let key = try readKey(event, events)
            let value = try readNode(try next(events), events, depth: depth + 1)
            add(value, under: key, to: &entries, depth: depth)
        }
    }

    /// The entries of a mapping so far, and how to find again where a key stands.
    private struct Entries {
        private(set) var all: [Node.Entry] = []
        private var folded: [String] = []
        /// Filled when there are many entries; a few are looked through faster.
        private var places: [String: Int] = [:]

        private static let few = 12

        /// Adds an entry; gives the place of its key when there is one already, and leaves it out.
        mutating func add(_ entry: Node.Entry) -> SourceRange? {
            let key = NameKey.fold(entry.key.value)
            let first = all.count <= Self.few ? folded.firstIndex(of: key) : places[key]
            if let first { return all[first].key.range }
            if all.count == Self.few { for (index, key) in folded.enumerated() { places[key] = index } }
            if all.count >= Self.few { places[key] = all.count }
            folded.append(key)
            all.append(entry)
            return nil
        }
    }

    private func mapping(_ entries: Entries, _ start: Event, _ end: Event) -> Node {
        Node(.mapping(entries.all), at: extent(from: start, to: end, last: entries.all.last?.value.range))
    }

    /// Apart from ``mapping(_:_:depth:)``, which is recursive and keeps a small stack frame.
    private mutating func add(_ value: Node, under key: Located<String>, to entries: inout Entries, depth: Int) {
        guard !Node.Scalar(text: key.value, style: .plain).isEmptyValue else {
            problems.append(.emptyKey(key))
            return
        }
        if let first = entries.add(Node.Entry(key: key, value: value)) {
            problems.append(.duplicateKey(key, first: first))
        }
        // A section, at the root, may be left empty.
        if depth > 1, isEmptyAndMayNotBe(value) { problems.append(.emptyValue(key)) }
    }

    private mutating func readKey(_ event: Event, _ events: EventReader) throws(Stop) -> Located<String> {
        switch event.kind {
        case .scalar, .alias: break
        default: throw stop(.yamlComplexKey(wordRange(event)))
        }
        // libyaml takes any `?` between brackets for the sign of a key, also one that begins a text.
        if event.start > 0, byte(at: event.start - 1) == UInt8(ascii: "?") {
            throw stop(.questionMark(span(event.start - 1, event.start)))
        }
        let node = try readNode(event, events, depth: 1)
        let text = node.scalar?.text ?? ""
        if text == "<<", node.scalar?.style == .plain { throw stop(.yamlMergeKey(node.range)) }
        return Located(text, at: node.range)
    }

    private mutating func scalar(
        _ text: String, _ style: Node.Scalar.Style, _ event: Event
    ) throws(Stop) -> Node {
        guard text.utf8.count <= Limits.scalarBytes else {
            throw stop(
                .scalarTooLong(SourceRange(file: file, at: event.start, length: min(60, event.end - event.start))))
        }
        var range = range(event)
        if style == .block {
            range = trimmed(range)
            blockTexts.append(range)
        }
        // Only an escape brings in a character that the bytes of the file do not show.
        if style == .quoted, hasEscape(range), let scalar = text.unicodeScalars.first(where: TextChecks.isForbidden) {
            throw stop(.forbiddenCharacter(scalar, escaped: true, range))
        }
        if style == .quoted, TextChecks.stacksMarks(text) { throw stop(.stackedMarks(range)) }
        if style == .plain, dashesWithoutSpace(range) { throw stop(.dashWithoutSpace(range)) }
        try checkLayout(of: event, style)
        return Node(.scalar(.init(text: BorderText.normalized(text), style: style)), at: range)
    }

    private mutating func open(_ start: Event, depth: Int) throws(Stop) {
        guard depth <= Limits.depth else { throw stop(.tooDeep(range(start))) }
        if byte(at: start.start) == UInt8(ascii: "{"), byte(at: start.start + 1) == UInt8(ascii: "{") {
            throw stop(.unquotedHole(span(start.start, start.start + 2)))
        }
        if isBracket(at: start.start) {
            brackets.append(start.start)
        } else if brackets.isEmpty {
            blockColumns.append(layout.column(of: start.start))
        }
    }

    private mutating func close(_ start: Event, _ end: Event) throws(Stop) {
        if isBracket(at: start.start) {
            _ = brackets.popLast()
            try checkLines(start.start, end.end)
        } else if brackets.isEmpty {
            _ = blockColumns.popLast()
        }
    }

    /// Checks what libyaml lets through in the layout of a text.
    private mutating func checkLayout(of event: Event, _ style: Node.Scalar.Style) throws(Stop) {
        switch style {
        case .quoted: try checkLines(event.start, event.end)
        case .block:
            if let hash = layout.gluedComment(inHeaderAt: event.start) {
                throw stop(.gluedComment(span(hash, hash + 1)))
            }
            let column = blockColumns.last ?? -1
            if let line = layout.longBlankLine(inTextAt: event.start, column: column) {
                throw stop(.longBlankLine(span(line.lowerBound, line.upperBound)))
            }
        case .plain, .number, .boolean, .null: break
        }
    }

    /// Checks how far in the lines of a quoted text or of what is between brackets stand.
    private mutating func checkLines(_ start: Int, _ end: Int) throws(Stop) {
        if let hash = layout.gluedComment(after: end) { throw stop(.gluedComment(span(hash, hash + 1))) }
        guard brackets.isEmpty, let column = blockColumns.last else { return }
        if let line = layout.lineTooFarOut(in: start..<max(start, end), column: column) {
            throw stop(.lineTooFarOut(span(line.lowerBound, line.upperBound), opening: span(start, start + 1)))
        }
    }

    private func isEmptyAndMayNotBe(_ value: Node) -> Bool {
        emptyValues == .ofSectionsOnly && value.scalar?.isEmptyValue ?? false
    }
}
