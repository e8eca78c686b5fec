import PolicyValues
import RuleCases
import RuleEngine
import RuleModel

/// One of two compared sets: how it decides, and how it is said in formulas.
final class ComparedSide {
    let set: RuleSet
    let program: Program
    let facts: FactTerms
    private let bank: TermBank
    private var machine: Machine<RecordingTracer>
    private var encodings: [CivilDate: Encoding] = [:]

    init(_ program: Program, _ bank: TermBank, texts: TextNumbers, key: (Fact) -> String) {
        set = program.model
        self.program = program
        self.bank = bank
        facts = FactTerms(set, in: bank, texts: texts, key: key)
        machine = Machine(recording: program)
    }

    func encoding(on date: CivilDate) -> Encoding {
        if let known = encodings[date] { return known }
        let encoding = Encoding(facts, on: date, in: bank)
        encodings[date] = encoding
        return encoding
    }

    func trial(_ sheet: FactSheet, on date: CivilDate) -> Trial {
        let evaluation = machine.evaluate(sheet, on: date)
        return Trial(set, evaluation, machine.tracer.truths)
    }
}

/// A fact of either set, or of both, with its value on each side: symbols are numbered by each set for itself.
struct ComparedStatement {
    let fact: (old: FactID?, new: FactID?)
    var value: (old: Value?, new: Value?)
}

/// A case as both sides state it.
struct ComparedCase {
    var statements: [ComparedStatement]
    let date: CivilDate

    func oldSheet(_ set: RuleSet) -> FactSheet { sheet(set) { ($0.fact.old, $0.value.old) } }

    func newSheet(_ set: RuleSet) -> FactSheet { sheet(set) { ($0.fact.new, $0.value.new) } }

    private func sheet(_ set: RuleSet, _ side: (ComparedStatement) -> (FactID?, Value?)) -> FactSheet {
        var sheet = FactSheet(nothingStatedIn: set)
        for statement in statements {
            if case (let fact?, let value?) = side(statement) { sheet.state(fact, as: value) }
        }
        return sheet
    }
}
