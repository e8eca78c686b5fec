import PolicyValues
package import RuleEngine
package import RuleModel
package import SourceText

/// Makes the tree of an examination: a step for each decision, in the order in which decisions depend on each other.
///
/// A definition is opened once in the tree of a decision; later mentions refer to it. A decision or a rule of another
/// decision is never opened inside this one: it has its own tree. So the size is bounded by decisions × conditions.
package struct ExplanationTree {
    let set: RuleSet
    let examination: Examination
    let sentences: Sentences
    let places: PlaceIndex
    /// The definitions that the present decision's tree already shows.
    var opened: Set<DefinitionID> = []
    /// How many definitions the present step lies in.
    var depth = 0

    /// How deep definitions are opened inside each other: readers of JSON commonly stop at some hundreds of levels.
    static let deepestDefinition = 12

    private init(_ set: RuleSet, _ examination: Examination, _ places: PlaceIndex) {
        self.set = set
        self.examination = examination
        self.places = places
        sentences = Sentences(set, examination)
    }

    /// The whole tree.
    ///
    /// - Complexity: linear in decisions × conditions of their rules.
    package static func root(
        of examination: Examination, by set: RuleSet, placedBy places: PlaceIndex
    ) -> ExplanationNode {
        var tree = ExplanationTree(set, examination, places)
        let decisions = set.decisionsInOrder.map { tree.decision($0) }
        var root = ExplanationNode("Toutes les décisions sont établies", decisions.map(\.truth).conjunction)
        root.children = decisions
        return root
    }
}
