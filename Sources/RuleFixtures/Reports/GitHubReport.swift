import SourceText

/// The report as annotations of GitHub Actions, one for each failure, shown beside the line of the file
/// (docs.github.com, « Workflow commands for GitHub Actions »).
struct GitHubReport {
    private let places: ReportPlaces

    init(_ library: SourceLibrary) { places = ReportPlaces(library) }

    func print(_ report: FixtureReport) -> String {
        var text = ""
        for result in report.all {
            guard case .failed(let failures) = result.verdict else { continue }
            for failure in failures { text += annotation(of: failure, in: result) }
        }
        for survivor in report.mutations?.survivors ?? [] { text += annotation(of: survivor) }
        return text + FixtureWording.summary(report.tally) + "\n"
    }

    private func annotation(of failure: CheckResult.Failure, in result: CheckResult) -> String {
        switch failure {
        case .problem(let diagnostic):
            let message = "[\(diagnostic.code.rawValue)] \(Visible.text(diagnostic.message))"
            let help = diagnostic.help.map { FixtureWording.help(Visible.text($0)) }
            return command(result, diagnostic.range, [message, help].compactMap { $0 })
        case .difference(let difference):
            let text = DifferenceText(difference, at: places)
            return command(result, difference.range, [text.title] + text.lines)
        }
    }

    /// A mutant that no case notices, with the case that would.
    private func annotation(of survivor: MutationReport.Survivor) -> String {
        let lines =
            [MutationWording.message(survivor.mutant)]
            + (survivor.fixture.map { [MutationWording.fixture, $0.text] } ?? [MutationWording.none])
        return command("warning", MutationWording.title(survivor.mutant), survivor.mutant.range, lines)
    }

    private func command(_ result: CheckResult, _ range: SourceRange, _ lines: [String]) -> String {
        let title = result.name.isEmpty ? FixtureWording.failure : Visible.text(FixtureWording.title(of: result))
        return command("error", title, range, lines)
    }

    private func command(_ level: String, _ title: String, _ range: SourceRange, _ lines: [String]) -> String {
        let position = places.position(of: range)
        let properties = [
            ("file", Visible.text(places.path(of: range))), ("line", String(position.line)),
            ("col", String(position.column)), ("title", title),
        ]
        return WorkflowCommand.line(level, properties, message: lines.joined(separator: "\n"))
    }
}
