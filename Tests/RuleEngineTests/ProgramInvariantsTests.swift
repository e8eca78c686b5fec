import RandomPolicies
import RuleModel
import Testing

@testable import RuleEngine

/// Programs with one thing wrong: what the invariants say of each, so that their silence on sound ones means something.
@Suite("Invariants of a program") struct ProgramInvariantsTests {
    /// A defect of ``ProgramTests/rules``' program, and a part of what has to be said of it.
    struct Defect: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let make: @Sendable (inout Tables) -> Void

        init(_ said: String, _ make: @escaping @Sendable (inout Tables) -> Void) {
            (testDescription, self.make) = (said, make)
        }
    }

    private static let tables = [
        Defect("not every instruction has a condition entry") { $0.conditions.removeLast() },
        Defect("definitions are missing") {
            $0.definitions.removeLast()
            $0.steps.removeAll { $0 == .definition(2) }
        },
        Defect("rules are missing") {
            $0.rules.removeLast()
            $0.steps.removeAll { $0 == .rule(1) }
        },
        Defect("decisions are missing") {
            $0.decisions.removeLast()
            $0.steps.removeAll { $0 == .decision(1) }
        },
        Defect("parameters are missing") { $0.parameters = [] },
        Defect("constraints are missing") { $0.constraints = [] },
        Defect("properties are missing") { $0.properties = [] }, Defect("calendars are missing") { $0.calendars = [] },
        Defect("not every constant has its value") { $0.constantValues.removeLast() },
        Defect("a constant is unknown") { $0.constants[0] = nil },
        Defect("the first period is not open") { $0.periods.remove(at: 0) },
        Defect("decision 1: outcomes do not follow those before") {
            $0.decisions[1] = $0.decisions[1].with(firstOutcome: 1)
        },
        Defect("outcomes: 2 from 9 of 4") { $0.decisions[1] = $0.decisions[1].with(firstOutcome: 9) },
        Defect("decision 0: no such default") {
            $0.decisions[0] = $0.decisions[0].with(method: .priority(byDefault: 2))
        },
        Defect("outcomes are missing") { $0.outcomes.append($0.outcomes[0]) },
        Defect("condition 0 has no instruction") { $0.addresses[0] = 1 },
        Defect("two instructions stand for one condition") {
            $0.conditions[20] = 15
            $0.conditions[17] = 15
        },
    ]

    private static let order = [
        Defect("rule(0) stands twice in the order") { $0.steps.append(.rule(0)) },
        Defect("something is missing from the order") { $0.steps.removeLast() },
        Defect("definition(0) is needed before it is computed") { $0.steps.reverse() },
        Defect("lines of definition 2: 9 from 1 of 2") {
            $0.definitions[2] = DefinitionCode(body: .byCase(first: 1, count: 9), period: 0)
        },
        Defect("no calendar 4") {
            let slot = Slot(3)
            $0.definitions[1] = DefinitionCode(body: .businessDueDate(from: slot, delay: slot, calendar: 4), period: 0)
        },
        Defect("no period 99") { $0.definitions[0] = DefinitionCode(body: .truth(0), period: 99) },
        Defect("no instruction 999") { $0.definitions[0] = DefinitionCode(body: .truth(999), period: 0) },
        Defect("no list 9999") {
            let rule = $0.rules[0]
            $0.rules[0] = RuleCode(
                condition: rule.condition, exception: nil, period: 0, overriders: ListAddress(9999))
        },
        Defect("999 from") { $0.pool[Int($0.outcomes[0].index)] = 999 },
    ]

    private static let code = [
        Defect("instruction 7 ends at 7") { $0.code[7].end = 7 },
        Defect("instruction 20 ends at 99") { $0.code[20].end = 99 },
        Defect("instruction 14 has 3 branches") { $0.put(.not, at: 14) },
        Defect("instruction 14 wants 5 of 3") { $0.put(.atLeast(5, of: 3), at: 14) },
        Defect("instruction 14 has 3 branches") { $0.put(.atLeast(2, of: 4), at: 14) },
        Defect("instruction 8 compares a set as one value") { $0.put(.above($0.set, $0.number), at: 8) },
        Defect("instruction 10 compares a set as one value") { $0.put(.oneOf($0.set, $0.cells), at: 10) },
        Defect("instruction 0 looks for members of what is no set") {
            $0.put(.containsAll($0.number, $0.cells), at: 0)
        },
        Defect("no cell 999") { $0.put(.equal(Slot(999), $0.number), at: 3 + 1) },
        Defect("an empty list of cells") { $0.put(.oneOf($0.number, $0.outcomes[3]), at: 10) },
        Defect("instruction 16: outcome 0 is of another decision") { $0.put(.member(decision: 1, outcome: 0), at: 16) },
        Defect("decision(9) is needed before it is computed") { $0.put(.member(decision: 9, outcome: 0), at: 16) },
        Defect("decision(9) is needed before it is computed") {
            $0.put(.outcome(decision: 9, accepted: $0.cells), at: 11)
        },
        Defect("instruction 11 has not 3 marks") { $0.put(.outcome(decision: 0, accepted: $0.cells), at: 11) },
    ]

    @Test("say what is wrong", arguments: tables + order + code) func says(_ defect: Defect) throws {
        var tables = Tables(Program(try RuleText.load(ProgramTests.rules)))
        #expect(tables.program.checkInvariants() == [])
        defect.make(&tables)
        let said = tables.program.checkInvariants()
        #expect(said.contains { $0.contains(defect.testDescription) }, "\(said)")
    }

    /// The tables of a program, to be spoilt.
    struct Tables: Sendable {
        private let sound: Program
        var code: [Instruction]
        var conditions: [Int32]
        var addresses: [Int32]
        var pool: [Int32]
        var steps: [Step]
        var definitions: [DefinitionCode]
        var rules: [RuleCode]
        var decisions: [DecisionCode]
        var outcomes: [ListAddress]
        var constraints: [InvariantCode]
        var properties: [InvariantCode]
        var parameters: [ParameterCode]
        var constants: [Int64?]
        var constantValues: [Value]
        var periods: [Period]
        var calendars: [CalendarTable]
        /// The list of two cells of instruction 10.
        let cells: ListAddress
        /// The facts « pièces » and « délai ».
        let set: Slot
        let number: Slot

        init(_ program: Program) {
            sound = program
            code = program.code
            conditions = program.conditions
            addresses = program.addresses
            pool = program.pool
            steps = program.steps
            definitions = program.definitions
            rules = program.rules
            decisions = program.decisions
            outcomes = program.outcomes
            constraints = program.constraints
            properties = program.properties
            parameters = program.parameters
            constants = program.constants
            constantValues = program.constantValues
            periods = program.periods
            calendars = program.calendars
            set = Slot(program.model.facts.firstIndex { $0.name == "pièces" } ?? 0)
            number = Slot(program.model.facts.firstIndex { $0.name == "délai" } ?? 0)
            cells = if case .oneOf(_, let list) = program.code[10].operation { list } else { ListAddress(0) }
        }

        mutating func put(_ operation: Instruction.Operation, at address: Int) {
            code[address] = Instruction(operation: operation, end: code[address].end)
        }

        var program: Program {
            Program(
                model: sound.model, code: code, conditions: conditions, addresses: addresses, pool: pool, steps: steps,
                definitions: definitions, lines: sound.lines, rules: rules, decisions: decisions, outcomes: outcomes,
                constraints: constraints, properties: properties, parameters: parameters, versions: sound.versions,
                constants: constants, constantValues: constantValues, texts: sound.texts,
                textNumbers: sound.textNumbers, periods: periods, calendars: calendars)
        }
    }
}

extension DecisionCode {
    fileprivate func with(method: Method? = nil, firstOutcome: Int32? = nil) -> DecisionCode {
        DecisionCode(
            method: method ?? self.method, applicability: applicability,
            firstOutcome: firstOutcome ?? self.firstOutcome, outcomeCount: outcomeCount)
    }
}
