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

    /// The failures as a YAML block with one literal text, which `prove` reads too: it takes a quoted text with a colon
    /// for a mapping.
    private func block(of failures: [CheckResult.Failure]) -> String {
        let lines = failures.flatMap { failure -> [String] in
            switch failure {
            case .problem(let diagnostic):
                let place = library.place(diagnostic.range)
                return [Visible.text("\(place): [\(diagnostic.code.rawValue)] \(diagnostic.message)")]
            case .difference(let difference):
                let shown = DifferenceText(difference, in: library)
                return ["\(Visible.text(library.place(difference.range))): \(shown.title)"] + shown.lines.map { "  " + $0 }
            }
        }
        return "  ---\n  message: |\n" + lines.map { "    \($0)\n" }.joined() + "  ...\n"
    }

    /// A text in which `#` begins no directive.
    private static func escaped(_ text: String) -> String {
        Visible.text(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }
}
