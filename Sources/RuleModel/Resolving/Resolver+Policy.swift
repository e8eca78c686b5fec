import PolicyValues
import RuleSyntax
import SourceText

extension Resolver {
    mutating func policy(folder: SourceRange) -> Policy? {
        guard let written = written.policies.first else {
            if self.written.malformed[.policy] == nil { bag.report(.missingPolicy(folder)) }
            return nil
        }
        for second in self.written.policies.dropFirst() {
            bag.report(.secondPolicy(second.range, first: written.range))
        }
        var reference: FactID?
        if let words = written.referenceDate {
            if case .fact(let id) = names.vocabulary[key(words)], isDate(id) {
                reference = id
            } else if !isMalformed(key(words), in: .facts) {
                bag.report(
                    .referenceDate(words, names.facts.indices.filter { facts[$0].type == .date }.map { facts[$0].name })
                )
            }
        }
        return Policy(
            name: written.name?.value ?? "", version: written.version?.value ?? "",
            description: written.description?.value, referenceDate: reference, inForce: period(written.inForce),
            levels: levels(written.levels), range: written.range)
    }

    private func isDate(_ id: FactID) -> Bool { facts[id.position].type == .date || untyped.facts.contains(id) }

    private mutating func levels(_ written: [WrittenMeaning]) -> [String: String] {
        var levels: [String: String] = [:]
        for level in written {
            if !FindingWords.codes.contains(level.word.value) {
                bag.report(.unknownFinding(level.word, bag.candidates(FindingWords.codes)))
            }
            if FindingWords.words.contains(level.meaning.value) {
                levels[level.word.value] = level.meaning.value
            } else {
                bag.report(.unknownLevel(level.meaning, FindingWords.words))
            }
        }
        return levels
    }

    mutating func documents() -> [Document] {
        var documents: [Document] = []
        for written in written.policies.first?.documents ?? [] {
            checkName(written.name, .other)
            documents.append(
                Document(
                    name: written.name.value, range: written.name.range, title: written.title?.value,
                    file: written.file?.value, usage: written.usage?.value,
                    exempt: written.exempt.map {
                        .init(extract: $0.extract.value, reason: $0.reason.value, range: $0.extract.range)
                    }))
        }
        return documents
    }

    /// Resolves sources; a document that is not declared is reported.
    mutating func sources(_ written: [WrittenSource]) -> [Source] {
        for source in written {
            guard let document = source.document, !documentNames.contains(key(document)) else { continue }
            // What a malformed or missing policy would have declared is not known.
            guard let policy = self.written.policies.first else { break }
            bag.report(.unknownDocument(document, bag.candidates(policy.documents.map(\.name.value))))
        }
        return sourcesAlreadyChecked(written)
    }

    func sourcesAlreadyChecked(_ written: [WrittenSource]) -> [Source] {
        written.compactMap { source in
            if let addition = source.addition { return Source(kind: .addition(addition.value), range: source.range) }
            guard let document = source.document else { return nil }
            return Source(
                kind: .passage(
                    document: document.value, section: source.section?.value, extract: source.extract?.value),
                range: source.range)
        }
    }

    mutating func invariant(_ written: WrittenInvariant) -> Invariant {
        let condition = written.condition.map { self.condition($0) }
        let nothing = WrittenCondition(.all([]), at: written.name.range)
        return Invariant(
            name: written.name.value, range: written.name.range, condition: condition,
            consequence: self.condition(written.consequence ?? nothing), title: written.title?.value,
            description: written.description?.value, note: written.note?.value, sources: sources(written.sources))
    }

    /// Constraints speak of facts and of definitions that rest on facts alone (language, section 9).
    ///
    /// - Complexity: linear in the references.
    mutating func checkScope(of constraints: [Invariant], _ definitions: [Definition]) {
        guard !constraints.isEmpty else { return }
        let beyond = definitionsBeyondFacts(definitions)
        for constraint in constraints {
            for condition in [constraint.condition, constraint.consequence].compactMap({ $0 }) {
                guard let reference = firstDecided(in: condition.references, beyond) else { continue }
                bag.report(.constraintBeyondFacts(constraint.name, reference.name, reference.kind, reference.range))
            }
        }
    }

    private func firstDecided(
        in references: [Reference], _ beyond: [Bool]
    ) -> (name: String, kind: DecidedKind, range: SourceRange)? {
        for reference in references {
            switch reference.target {
            case .fact, .parameter: continue
            case .decision(let id): return (decisions[id.position].name, .decision, reference.range)
            case .rule(let id): return (names.rules[id.position].rule.name.value, .rule, reference.range)
            case .definition(let id):
                guard beyond[id.position] else { continue }
                return (definitionHeads[id.position].name, .definition, reference.range)
            }
        }
        return nil
    }

    /// Which definitions rest on a decision or a rule, directly or through definitions: those that name one, then
    /// those that name these.
    private func definitionsBeyondFacts(_ definitions: [Definition]) -> [Bool] {
        var namedBy = definitions.map { _ in [Int]() }
        var direct: [Int] = []
        for (index, definition) in definitions.enumerated() {
            for reference in definition.references {
                switch reference.target {
                case .fact, .parameter: continue
                case .decision, .rule: direct.append(index)
                case .definition(let id): namedBy[id.position].append(index)
                }
            }
        }
        return Self.reached(from: direct, through: namedBy)
    }
}

/// What a constraint may not name.
enum DecidedKind {
    case decision
    case rule
    /// A definition that rests on one of the two.
    case definition
}

/// The findings of `verifier` whose level a set may change (docs/constats.md).
package enum FindingWords {
    package static let words = ["erreur", "avertissement", "note", "ignoré"]
    package static let codes = [
        "règle-morte", "règle-couverte", "conflit", "issue-inatteignable", "fait-inutilisé", "définition-inutilisée",
        "paramètre-inutilisé", "document-inutilisé", "contraintes-contradictoires", "propriété-réfutée",
        "propriété-non-démontrée", "condition-constante", "exception-inutile", "écarte-inutile", "ligne-masquée",
        "lignes-en-conflit", "lacune", "fait-sans-effet", "source-absente", "extrait-introuvable", "trou-de-validité",
        "versions-chevauchantes", "texte-inconnu", "condition-superflue", "issue-inutilisée", "document-introuvable",
        "section-inexacte",
    ]
}
