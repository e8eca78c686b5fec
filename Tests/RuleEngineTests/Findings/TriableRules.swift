import PolicyValues
import RandomPolicies

/// Small random rule sets over a fixed vocabulary whose facts have, for these rules, few values that differ: all cases
/// can be tried. Numbers are among them, so ``RandomRules`` is not enough.
struct TriableRules {
    private var dice: SplitMix64
    private var decisions: [String] = []
    /// By decision: whether it may be `sans objet`.
    private var mayNotApply: [Bool] = []
    private var definitions: [String] = []
    /// By rule: its fields, and the rules that it sets aside.
    private var rules: [(fields: String, overrides: [String])] = []

    init(seed: UInt64) {
        dice = SplitMix64(seed: seed)
        definitions.append("d0: { vrai si: \(condition(2)) }")
        let lines = "{ si: \(condition(1)), vaut: 1 }, { si: \(condition(1)), vaut: n }, { vaut: 3 }"
        definitions.append("d1: { type: nombre, selon: [\(lines)] }")
        for _ in 0..<3 { addDecision() }
    }

    /// The sections of the set, but `politique`.
    var yaml: String {
        let facts = Self.types.sorted { $0.key < $1.key }.map { "\($0.key): { question: q, \($0.value) }" }
        let rules = rules.enumerated().map { number, rule in
            let overrides = rule.overrides.isEmpty ? "" : ", écarte: [\(rule.overrides.joined(separator: ", "))]"
            return "r\(number): { \(rule.fields)\(overrides) }"
        }
        let sections = [("faits", facts), ("définitions", definitions), ("décisions", decisions), ("règles", rules)]
        return sections.map { "\($0.0):\n" + $0.1.map { "  \($0)\n" }.joined() }.joined()
    }

    /// A constraint between two facts.
    mutating func constraint() -> String { "contraintes: { k: { si: \(factTest()), alors: \(factTest()) } }\n" }

    /// A case's facts, about two in three stated.
    mutating func facts() -> String {
        var entries: [String] = []
        for (fact, values) in Self.values.sorted(by: { $0.key < $1.key }) where dice.chance(65) {
            entries += dice.pick(values).map { ["\(fact): \($0)"] } ?? []
        }
        return "{ \(entries.joined(separator: ", ")) }"
    }

    private static let types = [
        "a": "type: oui/non", "b": "type: oui/non", "n": "type: nombre, min: 0, max: 3",
        "m": "type: nombre, min: 0, max: 3", "couleur": "type: choix, valeurs: { bleu: b, rouge: r, vert: v }",
        "options": "type: choix multiple, valeurs: { bleu: b, rouge: r }",
    ]

    /// Values as a case writes them. Between two constants of the rules there are enough numbers for any order of `n`
    /// and `m`.
    static let values = [
        "a": ["oui", "non"], "b": ["oui", "non"], "n": numbers, "m": numbers, "couleur": ["bleu", "rouge", "vert"],
        "options": ["[]", "[bleu]", "[rouge]", "[bleu, rouge]"],
    ]

    private static let numbers = ["0", "0.5", "1", "1.25", "1.5", "1.75", "2", "2.5", "3"]

    /// A decision and the rules that conclude it.
    private mutating func addDecision() {
        let name = "D\(decisions.count)"
        let applicability = dice.chance(35) ? ", applicable si: \(condition(1))" : ""
        let method = pick("priorité", "unique", "cumul")
        let byDefault = method == "cumul" ? "" : ", par défaut: \(pick("x", "y", "z"))"
        for _ in 0..<1 + dice.below(3) { addRule(concluding: name) }
        let fields = "question: q, issues: { x: x, y: y, z: z }, méthode: \(method)\(byDefault)\(applicability)"
        decisions.append("\(name): { \(fields) }")
        mayNotApply.append(!applicability.isEmpty)
    }

    private mutating func addRule(concluding decision: String) {
        var fields: [String] = []
        if dice.chance(90) { fields.append("si: \(condition(2))") }
        if dice.chance(35) { fields.append("sauf: \(condition(1))") }
        fields.append("conclut: { \(decision): \(pick("x", "y", "z")) }")
        // An earlier rule sets this one aside: nothing is circular.
        if !rules.isEmpty, dice.chance(25) { rules[dice.below(rules.count)].overrides.append("r\(rules.count)") }
        rules.append((fields.joined(separator: ", "), []))
    }

    private mutating func condition(_ depth: Int) -> String {
        guard depth > 0, dice.chance(60) else { return test() }
        let branches = (0..<2 + dice.below(2)).map { _ in condition(depth - 1) }.joined(separator: ", ")
        return pick(
            "{ une: [\(branches)] }", "{ aucune: [\(branches)] }", "{ toutes: [\(branches)] }",
            "{ non: [\(branches)] }",
            "{ au moins: { nombre: 2, parmi: [\(branches)] } }", "[\(branches)]")
    }

    private mutating func test() -> String {
        switch dice.below(10) {
        case 0 where !definitions.isEmpty: "{ d0: \(pick("oui", "non")) }"
        case 1 where definitions.count > 1: "{ d1: { au moins: \(1 + dice.below(3)) } }"
        case 2 where !decisions.isEmpty, 3 where !decisions.isEmpty: decisionTest()
        case 4 where !rules.isEmpty: "{ règle: r\(dice.below(rules.count)) }"
        default: factTest()
        }
    }

    private mutating func decisionTest() -> String {
        let decision = dice.below(decisions.count)
        if mayNotApply[decision], dice.chance(20) { return "{ D\(decision): sans objet }" }
        return "{ D\(decision): \(pick("x", "[y, z]", "{ n'est pas: y }")) }"
    }

    private mutating func factTest() -> String {
        pick(
            "{ a: \(pick("oui", "non")) }", "{ b: \(pick("oui", "non")) }",
            "{ couleur: \(pick("bleu", "[rouge, vert]", "{ n'est pas: vert }")) }",
            "{ options: \(pick("bleu", "{ n'est pas: rouge }", "{ contient toutes: [bleu, rouge] }")) }",
            "{ n: \(pick("{ plus de: 1 }", "{ au plus: 2 }", "1", "{ moins de: 2, au moins: 1 }", "{ plus de: { fait: m } }")) }",
            "{ m: \(pick("{ au moins: 2 }", "{ fait: n }")) }")
    }

    private mutating func pick(_ texts: String...) -> String { dice.pick(texts) ?? "" }
}
