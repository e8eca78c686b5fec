import PolicyValues
import RuleJSON
import RuleModel
import SourceText

extension ExpectationReader {
    /// A known value of a definition, as a case would state it; nil when it is none of its type, which is reported.
    mutating func value(_ word: Located<String>, _ node: Node, of definition: Definition) -> Value? {
        let owner = "la définition \(quoted(definition.name))"
        switch node.scalar?.style {
        case .boolean where definition.type == .yesNo: return .yesNo(word.value == "true")
        case .number where definition.type == .number:
            if case .success(let number) = JSONNumber.decimal(of: word.value) { return .number(number) }
        case .boolean, .number:
            bag.report(.expectedOtherType(word, definition))
            return nil
        case .plain, .quoted, .block, .null, nil: break
        }
        switch ValueReader.read(word.value, as: definition.type, symbols: set.symbols) {
        case .success(let value): return value
        case .failure(let problem):
            bag.report(.invalid(problem, word, owner))
            return nil
        }
    }
}
