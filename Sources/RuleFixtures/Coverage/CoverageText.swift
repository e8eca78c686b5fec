import PolicyValues
import RuleJSON
package import SourceText

extension CoverageReport {
    /// The report for a person: a table of counts, then what was never seen.
    package func text(in library: SourceLibrary) -> String {
        let places = ReportPlaces(library)
        let lacks = items.compactMap { item in
            CoverageWording.lack(item).map { "\(places.shown(item.range)): \(CoverageWording.line(item, $0))\n" }
        }
        return table + "\n" + lacks.joined() + (lacks.isEmpty ? "" : "\n") + CoverageWording.summary(self) + "\n"
    }

    var table: String {
        let rows = [CoverageWording.header] + rows
        let widths = CoverageWording.header.indices.map { column in
            rows.map { Normalization.width(of: $0[column].unicodeScalars) }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: width - Normalization.width(of: cell.unicodeScalars) + 2)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// A row for each kind that the set has.
    var rows: [[String]] {
        CoverageItem.Kind.allCases.compactMap { kind in
            let share = share(of: kind)
            guard share.items > 0 else { return nil }
            return [
                CoverageWording.plural(kind), CoverageWording.ratio(share.whole, share.items),
                CoverageWording.ratio(share.seen, share.possible),
                CoverageWording.ratio(share.decisive, share.conditions),
            ]
        }
    }

    /// Under `couverture` of the JSON report.
    func value(in library: SourceLibrary) -> JSONValue {
        let places = ReportPlaces(library)
        let elements = items.map { item -> JSONValue in
            let position = places.position(of: item.range)
            var members: [(String, JSONValue)] = [
                ("nature", .text(item.kind.rawValue)), ("nom", .text(item.name)),
                (
                    "lieu",
                    .object([
                        ("fichier", .text(places.path(of: item.range))), ("ligne", .int(position.line)),
                        ("colonne", .int(position.column)),
                    ])
                ), ("vrai", .int(item.seen[.yes])), ("faux", .int(item.seen[.no])),
                ("inconnu", .int(item.seen[.unknown])), ("jamais", .texts(item.missing.map(\.word))),
            ]
            if item.canDecide {
                members.append(
                    (
                        "seule décisive",
                        .object([("vrai", .int(item.decisive[.yes])), ("faux", .int(item.decisive[.no]))])
                    ))
            }
            return .object(members)
        }
        return .object([("taux", .text(CoverageWording.summaryRate(self))), ("éléments", .list(elements))])
    }
}

extension CoverageWording {
    static func summaryRate(_ report: CoverageReport) -> String { MutationWording.percent(report.rate) }
}
