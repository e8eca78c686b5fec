import RuleEngine
import RuleExplanation
import RuleJSON
import RuleModel
import SourceText

extension AnswerWriter {
    func json(of decided: DecidedCase, line: Int) -> JSONValue {
        var entries: [(String, JSONValue)] = [("ligne", .int(line)), ("nom", .optional(decided.name))]
        switch decided.matters {
        case .one(let matter): entries.append(("décisions", decisions(of: matter)))
        case .several(let matters):
            let objects = matters.enumerated().map { index, matter in
                JSONValue.object([("nom", .text(decided.objectName(index))), ("décisions", decisions(of: matter))])
            }
            entries.append(("objets", .list(objects)))
            entries.append(("ensemble", DecisionJSON.agreement(of: decided, by: set)))
        }
        return .object(entries)
    }

    func json(of error: Diagnostic, name: String?, line: Int) -> JSONValue {
        .object([
            ("ligne", .int(line)), ("nom", .optional(name)),
            ("erreur", .object([("code", .text(error.code.rawValue)), ("message", .text(error.message))])),
        ])
    }

    private func decisions(of matter: DecidedMatter) -> JSONValue {
        .object(set.decisionsInOrder.map { (set[$0].name, decision($0, of: matter.examination)) })
    }

    private func decision(_ id: DecisionID, of examination: Examination) -> JSONValue {
        let result = examination.evaluation[id]
        var entries: [(String, JSONValue)] = [
            ("état", .text(result.state.word)), ("issue", DecisionJSON.issue(of: set[id], result)),
        ]
        switch detail {
        case .issues: break
        case .complete:
            entries.append(("motifs", .texts(examination[id].motifs.map { set[$0].name })))
            entries.append(("manquants", .texts(examination[id].missing.map { set[$0].name })))
        }
        return .object(entries)
    }
}
