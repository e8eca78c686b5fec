import RuleFormatting
import SourceText

/// The formatter: what it lays out says the same, and laid out again stays as it is.
enum FormatterTrial {
    static func run(_ bytes: [UInt8]) -> String? {
        switch format(bytes) {
        case .unreadable: return nil
        case .unfaithful: return "laid out, the file would say something else"
        case .formatted(let once):
            guard case .formatted(let twice) = format(once) else { return "what is laid out cannot be read" }
            return once == twice ? nil : "laid out again, it changes"
        }
    }

    private static func format(_ bytes: [UInt8]) -> FileFormatter.Outcome {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "r.yaml", bytes: bytes)
        return FileFormatter.format(file, in: library, into: &bag)
    }
}
