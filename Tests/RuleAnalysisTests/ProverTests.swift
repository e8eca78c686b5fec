import PolicyValues
import RandomPolicies
import RuleCases
import RuleEngine
import RuleModel
import Testing

@testable import RuleAnalysis

/// What the solver claims, the engine shows, and what the engine shows, the solver admits: of small random sets all cases
/// are decided by the reference evaluator, and every question gets the answer that this gives.
@Suite struct ProverTests {
    @Test func answersAreThoseOfAllCases() throws {
        var (asked, shown, atOtherDates) = (0, 0, 0)
        for seed in 0..<Tries.smallSets {
            let set = try RuleText.load(RandomRules(seed: seed, isSmall: true).yaml)
            let prover = try Prover(Program(set), until: .now + .seconds(600))
            let questions = set.everyQuestion
            let found = CaseTable(set, on: prover.dates, prover.conditions).shown(among: questions)
            for question in questions {
                asked += 1
                switch try prover.answer(question) {
                case .shown:
                    shown += 1
                    #expect(found.contains(question), "seed \(seed): no case shows \(question)")
                case .never: #expect(!found.contains(question), "seed \(seed): a case shows \(question)")
                case .open: Issue.record("seed \(seed): no answer to \(question)")
                }
            }
            // Between two dates of analysis nothing changes.
            let days = (0..<40).compactMap { CivilDate(iso: "2024-02-28")?.adding(days: $0) }
            let others = CaseTable(set, on: days, prover.conditions).shown(among: questions)
            atOtherDates += others.count
            #expect(others.subtracting(found) == [], "seed \(seed): shown at another date only")
        }
        print("\(asked) questions, \(shown) shown, \(atOtherDates) at other dates")
        #expect(shown > asked / 10 && shown < asked * 95 / 100, "\(shown) of \(asked)")
    }
}

/// All complete coherent cases of a set whose facts have few values, decided by the reference evaluator.
private struct CaseTable {
    private let set: RuleSet
    private let dates: [CivilDate]
    private let conditions: [Condition?]

    init(_ set: RuleSet, on dates: [CivilDate], _ conditions: [Condition?]) {
        self.set = set
        self.dates = dates
        self.conditions = conditions
    }

    /// The questions that some case at some date shows.
    func shown(among questions: [Question]) -> Set<Question> {
        var open = questions
        var shown: Set<Question> = []
        for date in dates {
            CompleteCases(set).visit { sheet in
                let trial = Trial.byReference(sheet, on: date, of: set)
                guard trial.isCoherent else { return }
                open.removeAll { trial.shows($0, conditions) && shown.insert($0).inserted }
            }
        }
        return shown
    }
}

extension RuleSet {
    /// Questions of every kind.
    var everyQuestion: [Question] {
        let numbers = conditions.map(\.number)
        var questions = numbers.flatMap { [Question.holds($0), .fails($0)] }
        for id in ruleIDs {
            questions += [.applies(id), .changesDecisions(id), .isExcepted(id)]
            questions += ruleIDs.filter { $0 != id }.map { .appliesAlone(id, without: [$0]) }
            questions += self[id].overrides.map { .overrides(id, $0) }
            for root in [self[id].condition, self[id].exception].compactMap(\.self) {
                for part in root.withBranches.dropFirst() {
                    questions += [true, false].map { .weighs(part.number, as: $0, in: root.number) }
                }
            }
        }
        for id in definitionIDs {
            if case .byCase(let lines) = self[id].body {
                questions += lines.indices.map { .isChosen(line: $0, of: id) }
            }
        }
        for id in properties.indices.map({ InvariantID($0) }) { questions += [.isBroken(id), .isOpen(id)] }
        for id in decisionIDs {
            questions += self[id].outcomes.indices.map { .isPossible($0, of: id) }
            questions.append(.contradicts(id, except: []))
            for (place, rule) in self[id].rules.enumerated() {
                questions += self[id].rules[(place + 1)...].map { .conflicts(RulePair(rule, $0), in: id) }
            }
        }
        return questions + tables.indices.map { .hasGap(TableID($0)) }
    }
}
