import RuleJSON
import SourceText

/// The report in the Test Anything Protocol, version 13 (testanything.org): a line for each check, and under a failure
/// a block of YAML. A failure that is expected is a `TODO`.
struct TAPReport {
    private let library: SourceLibrary

    init(_ library: SourceLibrary) { self.library = library }

    func print(_ report: FixtureReport) -> String {
        var text = "TAP version 13\n1..\(report.all.count)\n"
        for (index, result) in report.all.enumerated() {
            text += line(of: result, number: index + 1)
        }
        return text + "# \(FixtureWording.summary(report.tally))\n"
    }

    private func line(of result: CheckResult, number: Int) -> String {
        let name = "\(number) - \(Self.escaped(library.place(result.range) + " " + FixtureWording.title(of: result)))"
        return switch result.verdict {
        case .passed: "ok \(name)\n"
        case .knownFailure(let reason, let failures):
            "not ok \(name) # TODO \(Self.escaped(reason))\n" + block(of: failures)
        case .failed(let failures): "not ok \(name)\n" + block(of: failures)
        }
    }

    /// The failures as a YAML block; its texts are in quotes, as JSON writes them.
    private func block(of failures: [CheckResult.Failure]) -> String {
        var text = "  ---\n"
        for failure in failures {
            switch failure {
            case .problem(let diagnostic):
                text += item(library.place(diagnostic.range), "[\(diagnostic.code.rawValue)] \(diagnostic.message)", [])
            case .difference(let difference):
                let shown = DifferenceText(difference, in: library)
                text += item(library.place(difference.range), shown.title, shown.lines)
            }
        }
        return text + "  ...\n"
    }

    private func item(_ place: String, _ message: String, _ lines: [String]) -> String {
        var text = "  - lieu: \(quotes(place))\n    message: \(quotes(message))\n"
        if !lines.isEmpty { text += "    détail:\n" + lines.map { "      - \(quotes($0))\n" }.joined() }
        return text
    }

    private func quotes(_ text: String) -> String { JSONValue.text(Visible.text(text)).text(.compact) }

    /// A text in which `#` begins no directive.
    private static func escaped(_ text: String) -> String {
        Visible.text(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }
}
