import RuleModel

/// What a question asks of the solver.
extension Encoding {
    /// - Parameter conditions: the set's conditions by number.
    func term(of question: Question, _ conditions: [Condition?]) -> Term {
        switch question {
        case .applies(let id): return bank.not(self[id].no)
        case .appliesAlone(let id, let others):
            return bank.all([bank.not(self[id].no), bank.none(others.map { self[$0].yes })])
        case .holds(let number): return conditions[number].map { bank.not(truth(of: $0).no) } ?? bank.no
        case .fails(let number): return conditions[number].map { bank.not(truth(of: $0).yes) } ?? bank.no
        case .weighs(let number, let holds, let whole):
            guard let whole = conditions[whole] else { return bank.no }
            return bank.differ(truth(of: whole), truth(of: whole, where: [number: bank.kleene(holds)]))
        case .isPossible(let outcome, let id): return self[id].possible[outcome]
        case .isExcepted(let id):
            guard let exception = set[id].exception else { return bank.no }
            let rest = applies(set[id], overriddenBy: set[id].overriddenBy, exception: nil)
            return bank.all([bank.not(rest.no), bank.not(truth(of: exception).no)])
        case .overrides(let id, let other):
            let rest = applies(
                set[other], overriddenBy: set[other].overriddenBy.filter { $0 != id }, exception: set[other].exception)
            return bank.all([bank.not(self[id].no), bank.not(rest.no)])
        case .changesDecisions(let id):
            return bank.any(
                Set(set[id].conclusions.map(\.decision)).sorted().map { decision in
                    self[decision].differs(from: result(of: decision, without: id), in: bank)
                })
        case .isChosen(let line, let id):
            guard case .byCase(let lines) = set[id].body, set[id].inForce?.contains(date) ?? true else {
                return bank.no
            }
            return bank.all([bank.not(holds(lines[line]).no), bank.none(lines[..<line].map { holds($0).yes })])
        case .isBroken(let id): return truth(of: set.properties[id.position]).no
        case .isOpen(let id): return bank.isUnknown(truth(of: set.properties[id.position]))
        case .contradicts, .conflicts, .hasGap: return termOfTables(question)
        }
    }

    private func termOfTables(_ question: Question) -> Term {
        switch question {
        case .contradicts(let id, let pairs):
            let known = pairs.map { bank.all([self[$0.first].yes, self[$0.second].yes]) }
            return bank.all([self[id].isContradictory(in: bank), bank.none(known)])
        case .conflicts(let pair, let id):
            return bank.all([self[id].isContradictory(in: bank), self[pair.first].yes, self[pair.second].yes])
        case .hasGap(let id):
            let decision = self[set[id].decision]
            return bank.all(
                [decision.applicability.yes] + decision.supports.map(\.no) + set[id].lines.map { self[$0].no })
        case .applies, .appliesAlone, .holds, .fails, .weighs, .isPossible, .isExcepted, .overrides, .changesDecisions,
            .isChosen, .isBroken, .isOpen:
            return bank.no
        }
    }
}

extension TermBank {
    /// Two truth values are not the same.
    func differ(_ a: KleeneTerm, _ b: KleeneTerm) -> Term { any([different(a.yes, b.yes), different(a.no, b.no)]) }
}

extension DecisionTerm {
    /// Something of the result is otherwise.
    func differs(from other: DecisionTerm, in bank: TermBank) -> Term {
        var parts = zip(possible, other.possible).map { bank.different($0, $1) }
        if method == .cumulative {
            parts += supports.indices.map { bank.different(isCertain($0, in: bank), other.isCertain($0, in: bank)) }
        } else {
            parts.append(bank.different(isContradictory(in: bank), other.isContradictory(in: bank)))
        }
        return bank.any(parts)
    }
}
