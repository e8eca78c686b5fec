import RuleJSON

/// What is stated of a requête (language, section 10). A fact that is not stated is unknown, or what the rules presume.
///
///     let requete = StatedCase(facts: ["conteste une décision": .yesNo(true)])
public struct StatedCase: Hashable, Sendable {
    /// One of several matters that a requête raises: its facts come on top of the case's.
    public struct Object: Hashable, Sendable {
        /// What the matter is called.
        public var name: String?
        /// What is stated of this matter, by the name of the fact.
        public var facts: [String: FactValue]

        /// A matter with facts of its own.
        public init(name: String? = nil, facts: [String: FactValue]) {
            self.name = name
            self.facts = facts
        }
    }

    /// What the case is called.
    public var name: String?
    /// The day at which it is decided; else that of the rule set's reference fact, else today.
    public var date: CivilDay?
    /// What is stated, by the name of the fact.
    public var facts: [String: FactValue]
    /// The matters of a case that has several; else empty.
    public var objects: [Object]

    /// A case about one matter, or about several objects.
    public init(
        name: String? = nil, date: CivilDay? = nil, facts: [String: FactValue], objects: [Object] = []
    ) {
        self.name = name
        self.date = date
        self.facts = facts
        self.objects = objects
    }

    /// The case as a case file says it, facts by name, so that it is read by the one reader of cases.
    var json: JSONValue {
        var entries: [(String, JSONValue)] = []
        if let name { entries.append(("nom", .text(name))) }
        if let date { entries.append(("date", .text(date.description))) }
        entries.append(("faits", Self.json(facts)))
        if !objects.isEmpty { entries.append(("objets", .list(objects.map(Self.json)))) }
        return .object(entries)
    }

    private static func json(_ object: Object) -> JSONValue {
        let name = object.name.map { [("nom", JSONValue.text($0))] } ?? []
        return .object(name + [("faits", json(object.facts))])
    }

    private static func json(_ facts: [String: FactValue]) -> JSONValue {
        .object(facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })
    }
}
