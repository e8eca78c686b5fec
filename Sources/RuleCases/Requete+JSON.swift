import PolicyValues
package import RuleJSON
package import RuleModel

extension Requete {
    /// The case as a JSON case file: its name, its date and what it states, as ``CaseReader`` reads it.
    ///
    /// `récit`, which nothing interprets, is left out, and so is what a fixture expects. Of an object only what it
    /// states beyond the case is said.
    package func json(in set: RuleSet) -> JSONValue {
        var entries: [(String, JSONValue)] = []
        if let name { entries.append(("nom", .text(name))) }
        if let date { entries.append(("date", .text(date.iso))) }
        entries.append(("faits", facts.json(in: set, beyond: nil)))
        if !objects.isEmpty {
            let own = objects.map { object -> JSONValue in
                let name = object.name.map { [("nom", JSONValue.text($0))] } ?? []
                return .object(name + [("faits", object.facts.json(in: set, beyond: facts))])
            }
            entries.append(("objets", .list(own)))
        }
        return .object(entries)
    }
}

extension FactSheet {
    /// What the sheet states, null where it is stated as unknown.
    fileprivate func json(in set: RuleSet, beyond shared: FactSheet?) -> JSONValue {
        let stated = set.factIDs.compactMap { id -> (String, JSONValue)? in
            let origin = origins[id.position]
            if let shared, shared.origins[id.position] == origin, shared[id] == self[id] { return nil }
            switch origin {
            case .absent, .presumed: return nil
            case .stated, .statedUnknown: return (set[id].name, self[id].map(set.json) ?? .null)
            }
        }
        return .object(stated)
    }
}
