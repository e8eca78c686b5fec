import RuleAnalysis
import RuleJSON
import RuleModel
import SourceText

/// The report as GitLab reads it for merge requests (docs.gitlab.com, « Code Quality », report format).
struct CodeQualityReport {
    private let places: FindingPlaces

    init(_ library: SourceLibrary) { places = FindingPlaces(library) }

    func value(of report: FindingReport) -> JSONValue {
        var seen: [String: Int] = [:]
        return .list(
            report.entries.map { entry in
                let path = places.path(of: entry.range)
                // Lines move when the file changes above; what is said of which names does not.
                let identity = ([entry.code, path] + entry.names + [entry.message]).joined(separator: "\u{0}")
                let number = seen[identity, default: 0]
                seen[identity] = number + 1
                return value(of: entry, path, fingerprint: SHA256.hex(of: Array("\(identity)\u{0}\(number)".utf8)))
            })
    }

    private func value(of entry: FindingReport.Entry, _ path: String, fingerprint: String) -> JSONValue {
        let severity =
            switch entry.level {
            case .note: "info"
            case .warning: "minor"
            case .error: "major"
            }
        let position = places.start(of: entry.range)
        return .object([
            ("description", .text(entry.message)), ("check_name", .text(entry.code)),
            ("fingerprint", .text(fingerprint)), ("severity", .text(severity)),
            ("location", .object([("path", .text(path)), ("lines", .object([("begin", .int(position.line))]))])),
        ])
    }
}
