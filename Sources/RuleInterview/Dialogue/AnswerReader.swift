import PolicyValues
package import RuleModel
import SourceText

/// What was typed at a question.
package enum Reply: Hashable, Sendable {
    case answer(Value)
    /// « je ne sais pas »
    case unknown
    /// « précédent »
    case back
    /// « stop »
    case stop
    /// « ? »
    case explain
    /// Why it is no answer: one sentence.
    case refused(String)
}

/// Reads what is typed: a command, or an answer by its number, its name or the beginning of it.
struct AnswerReader {
    let set: RuleSet

    func reply(_ typed: String, to fact: Fact) -> Reply {
        let text = BorderText.normalized(typed)
        switch Self.plain(text) {
        case "": return .refused(DialogueWording.nothingTyped)
        case "?", "aide": return .explain
        case "precedent", "↩": return .back
        case "je ne sais pas", "nsp", "inconnu": return .unknown
        case "stop": return .stop
        default: return read(text, fact)
        }
    }

    private func read(_ text: String, _ fact: Fact) -> Reply {
        switch fact.type {
        case .yesNo:
            let answers: [Value] = [.yesNo(true), .yesNo(false)]
            guard let place = Self.place(of: text, among: ["oui", "non"]) else {
                return .refused(DialogueWording.notAChoice)
            }
            return .answer(answers[place])
        case .choice(let symbols):
            guard let place = Self.place(of: text, among: symbols.map { set[$0] }) else {
                return .refused(DialogueWording.notAChoice)
            }
            return .answer(.choice(symbols[place]))
        case .choices(let symbols): return several(text, symbols)
        case .number: return number(text, fact)
        case .date:
            return CivilDate(iso: text).map { .answer(.date($0)) } ?? .refused(DialogueWording.notADate)
        case .text:
            guard text.unicodeScalars.count <= Limits.textLength else { return .refused(DialogueWording.textTooLong) }
            guard !text.unicodeScalars.contains(where: Visible.isHidden) else {
                return .refused(DialogueWording.hiddenCharacter)
            }
            return .answer(.text(text))
        }
    }

    private func several(_ text: String, _ symbols: [Symbol]) -> Reply {
        if Self.plain(text) == "aucun" || Self.plain(text) == "aucune" || text == "0" { return .answer(.choices([])) }
        var chosen: Swift.Set<Symbol> = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            guard let place = Self.place(of: BorderText.normalized(String(part)), among: symbols.map { set[$0] }) else {
                return .refused(DialogueWording.notChoices)
            }
            chosen.insert(symbols[place])
        }
        return chosen.isEmpty ? .refused(DialogueWording.notChoices) : .answer(.choices(chosen.sorted()))
    }

    private func number(_ text: String, _ fact: Fact) -> Reply {
        let spelled: String =
            switch ExactDecimal.parse(text) {
            case .failure(.notation(let corrected)): corrected ?? text
            case .success, .failure: text
            }
        guard case .success(let number) = ExactDecimal.parse(spelled) else {
            return .refused(DialogueWording.notANumber)
        }
        if let least = fact.minimum, number < least { return .refused(DialogueWording.tooSmall(least)) }
        if let greatest = fact.maximum, number > greatest { return .refused(DialogueWording.tooLarge(greatest)) }
        return .answer(.number(number))
    }

    /// The place of the one that is named, numbered from 1, or alone in beginning so.
    private static func place(of text: String, among names: [String]) -> Int? {
        if let number = Int(text) { return names.indices.contains(number - 1) ? number - 1 : nil }
        let typed = plain(text)
        let plain = names.map { Self.plain($0) }
        if let whole = plain.firstIndex(of: typed) { return whole }
        let beginning = plain.indices.filter { plain[$0].hasPrefix(typed) }
        return beginning.count == 1 ? beginning.first : nil
    }

    /// Without accents, case and the kinds of apostrophes.
    private static func plain(_ text: String) -> String { NameKey.bare(text) }
}
