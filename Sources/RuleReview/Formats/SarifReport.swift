import RuleAnalysis
import RuleJSON
import SourceText

/// The report as SARIF 2.1.0 (OASIS Standard, 27 March 2020): one run, a rule for each code that was found, columns in
/// Unicode scalars.
struct SarifReport {
    private let places: FindingPlaces
    private let version: String

    init(_ library: SourceLibrary, version: String) {
        places = FindingPlaces(library)
        self.version = version
    }

    func value(of report: FindingReport) -> JSONValue {
        let codes = Set(report.entries.map(\.code)).sorted()
        let driver = JSONValue.object([
            ("name", .text("bienfonde")), ("version", .text(version)), ("language", .text("fr-CA")),
            ("rules", .list(codes.map(rule))),
        ])
        let run = JSONValue.object([
            ("tool", .object([("driver", driver)])), ("language", .text("fr-CA")),
            ("columnKind", .text("unicodeCodePoints")),
            ("results", .list(report.entries.map { result($0, rule: codes.firstIndex(of: $0.code) ?? 0) })),
        ])
        return .object([
            ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .text("2.1.0")),
            ("runs", .list([run])),
        ])
    }

    /// A code, with what it means and how to mend it.
    private func rule(_ code: String) -> JSONValue {
        var members: [(String, JSONValue)] = [("id", .text(code)), ("name", .text(code))]
        if let known = FindingCode(rawValue: code) {
            let guide = known.guide
            members += [
                ("shortDescription", .object([("text", .text(guide.what))])),
                ("fullDescription", .object([("text", .text(guide.why))])),
                ("help", .object([("text", .text(guide.mending)), ("markdown", .text(guide.mending))])),
                ("defaultConfiguration", .object([("level", .text(Self.level(known.level)))])),
            ]
        } else {
            let text = FindingWording.reference(code)
            members += [
                ("shortDescription", .object([("text", .text(text))])),
                ("help", .object([("text", .text(text))])),
            ]
        }
        return .object(members)
    }

    private func result(_ entry: FindingReport.Entry, rule: Int) -> JSONValue {
        var text = entry.message
        for note in entry.notes where note.range == nil { text += "\n" + note.message }
        if let help = entry.help { text += "\n" + FindingWording.help(help) }
        var properties: [(String, JSONValue)] = [
            ("verdict", .text(entry.verdict.rawValue)), ("noms", .texts(entry.names)),
        ]
        if let witness = entry.witness { properties.append(("cas", witness.json)) }
        var members: [(String, JSONValue)] = [
            ("ruleId", .text(entry.code)), ("ruleIndex", .int(rule)), ("level", .text(Self.level(entry.level))),
            ("message", Self.message(text)),
            ("locations", .list([.object([("physicalLocation", physical(entry.range))])])),
        ]
        let related = entry.notes.filter { $0.range != nil }
        if !related.isEmpty { members.append(("relatedLocations", .list(related.enumerated().map(self.related)))) }
        return .object(members + [("properties", .object(properties))])
    }

    private func related(_ number: Int, _ note: Diagnostic.Note) -> JSONValue {
        var members: [(String, JSONValue)] = [("id", .int(number + 1))]
        if let range = note.range { members.append(("physicalLocation", physical(range))) }
        return .object(members + [("message", Self.message(note.message))])
    }

    /// A message in which nothing is a link: `[text](place)` would be one (section 3.11.6). Line ends stay.
    private static func message(_ text: String) -> JSONValue {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Visible.text(String($0)) }
        var message = lines.joined(separator: "\n")
        if message.containsScalars(of: "](") {
            message = message.replacingScalars(["\\": "\\\\", "[": "\\[", "]": "\\]"])
        }
        return .object([("text", .text(message))])
    }

    private func physical(_ range: SourceRange) -> JSONValue {
        let (start, end) = (places.start(of: range), places.end(of: range))
        return .object([
            ("artifactLocation", .object([("uri", .text(FileURI.reference(places.path(of: range))))])),
            (
                "region",
                .object([
                    ("startLine", .int(start.line)), ("startColumn", .int(start.column)), ("endLine", .int(end.line)),
                    ("endColumn", .int(end.column)),
                ])
            ),
        ])
    }

    private static func level(_ level: FindingLevel) -> String {
        switch level {
        case .note: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }
}

/// A path as a URI reference (RFC 3986): what is not unreserved is percent-encoded.
enum FileURI {
    static func reference(_ path: String) -> String {
        let encoded = path.utf8.map(encoded).joined()
        return path.hasPrefix("/") ? "file://" + encoded : encoded
    }

    private static func encoded(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            return String(decoding: [byte], as: UTF8.self)
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
        }
    }
}
