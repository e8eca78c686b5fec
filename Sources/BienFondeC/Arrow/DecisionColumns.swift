import RuleBatch

/// What the answers say of one decision, as columns.
struct DecisionColumns {
    private enum Issues {
        case one(TextColumn)
        /// Of a `cumul` decision.
        case several(ListColumn)
    }

    private let name: String
    private var validity = Validity()
    private var states = TextColumn()
    private var issues: Issues
    private var motifs: ListColumn?
    private var missing: ListColumn?

    init(_ name: String, isCumulative: Bool, withFindings: Bool) {
        self.name = name
        issues = isCumulative ? .several(ListColumn()) : .one(TextColumn())
        if withFindings { (motifs, missing) = (ListColumn(), ListColumn()) }
    }

    mutating func append(_ answer: DecisionAnswer) {
        validity.append(true)
        states.append(joining: answer.states)
        switch issues {
        case .one(var column):
            issues = .several(ListColumn())
            column.append(joining: answer.issues)
            issues = .one(column)
        case .several(var column):
            issues = .one(TextColumn())
            if answer.hasIssue { column.append(answer.issues) } else { column.appendNull() }
            issues = .several(column)
        }
        motifs?.append(answer.motifs)
        missing?.append(answer.missing)
    }

    mutating func appendNull() {
        validity.append(false)
        states.appendNull()
        switch issues {
        case .one(var column):
            column.appendNull()
            issues = .one(column)
        case .several(var column):
            column.appendNull()
            issues = .several(column)
        }
        motifs?.appendNull()
        missing?.appendNull()
    }

    var fits: Bool {
        let issuesFit =
            switch issues {
            case .one(let column): column.fits
            case .several(let column): column.fits
            }
        return issuesFit && states.fits && motifs?.fits != false && missing?.fits != false
    }

    var column: ArrowColumn {
        let issueColumn =
            switch issues {
            case .one(let column): column.column("issue")
            case .several(let column): column.column("issue")
            }
        var children = [states.column("état"), issueColumn]
        if let motifs { children.append(motifs.column("motifs")) }
        if let missing { children.append(missing.column("manquants")) }
        return ArrowColumn(
            name: name, format: "+s", count: validity.count, nullCount: validity.nullCount,
            buffers: [validity.buffer], children: children)
    }
}

/// What one answer says of one decision; of a case with `objets`, what its objects have, each text once.
struct DecisionAnswer {
    private(set) var states: [ArraySlice<UInt8>] = []
    private(set) var issues: [ArraySlice<UInt8>] = []
    /// Whether there is an issue, were it the empty set.
    private(set) var hasIssue = false
    private(set) var motifs: [ArraySlice<UInt8>] = []
    private(set) var missing: [ArraySlice<UInt8>] = []

    /// Goes past one decision of an answer; false when something else stands there.
    mutating func read(_ reader: inout AnswerReader) -> Bool {
        guard reader.skipKey(), reader.skip(#"{"état":"#) else { return false }
        reader.eachText { Self.add($0, to: &states) }
        guard reader.skip(#","issue":"#) else { return false }
        reader.eachText { Self.add($0, to: &issues) }
        hasIssue = hasIssue || !reader.wasNull
        if reader.skip(#","motifs":"#) {
            reader.eachText { Self.add($0, to: &motifs) }
            guard reader.skip(#","manquants":"#) else { return false }
            reader.eachText { Self.add($0, to: &missing) }
        }
        guard reader.skip("}") else { return false }
        _ = reader.skip(",")
        return true
    }

    mutating func clear() {
        states.removeAll(keepingCapacity: true)
        issues.removeAll(keepingCapacity: true)
        motifs.removeAll(keepingCapacity: true)
        missing.removeAll(keepingCapacity: true)
        hasIssue = false
    }

    private static func add(_ text: ArraySlice<UInt8>, to texts: inout [ArraySlice<UInt8>]) {
        if texts.isEmpty || !texts.contains(where: { $0.elementsEqual(text) }) { texts.append(text) }
    }
}
