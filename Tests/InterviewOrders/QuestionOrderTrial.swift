package import PolicyValues
import RandomPolicies
import RuleCases
package import RuleEngine
import RuleInterview
import RuleModel
import SourceText

/// Counts how many questions it takes until every decision is determined, by the order in which they are asked, on
/// random requêtes: every fact has one of the answers that the rules tell apart, each as likely, and the whole breaks no
/// constraint.
package struct QuestionOrderTrial {
    package enum Order: String, CaseIterable, Sendable {
        /// The interview's own.
        case chosen
        /// By chance, among the questions that can still matter.
        case random
        /// That of the files, among the questions that can still matter.
        case ofFiles
        /// That of the files, whether or not the answers can still matter: a form.
        case form
    }

    /// How many questions each requête took.
    package struct Counts: Sendable {
        package fileprivate(set) var questions: [Int] = []
        /// Of all states met: the facts that the walk lists, those that cannot matter, those of which it is not shown.
        package fileprivate(set) var listed = 0
        package fileprivate(set) var excluded = 0
        package fileprivate(set) var notShown = 0

        package var mean: Double { Double(questions.reduce(0, +)) / Double(max(1, questions.count)) }
        package var worst: Int { questions.max() ?? 0 }
    }

    private struct Step {
        let asked: [FactID]
    }

    private let set: RuleSet
    private let date: CivilDate
    private let inFileOrder: [FactID]
    private var search: QuestionSearch
    private var machine: Machine<SilentTracer>

    package init(_ program: Program, on date: CivilDate) {
        set = program.model
        self.date = date
        search = QuestionSearch(program)
        machine = Machine(program)
        let set = program.model
        inFileOrder = set.factIDs.sorted { set[$0].range.precedes(set[$1].range) }
    }

    /// The same requêtes for every order.
    package mutating func count(_ order: Order, requetes: Int) -> Counts {
        var dice = SplitMix64(seed: 20_240_304)
        var chance = SplitMix64(seed: 1)
        var steps: [[Value?]: Step] = [:]
        var counts = Counts()
        for _ in 0..<requetes {
            let truth = requete(&dice)
            var sheet = FactSheet(nothingStatedIn: set)
            var asked = 0
            while true {
                let step = steps[sheet.values] ?? self.step(sheet, order, &counts)
                if steps.count < Self.kept { steps[sheet.values] = step }
                guard let next = chance.pick(step.asked) else { break }
                sheet.state(next, as: truth[next])
                asked += 1
            }
            counts.questions.append(asked)
        }
        return counts
    }

    /// States beyond those kept are looked at again: the first are met most.
    private static let kept = 100_000

    /// A coherent requête with an answer to everything.
    private mutating func requete(_ dice: inout SplitMix64) -> FactSheet {
        while true {
            var whole = FactSheet(nothingStatedIn: set)
            for fact in set.factIDs {
                whole.state(fact, as: dice.pick(search.answers(to: fact, in: whole, on: date)))
            }
            machine.run(whole, on: date)
            let isCoherent = set.constraints.indices.allSatisfy {
                machine.truth(ofConstraint: InvariantID($0)) != .no
            }
            if isCoherent { return whole }
        }
    }

    /// What may be asked in a state: one question, but by chance.
    private mutating func step(_ sheet: FactSheet, _ order: Order, _ counts: inout Counts) -> Step {
        if order == .form { return Step(asked: formQuestion(sheet)) }
        let open = search.open(sheet, on: date)
        let relevant = open.filter { $0.verdict != .cannotMatter }
        counts.listed += open.count
        counts.excluded += open.count - relevant.count
        counts.notShown += open.count { $0.verdict == .notShown }
        switch order {
        case .chosen:
            return Step(
                asked: [QuestionOrder.next(among: relevant, in: sheet, on: date, by: &search)].compactMap { $0 })
        case .random: return Step(asked: relevant.map(\.fact))
        case .ofFiles:
            let facts = Set(relevant.map(\.fact))
            return Step(asked: Array(inFileOrder.filter { facts.contains($0) }.prefix(1)))
        case .form: return Step(asked: formQuestion(sheet))
        }
    }

    /// The next unknown fact of the files while a decision is undetermined.
    private mutating func formQuestion(_ sheet: FactSheet) -> [FactID] {
        machine.run(sheet, on: date)
        let isOpen = set.decisionIDs.contains { machine.result(of: $0).state == .undetermined }
        return isOpen ? Array(inFileOrder.filter { sheet[$0] == nil }.prefix(1)) : []
    }
}
