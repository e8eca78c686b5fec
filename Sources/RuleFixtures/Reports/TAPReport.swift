import SourceText

/// The report in the Test Anything Protocol, version 13 (testanything.org): a line for each check, and under a failure
/// a block of YAML. A failure that is expected carries the directive of TAP that names it, and its reason.
struct TAPReport {
    private let places: ReportPlaces

    init(_ library: SourceLibrary) { places = ReportPlaces(library) }

    func print(_ report: FixtureReport) -> String {
        var text = "TAP version 13\n1..\(report.all.count)\n"
        for (index, result) in report.all.enumerated() {
            text += line(of: result, number: index + 1)
        }
        return text + "# \(FixtureWording.summary(report.tally))\n"
    }

    private func line(of result: CheckResult, number: Int) -> String {
        let name = "\(number) - \(Self.escaped(places.shown(result.range) + " " + FixtureWording.title(of: result)))"
        return switch result.verdict {
        case .passed: "ok \(name)\n"
        case .knownFailure(let reason, let failures):
            "not ok \(name) # TODO \(Self.escaped(reason))\n" + block(of: failures)  // TAP 13: a known failure
        case .failed(let failures): "not ok \(name)\n" + block(of: failures)
        }
    }

    /// The failures as a YAML block with one literal text, which `prove` reads too: it takes a quoted text with a colon
    /// for a mapping.
    private func block(of failures: [CheckResult.Failure]) -> String {
        let lines = failures.flatMap { failure -> [String] in
            switch failure {
            case .problem(let diagnostic):
                let message = Visible.text(diagnostic.message)
                return ["\(places.shown(diagnostic.range)): [\(diagnostic.code.rawValue)] \(message)"]
            case .difference(let difference):
                let shown = DifferenceText(difference, at: places)
                return ["\(places.shown(difference.range)): \(shown.title)"] + shown.lines.map { "  " + $0 }
            }
        }
        return "  ---\n  message: |\n" + lines.map { "    \($0)\n" }.joined() + "  ...\n"
    }

    /// A text in which `#` begins no directive.
    private static func escaped(_ text: String) -> String {
        Visible.text(text).replacingScalars(["\\": "\\\\", "#": "\\#"])
    }
}
