import PolicyValues
package import RuleModel
import RuleSyntax
package import SourceText

/// Reads `attendu` (language, section 10). What the rule set does not know is reported, and the rest is read on.
package struct ExpectationReader {
    let set: RuleSet
    var bag: DiagnosticBag

    /// Where an `attendu` stands.
    package enum Place: Sendable {
        case ofCase
        /// In one of its `objets`, where `refus` has no place: a case is refused as a whole.
        case ofObject
    }

    /// What is expected; nil when nothing of it can be used, which is reported.
    package static func read(
        _ node: Node, _ place: Place, in set: RuleSet, into bag: inout DiagnosticBag
    ) -> Expectation? {
        var reader = ExpectationReader(set: set, bag: bag)
        defer { bag = reader.bag }
        return reader.expectation(node, place)
    }

    private mutating func expectation(_ node: Node, _ place: Place) -> Expectation? {
        guard let entries = nonEmptyEntries(node, .expectationShape(node.range)) else { return nil }
        if let refusal = entries.first(where: { $0.key.value == ExpectationKey.refusal.rawValue }) {
            return self.refusal(refusal, among: entries, place)
        }
        var results = ExpectedResults()
        for entry in entries {
            switch ExpectationKey(rawValue: entry.key.value) {
            case .rules: results.rules = rules(entry.value)
            case .definitions: results.definitions = definitions(entry.value)
            case .refusal, nil: decision(entry).map { results.decisions.append($0) }
            }
        }
        return .results(results)
    }

    private mutating func refusal(_ entry: Node.Entry, among entries: [Node.Entry], _ place: Place) -> Expectation? {
        switch place {
        case .ofCase: break
        case .ofObject: bag.report(.refusalOfObject(entry.key.range))
        }
        for other in entries where other.key.value != entry.key.value { bag.report(.keyBesideRefusal(other.key)) }
        guard let word = word(entry.value) else { return nil }
        guard let code = DiagnosticCode(rawValue: word.value) else {
            bag.report(.unknownRefusal(word, DiagnosticCode.allCases.map(\.rawValue)))
            return nil
        }
        return .refusal(Located(code, at: entry.key.range.union(word.range)))
    }

    private mutating func rules(_ node: Node) -> [ExpectedResults.OfRule] {
        guard let entries = nonEmptyEntries(node, .expectedRulesShape(node.range)) else { return [] }
        return entries.compactMap { entry in
            let rule = rule(entry.key)
            guard let word = word(entry.value) else { return nil }
            guard let truth = Truth.allCases.first(where: { $0.word == word.value }) else {
                bag.report(.expectedTruth(word))
                return nil
            }
            return rule.map { .init(rule: $0, truth: truth, range: entry.key.range.union(word.range)) }
        }
    }

    private mutating func definitions(_ node: Node) -> [ExpectedResults.OfDefinition] {
        guard let entries = nonEmptyEntries(node, .expectedDefinitionsShape(node.range)) else { return [] }
        return entries.compactMap { entry in
            guard case .definition(let id) = set.vocabulary[NameKey.fold(entry.key.value)] else {
                bag.report(.unknownDefinition(entry.key, set))
                return nil
            }
            let range = entry.key.range.union(entry.value.range)
            guard let word = word(entry.value) else { return nil }
            if word.value == "inconnu" { return .init(definition: id, value: nil, range: range) }
            return value(word, entry.value, of: set[id]).map { .init(definition: id, value: $0, range: range) }
        }
    }
}

// MARK: Names and shapes

extension ExpectationReader {
    mutating func rule(_ name: Located<String>) -> RuleID? {
        let folded = NameKey.fold(name.value)
        if let id = set.ruleNames[folded] { return id }
        bag.report(
            set.tableNames[folded].map { .tableInsteadOfLine(name, set[$0].lines.map { set[$0].name }) }
                ?? .unknownExpectedRule(name, set.rules.map(\.name)))
        return nil
    }

    /// The entries of a mapping; another shape and an empty one are reported.
    mutating func nonEmptyEntries(_ node: Node, _ shape: Diagnostic) -> [Node.Entry]? {
        guard let entries = node.entries else {
            bag.report(shape)
            return nil
        }
        if entries.isEmpty { bag.report(.emptyExpectation(node.range)) }
        return entries.isEmpty ? nil : entries
    }

    /// The text of one value; another shape and nothing are reported.
    mutating func word(_ node: Node) -> Located<String>? {
        guard let scalar = node.scalar else {
            bag.report(.oneWordExpected(node.range))
            return nil
        }
        guard !scalar.isEmptyValue else {
            bag.report(.nothingExpected(node.range))
            return nil
        }
        return Located(scalar.text, at: node.range)
    }

    /// The texts of a list, or of one value; an empty list is reported.
    mutating func words(_ node: Node) -> [Located<String>] {
        guard let elements = node.elements else { return word(node).map { [$0] } ?? [] }
        if elements.isEmpty { bag.report(.emptyExpectation(node.range)) }
        return elements.compactMap { word($0) }
    }
}
