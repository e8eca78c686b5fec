package import PolicyValues
package import RuleCases
package import RuleModel

/// Random cases of a rule set: about three facts in ten are not stated or stated as unknown, values meet the rules'
/// constants, dates of evaluation lie around the dates of the rules.
package struct RandomCases {
    package let set: RuleSet
    package var dice: SplitMix64

    package init(of set: RuleSet, seed: UInt64) {
        self.set = set
        dice = SplitMix64(seed: seed ^ 0xCA5E)
    }

    /// An evaluation date in or around March 2024.
    package mutating func date() -> CivilDate {
        let numbers = [dice.below(24), dice.below(24), -70, 40]
        return (CivilDate(iso: "2024-03-01")?.adding(days: dice.pick(numbers) ?? 0)) ?? .first
    }

    package mutating func sheet() -> FactSheet {
        var sheet = FactSheet(nothingStatedIn: set)
        for id in set.factIDs {
            switch dice.below(20) {
            case 0..<4: continue
            case 4, 5: sheet.state(id, as: nil)
            default: sheet.state(id, as: value(of: set[id].type))
            }
        }
        return sheet
    }

    package mutating func value(of type: ValueType) -> Value? {
        switch type {
        case .yesNo: return .yesNo(dice.chance(50))
        case .choice(let symbols): return dice.pick(symbols).map(Value.choice)
        case .choices(let symbols): return .choices(dice.some(dice.below(symbols.count + 1), of: symbols).sorted())
        case .number:
            let texts = dice.chance(3) ? RandomRules.hugeNumbers : RandomRules.numbers + ["4", "7.25"]
            guard case .success(let number) = ExactDecimal.parse(dice.pick(texts) ?? "0") else { return nil }
            return .number(number)
        case .date:
            let text = dice.chance(3) ? dice.pick(["0001-01-01", "9999-12-31"]) : RandomRules.day(dice.below(14))
            return CivilDate(iso: text ?? "").map(Value.date)
        case .text: return dice.pick(RandomRules.texts + ["visite", "appel"]).map(Value.text)
        }
    }

    /// The sheet with one of its unknown facts stated; nil when all are known.
    package mutating func stating(oneMoreThan sheet: FactSheet) -> FactSheet? {
        guard let id = dice.pick(set.factIDs.filter { sheet[$0] == nil }) else { return nil }
        var more = sheet
        more.state(id, as: value(of: set[id].type))
        return more
    }

    /// Every value of a type that has few; nil of the others.
    package static func allValues(of type: ValueType) -> [Value]? {
        switch type {
        case .yesNo: return [.yesNo(false), .yesNo(true)]
        case .choice(let symbols): return symbols.map(Value.choice)
        case .choices(let symbols):
            return (0..<1 << symbols.count).map { bits in
                .choices(symbols.indices.filter { bits >> $0 & 1 == 1 }.map { symbols[$0] }.sorted())
            }
        case .number, .date, .text: return nil
        }
    }
}
