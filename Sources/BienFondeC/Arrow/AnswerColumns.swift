import RuleBatch
import RuleModel

/// The answers to a batch as columns, read back from their lines.
struct AnswerColumns {
    private var names = TextColumn()
    private var decisions: [DecisionColumns]
    private var errors = Validity()
    private var codes = TextColumn()
    private var messages = TextColumn()
    private var fingerprints = TextColumn()
    private var rows = Validity()
    private let fingerprint: [UInt8]
    /// By decision, kept for its room.
    private var answers: [DecisionAnswer]

    init(_ set: RuleSet, withFindings: Bool) {
        decisions = set.decisionsInOrder.map { id in
            DecisionColumns(set[id].name, isCumulative: set[id].isCumulative, withFindings: withFindings)
        }
        answers = decisions.map { _ in DecisionAnswer() }
        fingerprint = Array(set.fingerprint.utf8)
    }

    /// Adds the row of an answer.
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        var reader = AnswerReader(bytes, range)
        _ = reader.skip(#"{"ligne":"#)
        _ = reader.number()
        _ = reader.skip(#","nom":"#)
        var hasName = false
        reader.eachText { name in
            hasName = true
            names.append(name)
        }
        if !hasName { names.appendNull() }
        if readDecisions(&reader) {
            for index in decisions.indices { decisions[index].append(answers[index]) }
            appendNoError()
        } else {
            for index in decisions.indices { decisions[index].appendNull() }
            appendError(&reader)
        }
        fingerprints.append(fingerprint[...])
        rows.append(true)
    }

    /// Adds the row of no case.
    mutating func appendNull() {
        names.appendNull()
        for index in decisions.indices { decisions[index].appendNull() }
        appendNoError()
        fingerprints.append(fingerprint[...])
        rows.append(true)
    }

    /// Reads the decisions of an answer, of all its objects together; false when it is an error.
    private mutating func readDecisions(_ reader: inout AnswerReader) -> Bool {
        for index in answers.indices { answers[index].clear() }
        if reader.skip(#","décisions":{"#) { return readMatter(&reader) }
        guard reader.skip(#","objets":["#) else { return false }
        while reader.skip(#"{"nom":"#) {
            reader.eachText { _ in }
            guard reader.skip(#","décisions":{"#), readMatter(&reader), reader.skip("}}") else { return false }
            _ = reader.skip(",")
        }
        return true
    }

    private mutating func readMatter(_ reader: inout AnswerReader) -> Bool {
        for index in answers.indices {
            guard answers[index].read(&reader) else { return false }
        }
        return true
    }

    private mutating func appendError(_ reader: inout AnswerReader) {
        guard reader.skip(#","erreur":{"code":"#) else { return appendNoError() }
        reader.eachText { codes.append($0) }
        _ = reader.skip(#","message":"#)
        reader.eachText { messages.append($0) }
        errors.append(true)
    }

    private mutating func appendNoError() {
        codes.appendNull()
        messages.appendNull()
        errors.append(false)
    }

    /// Whether everything still fits the 32 bits of its places.
    var fits: Bool {
        names.fits && messages.fits && fingerprints.fits && decisions.allSatisfy(\.fits)
    }

    var column: ArrowColumn {
        let error = ArrowColumn(
            name: "erreur", format: "+s", count: errors.count, nullCount: errors.nullCount, buffers: [errors.buffer],
            children: [codes.column("code"), messages.column("message")])
        return ArrowColumn(
            name: "", format: "+s", count: rows.count, nullCount: 0, buffers: [.absent],
            children: [names.column("nom")] + decisions.map(\.column) + [error, fingerprints.column("empreinte")])
    }
}
