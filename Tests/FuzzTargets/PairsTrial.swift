import RandomPolicies
import RuleEngine
import RuleModel

/// Both evaluators on rules and cases that the bytes choose.
enum PairsTrial {
    static func run(_ bytes: [UInt8]) -> String? {
        let seed = bytes.prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let set: RuleSet
        do {
            set = try RuleText.load(RandomRules(seed: seed, isSmall: seed & 1 == 0).yaml)
        } catch { return "seed \(seed) makes no rules: \(error)" }
        let program = Program(set)
        if let broken = program.checkInvariants().first { return "seed \(seed): \(broken)" }
        var (silent, recording) = (Machine(program), Machine(recording: program))
        for (place, byte) in bytes.dropFirst(4).prefix(32).enumerated() {
            var random = RandomCases(of: set, seed: UInt64(byte) << 8 | UInt64(place))
            let (sheet, date) = (random.sheet(), random.date())
            let reference = ReferenceEvaluator(sheet, on: date, by: set).evaluation
            if silent.evaluate(sheet, on: date) != reference || recording.evaluate(sheet, on: date) != reference {
                return "seed \(seed), case \(place): the machine differs from the reference"
            }
        }
        return nil
    }
}
