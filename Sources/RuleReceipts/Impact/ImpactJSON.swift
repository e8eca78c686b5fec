import RuleAnalysis
package import RuleJSON

/// The report of `impact` for programs.
package enum ImpactJSON {
    package static func value(of report: ImpactReport) -> JSONValue {
        .object([
            ("total", .int(report.total)), ("autres règles", .int(report.foreign)),
            ("changés", .list(report.changed.map(value))),
            (
                "refusés",
                .list(report.refused.map { .object(place($0.receipt) + [("raisons", .texts($0.reasons))]) })
            ),
            ("autres motifs", .list(report.reasonedOtherwise.map(value))),
        ])
    }

    private static func value(of touched: ImpactReport.Touched) -> JSONValue {
        let differences = touched.changes.map { change -> JSONValue in
            let object = change.object.map { [("objet", JSONValue.text($0))] } ?? []
            return .object(
                object + [
                    ("décision", .text(change.decision)), ("ancien", side(change.old)), ("nouveau", side(change.new)),
                ])
        }
        return .object(place(touched.receipt) + [("différences", .list(differences))])
    }

    private static func place(_ receipt: Receipt) -> [(String, JSONValue)] {
        let number = receipt.number.map { [("rang", JSONValue.int($0))] } ?? []
        return [("fichier", .text(receipt.path))] + number + [("nom", .optional(receipt.name))]
    }

    private static func side(_ side: ComparisonReport.Side?) -> JSONValue {
        side.map { ComparisonJSON.value(of: $0) } ?? .null
    }
}
