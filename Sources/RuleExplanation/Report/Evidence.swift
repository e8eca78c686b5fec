import PolicyValues
import RuleCases
import RuleEngine
import RuleModel

/// A value that a result rests on, and where it comes from.
struct Evidence: Hashable {
    /// « Aucune décision n’est contestée. », « délai écoulé : 297 jours ».
    let text: String
    /// « dit par le cas », « présumé »; nil of a rule.
    let origin: String?
}

/// Gathers what justifies the truth of conditions: the values of the tests that made them so, each once, in the order
/// of the rule, definitions followed by what they are computed from.
struct EvidenceCollector {
    private let sentences: Sentences
    private(set) var found: [Evidence] = []
    private var seen: Set<Evidence> = []
    private var openedDefinitions: Set<DefinitionID> = []
    /// Definitions met and not yet opened; a list rather than recursion, since chains of them may be long.
    private var waiting: [DefinitionID] = []
    /// Set inside an unknown definition: what is known there is not why.
    private var seeksUnknown = false

    init(_ sentences: Sentences) { self.sentences = sentences }

    /// What makes the condition true, false or unknown, as it is.
    static func of(_ condition: Condition, by sentences: Sentences) -> [Evidence] {
        var collector = EvidenceCollector(sentences)
        collector.add(condition)
        return collector.found
    }

    mutating func add(_ condition: Condition) {
        collect(condition)
        while !waiting.isEmpty { open(waiting.removeFirst()) }
    }

    private mutating func collect(_ condition: Condition) {
        for leaf in sentences.examination.leaves(deciding: condition) {
            switch leaf.kind {
            case .test(let test): collect(test)
            case .decisionTest(let test):
                let state = sentences.examination.evaluation[test.decision].state
                let isKnown = state != .undetermined
                note(sentences.sentence(of: test.decision), Wording.decision(isKnown: isKnown), isKnown: isKnown)
            case .rules(let rules):
                let truth = sentences.examination.truth(of: leaf)
                for rule in rules where sentences.examination.evaluation[rule] == truth {
                    note(sentences.state(of: rule) + ".", nil, isKnown: truth != .unknown)
                }
            case .all, .any, .none, .atLeast, .not: continue
            }
        }
    }

    private mutating func collect(_ test: Test) {
        switch test.subject {
        case .fact(let id): note(id)
        case .definition(let id): note(id)
        }
        for operand in test.comparisons.flatMap(\.operands) { collect(operand) }
    }

    private mutating func collect(_ operand: Operand) {
        switch operand {
        case .constant: return
        case .fact(let id): note(id)
        case .definition(let id): note(id)
        case .parameter(let id):
            note(
                labelled(sentences.set[id].name, sentences.value(of: id)), Wording.parameterOfThePolicy,
                isKnown: sentences.value(of: operand) != nil)
        }
    }

    private mutating func note(_ id: FactID) {
        let origin = sentences.examination.facts.origins[id.position]
        let said = sentences.said(id)
        note(sentences.statement(of: said), Wording.origin(origin), isKnown: said.value != nil)
    }

    private mutating func note(_ id: DefinitionID) {
        let said = sentences.said(id)
        let isKnown = said.value != nil
        if isKnown, seeksUnknown { return }
        guard openedDefinitions.insert(id).inserted else { return }
        note(sentences.statement(of: said), Wording.derived(isKnown: isKnown), isKnown: isKnown)
        waiting.append(id)
    }

    private mutating func note(_ text: String, _ origin: String?, isKnown: Bool) {
        if isKnown, seeksUnknown { return }
        let evidence = Evidence(text: text, origin: origin)
        if seen.insert(evidence).inserted { found.append(evidence) }
    }

    private mutating func open(_ id: DefinitionID) {
        seeksUnknown = sentences.examination.evaluation[id] == nil
        defer { seeksUnknown = false }
        if let reason = sentences.absence(of: id) { note(reason + ".", nil, isKnown: false) }
        switch sentences.set[id].body {
        case .truth(let condition): collect(condition)
        case .calculation(let calculation):
            for operand in calculation.operands { collect(operand) }
        case .byCase(let lines):
            for line in lines where line.inForce?.contains(sentences.date) ?? true {
                if let condition = line.condition { collect(condition) }
                let truth = line.condition.map { sentences.examination.truth(of: $0) } ?? .yes
                if truth != .no { collect(line.value) }
                if truth == .yes { break }
            }
        }
    }
}
