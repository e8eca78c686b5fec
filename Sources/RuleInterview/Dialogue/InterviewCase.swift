package import PolicyValues
package import RuleCases
package import RuleModel

/// The case that an interview is about: what a saved one states, with what is answered since.
package struct InterviewCase: Sendable {
    package struct Matter: Sendable {
        package let name: String?
        package let narrative: String?
        package var facts: FactSheet
    }

    package let name: String?
    package let date: CivilDate?
    package let narrative: String?
    /// What all objects share, as the file states it.
    let shared: FactSheet
    /// The matters; one without `objets`.
    package internal(set) var matters: [Matter]
    /// Whether the case has `objets`.
    let isSeveral: Bool

    /// A case that states nothing yet.
    ///
    /// - Parameter objects: how many matters it has; one is a case without `objets`.
    package init(nothingStatedIn set: RuleSet, objects: Int = 1) {
        (name, date, narrative) = (nil, nil, nil)
        shared = FactSheet(nothingStatedIn: set)
        isSeveral = objects > 1
        let matter = Matter(name: nil, narrative: nil, facts: shared)
        matters = Array(repeating: matter, count: max(1, objects))
    }

    /// How many facts are stated, of all matters.
    package var answered: Int {
        matters.reduce(0) { $0 + $1.facts.origins.count { $0 == .stated } }
    }

    /// A case that was read from a file.
    package init(_ requete: Requete) {
        (name, date, narrative, shared) = (requete.name, requete.date, requete.narrative, requete.facts)
        isSeveral = !requete.objects.isEmpty
        matters =
            isSeveral
            ? requete.objects.map { Matter(name: $0.name, narrative: $0.narrative, facts: $0.facts) }
            : [Matter(name: nil, narrative: nil, facts: requete.facts)]
    }
}
