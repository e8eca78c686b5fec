package import RuleModel

extension Requete {
    /// The case without what a person wrote freely: its name, those of its objects, its `récit`, and the value of each
    /// fact of type texte, which becomes unknown.
    ///
    /// - Returns: The case, the facts that lost their value, and what was left out, as a reader is told: « nom »,
    ///   « nom des objets », then the facts by their names. The `récit`, which nothing shows, is not told.
    package func masked(in set: RuleSet) -> (requete: Requete, facts: [FactID], told: [String]) {
        var lost: Swift.Set<FactID> = []
        let bare = Self.masked(facts, in: set, &lost)
        let objects = self.objects.map { object in
            Matter(
                name: nil, narrative: nil, facts: Self.masked(object.facts, in: set, &lost), expected: object.expected,
                range: object.range)
        }
        let masked = Requete(
            name: nil, date: date, narrative: nil, facts: bare, objects: objects, expected: expected,
            expectedFailure: expectedFailure, range: range)
        let names = lost.map { set[$0].name }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let told =
            (name == nil ? [] : ["nom"])
            + (self.objects.allSatisfy { $0.name == nil } ? [] : ["nom des objets"]) + names
        return (masked, set.factIDs.filter { lost.contains($0) }, told)
    }

    private static func masked(_ sheet: FactSheet, in set: RuleSet, _ lost: inout Swift.Set<FactID>) -> FactSheet {
        var masked = sheet
        for id in set.factIDs where set[id].type == .text && sheet.origins[id.position] == .stated {
            masked.state(id, as: nil, at: sheet.places[id.position])
            lost.insert(id)
        }
        return masked
    }
}
