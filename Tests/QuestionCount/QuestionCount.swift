import FileAccess
import InterviewOrders
import PolicyValues
import RuleEngine
import RulePipeline
import SourceText

/// The measure of docs/entretien.md: `QuestionCount DOSSIER NOMBRE ORDRE…`, of all orders when none is named.
@main struct QuestionCount {
    private struct UnusableRules: Error {}

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        guard let set = try RuleFolder.load(arguments.first ?? "Rules", into: &library, &bag) else {
            try StandardError.write(Array(DiagnosticPrinter(library).print(bag).utf8))
            throw UnusableRules()
        }
        let requetes = arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
        let named = arguments.dropFirst(2).compactMap { QuestionOrderTrial.Order(rawValue: $0) }
        try say("| ordre | en moyenne | au plus | ne comptent pas |\n|---|---|---|---|\n")
        for order in named.isEmpty ? QuestionOrderTrial.Order.allCases : named {
            var trial = QuestionOrderTrial(Program(set), on: CivilDate(iso: "2024-03-04") ?? .first)
            try say(row(of: order, trial.count(order, requetes: requetes)))
        }
    }

    private static func row(of order: QuestionOrderTrial.Order, _ counts: QuestionOrderTrial.Counts) -> String {
        let share = counts.listed == 0 ? "" : tenth(100 * Double(counts.excluded) / Double(counts.listed)) + "\u{A0}%"
        let notShown = counts.notShown == 0 ? "" : " (\(counts.notShown) non démontrés)"
        return "| \(order.rawValue) | \(tenth(counts.mean)) | \(counts.worst) | \(share)\(notShown) |\n"
    }

    /// `12,3`, to a tenth.
    private static func tenth(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10),\(tenths % 10)"
    }

    private static func say(_ text: String) throws { try StandardOutput.write(Array(text.utf8)) }
}
