import RandomPolicies
import RuleEngine
import RuleModel
import RulePipeline
import SourceText

/// The rule loader: a file of rules, and if it is one, what is made of it.
enum RulesTrial {
    static func run(_ bytes: [UInt8]) -> String? {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = RuleSetLoader.Input(path: "r.yaml", bytes: bytes)
        let set = RuleSetLoader.load([file], folder: "Règles", into: &library, &bag)
        if (set == nil) != bag.hasErrors { return "a set with errors, or none without" }
        if let problem = Printed.problem(bag, library) { return problem }
        guard let set else { return nil }
        let program = Program(set)
        if let broken = program.checkInvariants().first { return "\(broken)" }
        var machine = Machine(program)
        var random = RandomCases(of: set, seed: 0)
        for _ in 0..<4 {
            let (sheet, date) = (random.sheet(), random.date())
            let reference = ReferenceEvaluator(sheet, on: date, by: set).evaluation
            if machine.evaluate(sheet, on: date) != reference { return "the machine differs from the reference" }
        }
        return nil
    }
}
