import RuleEngine
import RuleModel
import Testing

@Test func scratch() throws {
    print(RandomRules(seed: 3).yaml)
    var census = ConstructCensus()
    var conditions = 0
    for seed in 0..<500 as Range<UInt64> { let set = try RuleText.load(RandomRules(seed: seed).yaml); census.count(set); conditions += set.conditionCount
      let program = Program(set)
      if seed == 3 { print(program.listing) }
      #expect(program.checkInvariants() == [])
    }
    print(census.missing, conditions / 500)
    print(census.counts.sorted { $0.value < $1.value }.prefix(30))
}
