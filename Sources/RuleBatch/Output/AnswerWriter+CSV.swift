import RuleEngine
import RuleExplanation
import RuleJSON
import RuleModel
import SourceText

/// One row a line: `ligne`, `nom`, for each decision its issue, état, motifs and manquants, last `erreur`. Sets are
/// joined by `|`, the empty set of a `cumul` decision is `[]`. Of a case with `objets` each cell holds what its objects
/// have, each once.
extension AnswerWriter {
    var columns: CSVRow {
        var row = CSVRow(["ligne", "nom"])
        for id in set.decisionsInOrder {
            let name = set[id].name
            row.append(text: name)
            row.append(text: name + " état")
            switch detail {
            case .issues: break
            case .complete:
                row.append(text: name + " motifs")
                row.append(text: name + " manquants")
            }
        }
        row.append(plain: "erreur")
        return row
    }

    func row(of decided: DecidedCase, line: Int) -> CSVRow {
        var row = CSVRow([String(line)])
        row.append(text: decided.name ?? "")
        for id in set.decisionsInOrder {
            let results = decided.all.map { $0.examination.evaluation[id] }
            row.append(text: joined(results.flatMap { issues(of: set[id], $0) }))
            row.append(plain: joined(results.map(\.state.word)))
            switch detail {
            case .issues: break
            case .complete:
                row.append(text: joined(decided.all.flatMap { $0.examination[id].motifs.map { set[$0].name } }))
                row.append(text: joined(decided.all.flatMap { $0.examination[id].missing.map { set[$0].name } }))
            }
        }
        row.append(plain: "")
        return row
    }

    func row(of error: Diagnostic, name: String?, line: Int) -> CSVRow {
        var row = CSVRow([String(line)])
        row.append(text: name ?? "")
        let columns = detail == .complete ? 4 : 2
        for _ in 0..<(set.decisions.count * columns) { row.append(plain: "") }
        row.append(text: "\(error.code.rawValue)\u{A0}: \(error.message)")
        return row
    }

    /// Each text once, in the order of the first.
    private func joined(_ texts: [String]) -> String {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }.joined(separator: "|")
    }

    /// The outcomes that an answer in JSON names; the empty set is `[]`.
    private func issues(of decision: Decision, _ result: DecisionResult) -> [String] {
        switch DecisionJSON.issue(of: decision, result) {
        case .text(let text): [text]
        case .list(let texts) where texts.isEmpty: ["[]"]
        case .list(let texts): texts.compactMap { if case .text(let text) = $0 { text } else { nil } }
        case .null, .bool, .number, .int, .object: []
        }
    }
}
