import PolicyValues
package import RuleModel

extension Sentences {
    /// A `motif` or `réponse` with its names filled in French form; what is unknown prints `[à préciser : name]`.
    package func filled(_ template: Template) -> String {
        var text = ""
        for piece in template.pieces {
            switch piece {
            case .text(let part): text += part
            case .name(let reference): text += value(of: reference, after: text)
            }
        }
        return text
    }

    private func value(of reference: Template.Reference, after before: String) -> String {
        switch reference {
        case .vocable(.fact(let id)): return value(of: said(id), after: before)
        case .vocable(.definition(let id)): return value(of: said(id), after: before)
        case .vocable(.decision(let id)): return outcome(of: id) ?? toSpecify(set[id].name)
        case .parameter(let id):
            let parameter = set[id]
            guard let value = parameter.value(on: date) else { return toSpecify(parameter.name) }
            return values.french(value, unit: parameter.unit, after: before)
        }
    }

    private func value(of said: Said, after before: String) -> String {
        said.value.map { values.french($0, unit: said.unit, after: before) } ?? toSpecify(said.name)
    }

    private func toSpecify(_ name: String) -> String { "[\(labelled("à préciser", name))]" }
}
