import RuleDocuments
import SourceText

/// What must hold of everything that is printed.
enum Printed {
    /// Bytes that a terminal obeys, or lines nobody reads.
    static func problem(_ bag: DiagnosticBag, _ library: SourceLibrary) -> String? {
        let text = DiagnosticPrinter(library).print(bag)
        if let problem = problem(text) { return problem }
        for line in text.split(separator: "\n") where line.unicodeScalars.count > 400 { return "a line too long" }
        return nil
    }

    static func problem(_ letter: Letter) -> String? {
        for text in [LetterText().render(letter), LetterMarkdown().render(letter), LetterHTML().render(letter)] {
            if let problem = problem(text) { return problem }
        }
        return nil
    }

    static func problem(_ text: String) -> String? {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: continue
            case 0..<0x20, 0x7F..<0xA0: return "control U+\(String(scalar.value, radix: 16)) is printed"
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return "a sign that turns the direction is printed"
            default: continue
            }
        }
        return nil
    }
}
