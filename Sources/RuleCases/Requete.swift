package import PolicyValues
package import RuleModel
package import SourceText

/// A case to decide: what the requête states, typed by the vocabulary (section 10).
package struct Requete: Sendable {
    /// One matter of a requête of several.
    package struct Matter: Sendable {
        package let name: String?
        package let narrative: String?
        package let facts: FactSheet
        package let expected: Node?
        package let range: SourceRange
    }

    package let name: String?
    /// `date`, when the case gives one.
    package let date: CivilDate?
    package let narrative: String?
    /// The case's own facts; with ``objects``, shared by them.
    package let facts: FactSheet
    /// Empty when the case is about one matter. Their fact sheets hold the case's own facts too.
    package let objects: [Matter]
    /// `attendu`, as written: read by fixtures.
    package let expected: Node?
    /// `échec attendu`.
    package let expectedFailure: Located<String>?
    package let range: SourceRange
}

/// The value of each fact, and where it comes from.
package struct FactSheet: Sendable {
    package enum Origin: Hashable, Sendable {
        /// The case does not mention the fact, and nothing is presumed.
        case absent
        /// The case mentions the fact as unknown.
        case statedUnknown
        /// `cas`.
        case stated
        /// `présumé`.
        case presumed
    }

    /// By fact; nil is unknown.
    package var values: [Value?]
    package var origins: [Origin]
    /// Where the case states the fact.
    package var places: [SourceRange?]

    /// The sheet of a case that states nothing: presumptions alone.
    package init(nothingStatedIn set: RuleSet) {
        values = set.facts.map(\.presumed)
        origins = set.facts.map { $0.presumed == nil ? .absent : .presumed }
        places = set.facts.map { _ in nil }
    }

    package subscript(id: FactID) -> Value? { values[id.position] }

    /// States a fact, `nil` as unknown.
    package mutating func state(_ id: FactID, as value: Value?, at place: SourceRange? = nil) {
        values[id.position] = value
        origins[id.position] = value == nil ? .statedUnknown : .stated
        places[id.position] = place
    }
}
