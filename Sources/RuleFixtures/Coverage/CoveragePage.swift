package import SourceText

/// The coverage as a page: the rule files line by line, each line with a sign and in words what was never seen; colour
/// only repeats what the sign says.
package struct CoveragePage {
    private let report: CoverageReport
    private let places: ReportPlaces

    package init(_ report: CoverageReport, in library: SourceLibrary) {
        self.report = report
        places = ReportPlaces(library)
    }

    package var html: String {
        let files = Set(report.items.map(\.range.file)).sorted()
        return """
            <!DOCTYPE html>
            <html lang="fr-CA">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(CoverageWording.pageTitle)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <h1>\(CoverageWording.pageTitle)</h1>
            <p>\(Self.escaped(CoverageWording.summary(report)))</p>
            \(table)
            <p>\(CoverageWording.legend)</p>
            \(files.map(section).joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private var table: String {
        let head = CoverageWording.header.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
        let rows = report.rows.map { row in
            let cells = row.dropFirst().map { "<td>\(Self.escaped($0))</td>" }.joined()
            return "<tr><th scope=\"row\">\(Self.escaped(row.first ?? ""))</th>\(cells)</tr>"
        }
        return "<table class=\"counts\">\n<tr>\(head)</tr>\n\(rows.joined(separator: "\n"))\n</table>"
    }

    private func section(_ file: FileID) -> String {
        let source = places.library[file]
        var items: [Int: [CoverageItem]] = [:]
        for item in report.items where item.range.file == file {
            items[places.position(of: item.range).line, default: []].append(item)
        }
        let lines = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let rows = lines.enumerated().map { index, line in
            row(index + 1, Visible.text(String(decoding: line, as: UTF8.self)), items[index + 1] ?? [])
        }
        let head = CoverageWording.columns.map { "<th scope=\"col\">\($0)</th>" }.joined()
        return """
            <h2>\(Self.escaped(Visible.text(source.path)))</h2>
            <table class="lines">
            <tr>\(head)</tr>
            \(rows.joined(separator: "\n"))
            </table>
            """
    }

    private func row(_ number: Int, _ text: String, _ items: [CoverageItem]) -> String {
        let lacks = items.compactMap { item in CoverageWording.lack(item).map { CoverageWording.line(item, $0) } }
        let (name, sign) = state(items, isWhole: lacks.isEmpty)
        return "<tr class=\"\(name)\"><td>\(number)</td><td>\(sign)</td><td><code>\(Self.escaped(text))</code></td>"
            + "<td>\(lacks.map(Self.escaped).joined(separator: "<br>"))</td></tr>"
    }

    private func state(_ items: [CoverageItem], isWhole: Bool) -> (name: String, sign: String) {
        guard !items.isEmpty else { return ("silent", "") }
        if isWhole { return ("seen", CoverageWording.seen) }
        return items.allSatisfy({ $0.missing == $0.possible })
            ? ("never", CoverageWording.never) : ("partly", CoverageWording.partly)
    }

    private static func escaped(_ text: String) -> String {
        text.replacingScalars(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
    }

    private static let style = """
        body { font-family: system-ui, sans-serif; margin: 1.5rem; color: #1a1a1a; background: #fff; }
        table { border-collapse: collapse; }
        .counts th, .counts td { border: 1px solid #767676; padding: 0.2rem 0.6rem; text-align: left; }
        .lines { width: 100%; font-size: 0.85rem; }
        .lines th { text-align: left; padding: 0 0.5rem; }
        .lines td { vertical-align: top; padding: 0 0.5rem; }
        .lines td:first-child { text-align: right; color: #595959; }
        .lines code { white-space: pre-wrap; }
        .seen { background: #e3f4e3; }
        .partly { background: #fdf3d6; }
        .never { background: #fbe3e1; }
        """
}
