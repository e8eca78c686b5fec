import PolicyValues

/// A random rule set, as YAML text: every construct of the language, constants dense so that comparisons meet equality.
///
/// What is generated later reads only what was generated before, so that nothing is circular: per decision some
/// definitions, the rules that conclude it (and perhaps later decisions), a table, then the decision itself.
package struct RandomRules {
    /// What a name can hold.
    enum Kind: Equatable {
        case yesNo
        /// A choice of the values of a group.
        case choice(Int)
        case choices(Int)
        case number(unit: String?)
        case date
        case text
    }

    struct Named {
        let name: String
        let kind: Kind
        /// Whether no decision or rule is behind it: what constraints may read.
        var isPlain = true
    }

    struct Rule {
        let name: String
        /// Keys and values but `écarte`.
        let fields: [String]
        var overrides: [String] = []
        let table: String?
    }

    struct Answer {
        let name: String
        let outcomes: [String]
        let method: String
        var mayNotApply = false
    }

    /// Whether facts have few values each: all cases can be tried.
    let isSmall: Bool
    var dice: SplitMix64
    /// The values of choices, by group; groups share some.
    var groups: [[String]] = []
    var facts: [Named] = []
    var definitions: [Named] = []
    var parameters: [Named] = []
    var calendars: [String] = []
    /// All decisions; the first ``decided`` can be read.
    var decisions: [Answer] = []
    var decided = 0
    var rules: [Rule] = []
    var tables: [String] = []
    /// Entries of each section, in no particular order.
    var sections: [String: [String]] = [:]

    package init(seed: UInt64, isSmall: Bool = false) {
        dice = SplitMix64(seed: seed)
        self.isSmall = isSmall
        makeVocabulary()
        makeDecisions()
        for decision in decisions.indices { makeStage(decision) }
        for _ in 0..<dice.below(2) { makeDefinition() }
        makeInvariants()
        writeRules()
    }

    /// The file.
    package var yaml: String {
        var lines = ["politique: {nom: Essai, version: \"1\"}"]
        for (section, entries) in sections.sorted(by: { $0.key < $1.key }) where !entries.isEmpty {
            lines.append(section + ":")
            lines += entries.map { "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func makeStage(_ decision: Int) {
        for _ in 0..<1 + dice.below(isSmall ? 2 : 3) { makeDefinition() }
        for _ in 0..<1 + dice.below(isSmall ? 3 : 4) { makeRule(concluding: decision) }
        if dice.chance(35) { makeTable(concluding: decision) }
        if dice.chance(50) { makeRule(concluding: decision) }
        write(decision)
        decided += 1
    }

    mutating func add(_ entry: String, to section: String) { sections[section, default: []].append(entry) }

    /// A key of a section's entry: with and without quotes.
    mutating func word(_ text: String) -> String { dice.chance(20) ? "\"\(text)\"" : text }

    mutating func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

    func mapping(_ entries: [String]) -> String { "{" + entries.joined(separator: ", ") + "}" }

    /// `en vigueur` in one of its forms.
    mutating func period() -> String {
        let first = dice.below(12)
        let from = Self.day(first)
        let through = Self.day(first + dice.below(10))
        return switch dice.below(4) {
        case 0: from
        case 1: "{du: \(from)}"
        case 2: "{au: \(through)}"
        default: "{du: \(from), au: \(through)}"
        }
    }

    /// A day of March 2024, from 0.
    static func day(_ number: Int) -> String {
        let day = number % 31 + 1
        return "2024-03-" + (day < 10 ? "0" : "") + String(day)
    }
}
