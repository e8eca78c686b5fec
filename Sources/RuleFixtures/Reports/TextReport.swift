import SourceText

/// The report for a person: counts by folder, then each failure with its place and what differs, then one line.
struct TextReport {
    private let places: ReportPlaces
    private let colored: Bool

    init(_ library: SourceLibrary, colored: Bool) {
        places = ReportPlaces(library)
        self.colored = colored
    }

    func print(_ report: FixtureReport) -> String {
        let counts = counts(of: report.fixtures) + counts(of: report.examples)
        var text = table(counts)
        for result in report.all {
            guard case .failed(let failures) = result.verdict else { continue }
            text += "\n" + head(of: result) + failures.map { self.text(of: $0) }.joined()
        }
        return text + (text.isEmpty ? "" : "\n") + FixtureWording.summary(report.tally) + "\n"
    }

    private func head(of result: CheckResult) -> String {
        let name = result.name.isEmpty ? "" : "\u{A0}: " + FixtureWording.inGuillemets(FixtureWording.title(of: result))
        return "\(places.shown(result.range)): \(paint(FixtureWording.failure, "1;31"))\(name)\n"
    }

    private func text(of failure: CheckResult.Failure) -> String {
        switch failure {
        case .problem(let diagnostic):
            return DiagnosticPrinter(places.library, colored: colored).print(diagnostic).indented(by: 2)
        case .difference(let difference):
            let text = DifferenceText(difference, at: places)
            let lines = text.lines.map { "    \($0)\n" }.joined()
            return "  \(places.shown(difference.range)): \(paint(text.title, "1"))\n" + lines
        }
    }

    private func paint(_ text: String, _ code: String) -> String {
        colored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    // MARK: Counts

    /// How many results each folder gives, in the order of the first.
    private func counts(of results: [CheckResult]) -> [(folder: String, tally: Tally)] {
        var folders: [String] = []
        var groups: [String: [CheckResult]] = [:]
        for result in results {
            if case .file = result.kind { continue }
            let folder = folder(of: result.range)
            if groups[folder] == nil { folders.append(folder) }
            groups[folder, default: []].append(result)
        }
        return folders.map { ($0, Tally(groups[$0] ?? [])) }
    }

    private func folder(of range: SourceRange) -> String {
        let path = places.path(of: range)
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return Visible.text(folder.isEmpty ? path : folder)
    }

    private func table(_ counts: [(folder: String, tally: Tally)]) -> String {
        let rows = counts.map { row in (folder: row.folder, count: FixtureWording.count(row.tally)) }
        let width = rows.map { Normalization.width(of: $0.folder.unicodeScalars) }.max() ?? 0
        let digits = rows.map { $0.count.number.unicodeScalars.count }.max() ?? 0
        return rows.map { row in
            let gap =
                width - Normalization.width(of: row.folder.unicodeScalars) + 2
                + digits - row.count.number.unicodeScalars.count
            return row.folder + String(repeating: " ", count: gap) + row.count.number + " " + row.count.rest + "\n"
        }.joined()
    }
}

extension String {
    /// Each line moved to the right.
    fileprivate func indented(by columns: Int) -> String {
        let margin = String(repeating: " ", count: columns)
        return split(separator: "\n").map { margin + $0 + "\n" }.joined()
    }
}
