import RuleModel
import SourceText

/// A source, and what cites it.
struct Citation {
    let owner: String
    let source: Source

    /// The document, folded; nil of an addition.
    var documentKey: String? {
        switch source.kind {
        case .passage(let document, _, _): NameKey.fold(document)
        case .addition: nil
        }
    }
}

extension RuleSet {
    /// Every source of the set, each once: lines inherit the sources of their table. In the order of files and places.
    var citations: [Citation] {
        var all: [Citation] = []
        func add(_ owner: String, _ sources: [Source]) { all += sources.map { Citation(owner: owner, source: $0) } }
        for table in tables { add(table.name, table.sources) }
        for rule in rules { add(rule.name, rule.sources) }
        for fact in facts { add(fact.name, fact.sources) }
        for definition in definitions { add(definition.name, definition.sources) }
        for decision in decisions { add(decision.name, decision.sources) }
        for parameter in parameters { add(parameter.name, parameter.sources) }
        for calendar in calendars { add(calendar.name, calendar.sources) }
        for invariant in constraints + properties { add(invariant.name, invariant.sources) }
        var seen: Set<SourceRange> = []
        return all.filter { seen.insert($0.source.range).inserted }.sorted { $0.source.range.precedes($1.source.range) }
    }
}
