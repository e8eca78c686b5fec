import RuleEngine
import RuleModel

/// Rules that differ only in the value of one fact that they all require: copies of a rule for each program, region or
/// partner. A lane has one value of the fact, so at most one of them can apply in it; they are evaluated as one rule
/// that requires any of the values.
///
/// Where the fact is unknown each of them comes to the same, so that the one stands for all there too.
struct RuleClasses {
    /// Such rules, by the value that each requires.
    struct Class {
        /// The first in the order of evaluation, whose conditions stand for those of all.
        let representative: Int
        /// The address of its test of the value.
        let branch: Int32
        var rules: [(value: Int64, rule: Int)]
    }

    /// The fact, by its cell; −1 when no fact has such rules.
    let fact: Int
    private(set) var classes: [Class] = []
    /// By rule: its class.
    private(set) var classOfRule: [Int: Int] = [:]

    /// - Complexity: linear in the size of the program.
    init(_ program: Program) {
        let guards = Guards(program)
        fact = guards.fact
        guard fact >= 0 else { return }
        var known: [Key: Int] = [:]
        for step in program.steps {
            guard case .rule(let index) = step, let value = guards.values[Int(index)] else { continue }
            let rule = Int(index)
            let branch = guards.branches[rule] ?? -1
            var key = Key(program, rule, without: branch) { classOfRule[$0] ?? -1 }
            // Of two equal rules for one value each has its own class.
            while let place = known[key], classes[place].rules.contains(where: { $0.value == value }) {
                key.occurrence += 1
            }
            let place = known[key] ?? classes.count
            if place == classes.count {
                known[key] = place
                classes.append(Class(representative: rule, branch: branch, rules: []))
            }
            classes[place].rules.append((value: value, rule: rule))
            classOfRule[rule] = place
        }
    }

    /// All that two rules of a class have in common.
    private struct Key: Hashable {
        let conditions: [Int]
        let exception: [Int]
        let period: Period
        let conclusions: [Rule.Conclusion]
        let overriders: [Int]
        var occurrence = 0

        init(_ program: Program, _ index: Int, without branch: Int32, _ classOf: (Int) -> Int) {
            let code = program.rules[index]
            conditions = code.condition.map { program.shape(at: $0, without: branch) } ?? []
            exception = code.exception.map { program.shape(at: $0, without: -1) } ?? []
            period = program.periods[Int(code.period)]
            conclusions = program.model.rules[index].conclusions
            overriders = program.numbers(code.overriders).map(classOf).sorted()
        }
    }
}

/// Which rules require a value of one fact, and may be taken together.
private struct Guards {
    let fact: Int
    /// By rule: the value.
    private(set) var values: [Int: Int64] = [:]
    /// By rule: the address of the test.
    private(set) var branches: [Int: Int32] = [:]

    init(_ program: Program) {
        var found: [Int: [(rule: Int, value: Int64, branch: Int32)]] = [:]
        for (index, rule) in program.rules.enumerated() {
            guard let address = rule.condition else { continue }
            for (fact, value, branch) in program.requirements(at: address) {
                found[fact, default: []].append((rule: index, value: value, branch: branch))
            }
        }
        let most = found.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        guard let (fact, guarded) = most.map({ ($0.key, $0.value) }), Set(guarded.map(\.value)).count > 1 else {
            self.fact = -1
            return
        }
        self.fact = fact
        for entry in guarded where values[entry.rule] == nil {
            values[entry.rule] = entry.value
            branches[entry.rule] = entry.branch
        }
        dropEntangled(program)
    }

    /// Leaves out the rules on which a condition depends, and those that `écarte` or are écartées by a rule that is not
    /// of the same value.
    private mutating func dropEntangled(_ program: Program) {
        var overridden: [Int: [Int]] = [:]
        var waiting = program.referencedRules
        for (index, rule) in program.rules.enumerated() {
            for overrider in program.numbers(rule.overriders) {
                overridden[overrider, default: []].append(index)
                if values[index] != values[overrider] { waiting += [index, overrider] }
            }
        }
        while let rule = waiting.popLast() {
            guard values.removeValue(forKey: rule) != nil else { continue }
            waiting += overridden[rule] ?? []
            waiting += program.numbers(program.rules[rule].overriders)
        }
    }
}

extension Program {
    /// The tests that a condition requires to hold: that a choice has a constant value.
    fileprivate func requirements(at address: Int32) -> [(fact: Int, value: Int64, branch: Int32)] {
        var found: [(fact: Int, value: Int64, branch: Int32)] = []
        switch code[Int(address)].operation {
        case .equal(let left, let right):
            let fact = Int(left.index)
            guard fact < firstDefinition, Int(right.index) >= firstConstant,
                case .choice = model.facts[fact].type, let value = constants[Int(right.index) - firstConstant]
            else { return [] }
            found.append((fact: fact, value: value, branch: address))
        case .all:
            var branch = address + 1
            while branch < code[Int(address)].end {
                found += requirements(at: branch)
                branch = code[Int(branch)].end
            }
        default: break
        }
        return found
    }

    /// The rules that some condition names.
    fileprivate var referencedRules: [Int] {
        code.flatMap { instruction in
            if case .rules(let list) = instruction.operation { return numbers(list) }
            return []
        }
    }

    /// The numbers of a list.
    func numbers(_ list: ListAddress) -> [Int] {
        let start = Int(list.index) + 1
        return pool[start..<start + Int(pool[start - 1])].map { Int($0) }
    }

    /// A condition as numbers: equal for conditions that are written alike. The branch at one address counts as its
    /// subject alone.
    fileprivate func shape(at address: Int32, without branch: Int32) -> [Int] {
        var shape: [Int] = []
        for place in Int(address)..<Int(code[Int(address)].end) {
            if place == Int(branch) {
                shape.append(-1)
            } else {
                code[place].operation.append(to: &shape, in: self)
            }
            shape.append(Int(code[place].end) - place)
        }
        return shape
    }
}

extension Instruction.Operation {
    fileprivate func append(to shape: inout [Int], in program: Program) {
        switch self {
        case .all: shape.append(0)
        case .any: shape.append(1)
        case .none: shape.append(2)
        case .atLeast(let least, _): shape += [3, Int(least)]
        case .not: shape.append(4)
        case .rules(let list): shape += [5] + program.numbers(list)
        case .equal(let left, let right): shape += [6, Int(left.index), Int(right.index)]
        case .different(let left, let right): shape += [7, Int(left.index), Int(right.index)]
        case .oneOf(let left, let list): shape += [8, Int(left.index)] + program.numbers(list)
        case .noneOf(let left, let list): shape += [9, Int(left.index)] + program.numbers(list)
        case .above(let left, let right): shape += [10, Int(left.index), Int(right.index)]
        case .notBelow(let left, let right): shape += [11, Int(left.index), Int(right.index)]
        case .below(let left, let right): shape += [12, Int(left.index), Int(right.index)]
        case .notAbove(let left, let right): shape += [13, Int(left.index), Int(right.index)]
        case .containsOne(let set, let list): shape += [14, Int(set.index)] + program.numbers(list)
        case .containsNone(let set, let list): shape += [15, Int(set.index)] + program.numbers(list)
        case .containsAll(let set, let list): shape += [16, Int(set.index)] + program.numbers(list)
        case .outcome(let decision, let accepted): shape += [17, Int(decision)] + program.numbers(accepted)
        case .member(let decision, let outcome): shape += [18, Int(decision), Int(outcome)]
        case .notApplicable(let decision): shape += [19, Int(decision)]
        }
    }
}
