import RuleEngine
import RuleModel
import Testing

@Test(arguments: [0, 1000])
func everyGeneratedTextLoads(_ first: UInt64) throws {
    for seed in first..<first + 200 { _ = try RuleText.load(RandomRules(seed: seed).yaml) }
}
