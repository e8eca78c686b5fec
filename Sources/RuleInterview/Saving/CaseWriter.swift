import PolicyValues
import RuleCases
package import RuleModel
import SourceText

/// Writes a case as the YAML that `evaluer` reads. Facts stand in the order of the vocabulary's files.
package struct CaseWriter {
    private let set: RuleSet
    private let order: [FactID]

    package init(_ set: RuleSet) {
        self.set = set
        order = set.factIDs.sorted { set[$0].range.precedes(set[$1].range) }
    }

    /// The file, with a line feed at the end.
    package func text(_ written: InterviewCase) -> String {
        var lines: [String] = []
        if let name = written.name { lines.append("nom: \(CaseSpelling.text(name))") }
        if let date = written.date { lines.append("date: \(date.iso)") }
        if let narrative = written.narrative { lines.append("récit: \(CaseSpelling.text(narrative))") }
        guard written.isSeveral else {
            lines += facts(written.matters.first?.facts ?? written.shared, over: nil, indent: "")
            return lines.joined(separator: "\n") + "\n"
        }
        let shared = facts(written.shared, over: nil, indent: "")
        if shared.count > 1 { lines += shared }
        lines.append("objets:")
        for matter in written.matters {
            var own: [String] = []
            if let name = matter.name { own.append("  nom: \(CaseSpelling.text(name))") }
            if let narrative = matter.narrative { own.append("  récit: \(CaseSpelling.text(narrative))") }
            own += facts(matter.facts, over: written.shared, indent: "  ")
            lines += own.enumerated().map { $0 == 0 ? "- " + $1.dropFirst(2) : $1 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What a sheet states, beyond what another one does.
    private func facts(_ sheet: FactSheet, over shared: FactSheet?, indent: String) -> [String] {
        let spelling = CaseSpelling(set)
        let stated = order.compactMap { fact -> String? in
            let (value, origin) = (sheet[fact], sheet.origins[fact.position])
            if let shared, shared[fact] == value, shared.origins[fact.position] == origin { return nil }
            switch origin {
            case .absent, .presumed: return nil
            case .stated, .statedUnknown:
                return "\(indent)  \(CaseSpelling.text(set[fact].name)): \(spelling.value(value))"
            }
        }
        return stated.isEmpty ? [indent + "faits: {}"] : [indent + "faits:"] + stated
    }
}
