import RuleJSON
package import SourceText

extension MutationReport {
    /// The report for a person: each survivor with its place, what changed and a fixture to paste; then the score.
    package func text(in library: SourceLibrary, colored: Bool = false) -> String {
        let printer = DiagnosticPrinter(library, colored: colored)
        let text = survivors.map { survivor in
            let headline = DiagnosticPrinter.Headline(
                level: MutationWording.survivor, color: .yellow, code: survivor.mutant.kind.rawValue,
                message: MutationWording.message(survivor.mutant))
            let head = printer.print(headline, at: survivor.mutant.range, notes: [], help: nil)
            guard let fixture = survivor.fixture else { return head + "  \(MutationWording.none)\n" }
            let lines = fixture.text.split(separator: "\n").map { "    \($0)\n" }.joined()
            return head + "  \(MutationWording.fixture)\n" + lines
        }.joined(separator: "\n")
        return text + (text.isEmpty ? "" : "\n") + MutationWording.summary(self) + "\n"
    }

    /// Under `mutations` of the JSON report.
    func value(in library: SourceLibrary) -> JSONValue {
        let places = ReportPlaces(library)
        let survivors = survivors.map { survivor -> JSONValue in
            let position = places.position(of: survivor.mutant.range)
            return .object([
                ("nature", .text(survivor.mutant.kind.rawValue)), ("de", .text(survivor.mutant.owner)),
                (
                    "lieu",
                    .object([
                        ("fichier", .text(places.path(of: survivor.mutant.range))), ("ligne", .int(position.line)),
                        ("colonne", .int(position.column)),
                    ])
                ), ("avant", .text(survivor.mutant.before)), ("après", .optional(survivor.mutant.after)),
                ("cas", .optional(survivor.fixture?.text)),
            ])
        }
        return .object([
            ("détectées", .int(killed)), ("essayées", .int(tried)), ("équivalentes", .int(equivalent)),
            ("non essayées", .int(untried)), ("score", .text(MutationWording.percent(score))),
            ("survivantes", .list(survivors)),
        ])
    }
}
