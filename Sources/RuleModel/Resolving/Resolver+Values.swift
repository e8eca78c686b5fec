package import PolicyValues
import RuleSyntax
import SourceText

extension Resolver {
    /// Types a value; nil when it is none of the type, which is reported. `choix multiple` gives one member.
    ///
    /// - Parameter hintingAtFacts: whether a fact or definition could stand there, written otherwise.
    mutating func constant(
        _ words: Words, of type: ValueType, _ owner: String, hintingAtFacts: Bool = false
    ) -> Value? {
        if words.value == "inconnu" {
            bag.report(.forbiddenUnknown(words))
            return nil
        }
        // The table of symbols finds a value among many without going through them.
        if !type.symbols.isEmpty, let symbol = symbols.find(words.value), type.symbols.contains(symbol) {
            return .choice(symbol)
        }
        switch ValueReader.read(words.value, as: type, symbols: symbols.texts) {
        case .success(let value): return value
        case .failure(let problem):
            if hintingAtFacts, let isParameter = isNameOfParameter(words) {
                bag.report(.nameAsConstant(words, isParameter: isParameter, owner))
            } else {
                bag.report(.invalid(problem, words, owner))
            }
            return nil
        }
    }

    /// Whether the text names a parameter, or a fact or definition; nil when it names none of them.
    private func isNameOfParameter(_ words: Words) -> Bool? {
        switch names.vocabulary[key(words)] {
        case .fact, .definition: false
        case .decision, nil: names.parametersByName[key(words)] == nil ? nil : true
        }
    }

    /// A date, reported when it is none.
    mutating func date(_ words: Words) -> CivilDate? {
        if let date = CivilDate(iso: words.value) { return date }
        bag.report(.invalid(.date, words, nil))
        return nil
    }

    mutating func number(_ words: Words?) -> ExactDecimal? {
        guard let words else { return nil }
        switch ExactDecimal.parse(words.value) {
        case .success(let number): return number
        case .failure(let problem):
            bag.report(.invalid(.number(problem), words, nil))
            return nil
        }
    }

    mutating func period(_ written: WrittenPeriod?) -> Period? {
        guard let written else { return nil }
        let from = written.from.flatMap { date($0) }
        let through = written.through.flatMap { date($0) }
        if let from, let through, through < from { bag.report(.reversedPeriod(written.range)) }
        return Period(from: from, through: through)
    }
}

/// Reads the text of a value of a type: the same for rules and cases.
package enum ValueReader {
    package enum Problem: Error, Sendable {
        case yesNo
        /// The allowed texts.
        case choice([String])
        case number(ExactDecimal.ParsingProblem)
        case date
        case textTooLong
    }

    /// - Parameter symbols: the set's choice values, by symbol.
    package static func read(_ text: String, as type: ValueType, symbols: [String]) -> Result<Value, Problem> {
        switch type {
        case .yesNo:
            return text == "oui" ? .success(.yesNo(true)) : text == "non" ? .success(.yesNo(false)) : .failure(.yesNo)
        case .choice(let allowed), .choices(let allowed):
            let folded = NameKey.fold(text)
            // bounded: a type allows symbols of its set
            if let symbol = allowed.first(where: { NameKey.fold(symbols[Int($0.index)]) == folded }) {
                return .success(.choice(symbol))
            }
            // bounded: a type allows symbols of its set
            return .failure(.choice(allowed.map { symbols[Int($0.index)] }))
        case .number: return ExactDecimal.parse(text).map(Value.number).mapError(Problem.number)
        case .date: return CivilDate(iso: text).map { .success(.date($0)) } ?? .failure(.date)
        case .text:
            return text.unicodeScalars.count <= Limits.textLength ? .success(.text(text)) : .failure(.textTooLong)
        }
    }
}
