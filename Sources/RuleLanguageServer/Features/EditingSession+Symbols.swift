import RuleJSON
import SourceText

extension EditingSession {
    mutating func workspaceSymbols(matching query: String) -> JSONValue {
        let project = project
        let wanted = NameKey.bare(query)
        let names = project.occurrences.filter { name in
            guard name.isDefinition, NameKey.bare(name.name).contains(wanted) || wanted.isEmpty else { return false }
            if case .value = name.kind { return false }
            return true
        }
        return .list(
            names.prefix(Limits.shownDiagnostics).map { name in
                .object([
                    ("name", .text(name.name)), ("kind", .int(13)), ("location", location(name.range, project)),
                ])
            })
    }

    mutating func selection(_ parameters: Node?) throws(Refusal) -> JSONValue {
        let place = try file(parameters)
        var ranges: [JSONValue] = []
        for position in parameters?["positions"]?.elements ?? [] {
            ranges.append(place.selection(at: try place.positions.offset(position)))
        }
        return .list(ranges)
    }
}
