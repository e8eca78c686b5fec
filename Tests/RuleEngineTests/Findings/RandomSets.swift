import PolicyValues
import RuleCases
import RuleModel

/// Numbers that look random and are the same on every machine (Steele and others, "Fast Splittable Pseudorandom
/// Number Generators", 2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// Writes small rule sets and cases over a fixed vocabulary, whose facts have few values that the rules can tell
/// apart.
struct RandomSets {
    private var random: SplitMix
    /// How many of ``decisions`` are defined so far: conditions may test those.
    private var decisions = 0
    private var definitions = 0
    private var rules = 0

    init(seed: Int) { random = SplitMix(seed: seed) }

    static let facts = ["a", "b", "couleur", "options", "n", "m"]

    /// All values that the rules could tell apart, as a case writes them.
    static let values: [String: [String]] = [
        "a": ["oui", "non"], "b": ["oui", "non"], "couleur": ["bleu", "rouge", "vert"],
        "options": ["[]", "[bleu]", "[rouge]", "[bleu, rouge]"], "n": ["0", "0.5", "1", "1.25", "1.5", "1.75", "2", "2.5", "3"],
        "m": ["0", "0.5", "1", "1.25", "1.5", "1.75", "2", "2.5", "3"],
    ]

    /// The sections of a set.
    ///
    /// - Parameter presumed: whether facts are presumed, about one in two.
    mutating func yaml(presumed: Bool = false) -> String {
        var text = "faits:\n"
        for fact in Self.facts {
            let value = value(of: fact)
            text += "  \(fact): { question: q, \(Self.type(of: fact))"
            // The empty set is a value in cases only.
            let isPresumed = presumed && value != "[]" && random.chance(60)
            text += isPresumed ? ", présumé: \(value) }\n" : " }\n"
        }
        text += "définitions:\n  d0: { vrai si: \(condition(2)) }\n"
        definitions = 1
        text += "  d1: { type: nombre, selon: [{ si: \(condition(1)), vaut: 1 }, { si: \(condition(1)), vaut: n }, "
        text += "{ vaut: 3 }] }\n"
        definitions = 2
        let heads = (0..<3).map { head(of: $0) }
        return text + "décisions:\n" + heads.joined() + "règles:\n" + rulesText + (random.chance(50) ? constraint() : "")
    }

    /// A case's facts, about a third of them not stated.
    mutating func facts(stated percent: Int = 65) -> String {
        let entries = Self.facts.compactMap { fact -> String? in
            random.chance(percent) ? "\(fact): \(value(of: fact))" : nil
        }
        return "{ \(entries.joined(separator: ", ")) }"
    }

    /// One of a fact's ``values``.
    mutating func value(of fact: String) -> String { Self.values[fact]?.randomElement(using: &random) ?? "" }

    private static func type(of fact: String) -> String {
        switch fact {
        case "couleur": "type: choix, valeurs: { bleu: b, rouge: r, vert: v }"
        case "options": "type: choix multiple, valeurs: { bleu: b, rouge: r }"
        case "n", "m": "type: nombre, min: 0, max: 3"
        default: "type: oui/non"
        }
    }

    /// A decision; the rules that conclude it are written with it, into ``rulesText``.
    private mutating func head(of index: Int) -> String {
        let applicability = random.chance(35) ? ", applicable si: \(condition(1))" : ""
        let method = ["priorité", "unique", "cumul"].randomElement(using: &random) ?? "cumul"
        let byDefault = method == "cumul" ? "" : ", par défaut: \(["x", "y", "z"].randomElement(using: &random) ?? "z")"
        for _ in 0..<Int.random(in: 1...3, using: &random) { rulesText += rule(concluding: index) }
        decisions = index + 1
        isOptional.append(!applicability.isEmpty)
        return "  D\(index): { question: q, issues: { x: x, y: y, z: z }, méthode: \(method)\(byDefault)\(applicability) }\n"
    }

    private var rulesText = ""
    /// By decision: whether it may be `sans objet`.
    private var isOptional: [Bool] = []

    private mutating func rule(concluding decision: Int) -> String {
        var text = "  r\(rules): { "
        if random.chance(90) { text += "si: \(condition(2)), " }
        if random.chance(25) { text += "sauf: \(condition(1)), " }
        if rules > 0, random.chance(25) {
            // Written on the later rule, so that what it sets aside comes later still in no cycle.
            text += "sauf: { règle: r\(Int.random(in: 0..<rules, using: &random)) }, ".withoutDuplicate(in: text)
        }
        let outcome = ["x", "y", "z"].randomElement(using: &random) ?? "x"
        text += "conclut: { D\(decision): \(outcome) } }\n"
        rules += 1
        return text
    }

    private mutating func constraint() -> String { "contraintes: { k: { si: \(factTest()), alors: \(factTest()) } }\n" }

    private mutating func condition(_ depth: Int) -> String {
        guard depth > 0, random.chance(60) else { return test() }
        let count = Int.random(in: 2...3, using: &random)
        let branches = (0..<count).map { _ in condition(depth - 1) }.joined(separator: ", ")
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return "{ une: [\(branches)] }"
        case 1: return "{ aucune: [\(branches)] }"
        case 2: return "{ au moins: { nombre: 2, parmi: [\(branches)] } }"
        case 3: return "{ non: [\(branches)] }"
        default: return "{ toutes: [\(branches)] }"
        }
    }

    private mutating func test() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0 where definitions > 0: return "{ d0: \(random.chance(50) ? "oui" : "non") }"
        case 1 where definitions > 1: return "{ d1: { au moins: \(Int.random(in: 1...3, using: &random)) } }"
        case 2 where decisions > 0, 3 where decisions > 0: return decisionTest()
        case 4 where rules > 0: return "{ règle: r\(Int.random(in: 0..<rules, using: &random)) }"
        default: return factTest()
        }
    }

    private mutating func decisionTest() -> String {
        let decision = Int.random(in: 0..<decisions, using: &random)
        if isOptional[decision], random.chance(20) { return "{ D\(decision): sans objet }" }
        return ["{ D\(decision): x }", "{ D\(decision): [y, z] }", "{ D\(decision): { n'est pas: y } }"]
            .randomElement(using: &random) ?? ""
    }

    private mutating func factTest() -> String {
        let fact = Self.facts.randomElement(using: &random) ?? "a"
        switch fact {
        case "couleur":
            return ["{ couleur: bleu }", "{ couleur: [rouge, vert] }", "{ couleur: { n'est pas: vert } }"]
                .randomElement(using: &random) ?? ""
        case "options":
            return [
                "{ options: bleu }", "{ options: { n'est pas: rouge } }", "{ options: { contient toutes: [bleu, rouge] } }",
            ].randomElement(using: &random) ?? ""
        case "n":
            return ["{ n: { plus de: 1 } }", "{ n: { au plus: 2 } }", "{ n: 1 }", "{ n: { moins de: 2, au moins: 1 } }", "{ n: { plus de: { fait: m } } }"]
                .randomElement(using: &random) ?? ""
        case "m": return random.chance(50) ? "{ m: { au moins: 2 } }" : "{ m: { fait: n } }"
        default: return "{ \(fact): \(random.chance(60) ? "oui" : "non") }"
        }
    }
}

extension String {
    /// Nothing when the text holds the same key already.
    fileprivate func withoutDuplicate(in text: String) -> String { text.contains("sauf: ") ? "" : self }
}
