import PolicyValues
import RuleSyntax
import SourceText

extension Resolver {
    mutating func policy(folder: SourceRange) -> Policy? {
        guard let written = written.policies.first else {
            bag.report(.missingPolicy(folder))
            return nil
        }
        for second in self.written.policies.dropFirst() { bag.report(.secondPolicy(second.range, first: written.range)) }
        var reference: FactID?
        if let words = written.referenceDate {
            if case .fact(let id) = names.vocabulary[key(words)], facts[id.position].type == .date {
                reference = id
            } else {
                bag.report(.referenceDate(words, names.facts.indices.filter { facts[$0].type == .date }.map { facts[$0].name }))
            }
        }
        return Policy(
            name: written.name?.value ?? "", version: written.version?.value ?? "",
            description: written.description?.value, referenceDate: reference, inForce: period(written.inForce),
            levels: levels(written.levels), range: written.range)
    }

    private mutating func levels(_ written: [WrittenMeaning]) -> [String: String] {
        var levels: [String: String] = [:]
        for level in written {
            if !FindingLevel.codes.contains(level.word.value) {
                bag.report(.unknownFinding(level.word, FindingLevel.codes))
            }
            if FindingLevel.words.contains(level.meaning.value) {
                levels[level.word.value] = level.meaning.value
            } else {
                bag.report(.unknownLevel(level.meaning, FindingLevel.words))
            }
        }
        return levels
    }

    mutating func documents() -> [Document] {
        var seen: [String: SourceRange] = [:]
        var documents: [Document] = []
        for written in written.policies.first?.documents ?? [] {
            checkName(written.name, .other)
            seen[key(written.name)] = written.name.range
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
        let declared = self.written.policies.first?.documents.map(\.name.value) ?? []
        for source in written {
            if let document = source.document, !declared.contains(where: { NameKey.fold($0) == key(document) }) {
                bag.report(.unknownDocument(document, declared))
            }
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
    mutating func checkScope(of constraints: [Invariant], _ definitions: [Definition]) {
        var beyond: [DefinitionID: Bool] = [:]
        for constraint in constraints {
            for condition in [constraint.condition, constraint.consequence].compactMap({ $0 }) {
                guard let reference = firstDecided(in: condition.references, definitions, &beyond) else { continue }
                bag.report(.constraintBeyondFacts(constraint.name, reference.name, reference.range))
            }
        }
    }

    private func firstDecided(
        in references: [Reference], _ definitions: [Definition], _ beyond: inout [DefinitionID: Bool]
    ) -> (name: String, range: SourceRange)? {
        for reference in references {
            switch reference.target {
            case .fact, .parameter: continue
            case .decision(let id): return (decisions[id.position].name, reference.range)
            case .rule(let id): return (names.rules[id.position].rule.name.value, reference.range)
            case .definition(let id):
                if restsOnDecisions(id, definitions, &beyond) { return (definitions[id.position].name, reference.range) }
            }
        }
        return nil
    }

    private func restsOnDecisions(
        _ start: DefinitionID, _ definitions: [Definition], _ beyond: inout [DefinitionID: Bool]
    ) -> Bool {
        if let known = beyond[start] { return known }
        var pending = [start]
        var visited: Set<DefinitionID> = [start]
        var found = false
        while let id = pending.popLast(), !found {
            for reference in definitions[id.position].references {
                switch reference.target {
                case .fact, .parameter: continue
                case .decision, .rule: found = true
                case .definition(let next): if visited.insert(next).inserted { pending.append(next) }
                }
            }
        }
        beyond[start] = found
        return found
    }
}

/// The findings of `verifier` whose level a set may change (interface, « Findings and differences »).
package enum FindingLevel {
    package static let words = ["erreur", "avertissement", "note", "ignoré"]
    package static let codes = [
        "règle-morte", "règle-couverte", "conflit", "issue-inatteignable", "fait-inutilisé", "définition-inutilisée",
        "paramètre-inutilisé", "document-inutilisé", "contraintes-contradictoires", "propriété-réfutée",
        "propriété-non-démontrée", "condition-constante", "exception-inutile", "écarte-inutile", "ligne-masquée",
        "lignes-en-conflit", "lacune", "fait-sans-effet", "source-absente", "extrait-introuvable", "trou-de-validité",
        "versions-chevauchantes", "texte-inconnu",
    ]
}
