import SourceText

/// The report as JUnit XML: a suite for each file, a test case for each check. A check that could not be made is an
/// `error`, one that came out otherwise a `failure`, one whose failure is expected is `skipped`.
struct JUnitReport {
    private let places: ReportPlaces

    init(_ library: SourceLibrary) { places = ReportPlaces(library) }

    func print(_ report: FixtureReport) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"bienfonde\" \(counts(of: report.all))>\n"
        for results in report.all.inRunsOfOneFile() { text += suite(results) }
        return text + "</testsuites>\n"
    }

    private func suite(_ results: [CheckResult]) -> String {
        guard let first = results.first else { return "" }
        let path = Self.escaped(places.path(of: first.range))
        let cases = results.map { testCase($0, path) }.joined()
        return "  <testsuite name=\"\(path)\" \(counts(of: results))>\n\(cases)  </testsuite>\n"
    }

    private func testCase(_ result: CheckResult, _ path: String) -> String {
        let title = FixtureWording.title(of: result)
        let name = Self.escaped(result.name.isEmpty ? places.path(of: result.range) : title)
        let line = places.position(of: result.range).line
        let head = "    <testcase name=\"\(name)\" classname=\"\(path)\" file=\"\(path)\" line=\"\(line)\""
        return switch result.verdict {
        case .passed: head + "/>\n"
        case .knownFailure(let reason, _):
            head + ">\n      <skipped message=\"\(Self.escaped(reason))\"/>\n    </testcase>\n"
        case .failed(let failures): head + ">\n" + element(failures) + "    </testcase>\n"
        }
    }

    private func element(_ failures: [CheckResult.Failure]) -> String {
        let name = failures.isError ? "error" : "failure"
        guard let first = failures.first else { return "" }
        let (type, message) =
            switch first {
            case .problem(let diagnostic): (diagnostic.code.rawValue, diagnostic.message)
            case .difference(let difference): (FixtureWording.difference, DifferenceText.summary(difference))
            }
        let body = failures.map { text(of: $0) }.joined(separator: "\n")
        return "      <\(name) message=\"\(Self.escaped(message))\" type=\"\(Self.escaped(type))\">\(body)</\(name)>\n"
    }

    private func text(of failure: CheckResult.Failure) -> String {
        switch failure {
        case .problem(let diagnostic):
            let place = places.shown(diagnostic.range)
            return Self.escaped("\(place): [\(diagnostic.code.rawValue)] \(diagnostic.message)")
        case .difference(let difference):
            let shown = DifferenceText(difference, at: places)
            let lines = ["\(places.shown(difference.range)): \(shown.title)"] + shown.lines.map { "  " + $0 }
            return lines.map { Self.escaped($0) }.joined(separator: "\n")
        }
    }

    private func counts(of results: [CheckResult]) -> String {
        var (failed, errors, skipped) = (0, 0, 0)
        for result in results {
            switch result.verdict {
            case .passed: break
            case .knownFailure: skipped += 1
            case .failed(let failures): if failures.isError { errors += 1 } else { failed += 1 }
            }
        }
        return "tests=\"\(results.count)\" failures=\"\(failed)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    }

    /// Text for an attribute or an element: what XML 1.0 (section 2.2) does not allow is spelled out.
    private static func escaped(_ text: String) -> String {
        Visible.text(text).replacingScalars(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&apos;"])
    }
}

extension [CheckResult.Failure] {
    /// Whether the check could not be made at all.
    fileprivate var isError: Bool {
        allSatisfy { failure in
            switch failure {
            case .problem: true
            case .difference: false
            }
        }
    }
}

extension [CheckResult] {
    /// In runs of the same file.
    fileprivate func inRunsOfOneFile() -> [[CheckResult]] {
        var runs: [[CheckResult]] = []
        for result in self {
            if let last = runs.last?.last, last.range.file == result.range.file {
                runs[runs.count - 1].append(result)
            } else {
                runs.append([result])
            }
        }
        return runs
    }
}
