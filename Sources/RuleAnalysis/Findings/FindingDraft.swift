import RuleModel
import SourceText

/// A finding before the policy gives it its level.
struct FindingDraft {
    let code: FindingCode
    let verdict: Finding.Verdict
    let message: String
    let range: SourceRange
    let names: [String]
    var notes: [Diagnostic.Note] = []
    var help: String?

    init(
        _ code: FindingCode, _ message: String, at range: SourceRange, names: [String],
        verdict: Finding.Verdict = .proved, notes: [Diagnostic.Note] = [], help: String? = nil
    ) {
        self.code = code
        self.verdict = verdict
        self.message = message
        self.range = range
        self.names = names
        self.notes = notes
        self.help = help
    }
}
