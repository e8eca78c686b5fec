import PolicyValues
package import RuleModel

extension Sentences {
    /// A constant as its value; a fact, definition or parameter by its name, with its value:
    /// `« délai annoncé » (180 jours)`.
    package func text(of operand: Operand, unit: String?) -> String {
        switch operand {
        case .constant(let value): values.french(value, unit: unit)
        case .fact(let id): named(said(id).name, known(said(id)))
        case .definition(let id): named(said(id).name, known(said(id)))
        case .parameter(let id): named(set[id].name, value(of: id))
        }
    }

    /// A parameter's value on the evaluation date, or why it has none: `45 jours ouvrables`, `à préciser`.
    package func value(of id: ParameterID) -> String {
        let parameter = set[id]
        guard let value = parameter.value(on: date) else { return absence(of: parameter) }
        return values.french(value, unit: parameter.unit)
    }

    /// Why a parameter has no value on the evaluation date.
    func absence(of parameter: Parameter) -> String {
        if let period = parameter.inForce, !period.contains(date) { return "hors vigueur à cette date" }
        guard parameter.versions.contains(where: { $0.from <= date }) else { return "sans valeur à cette date" }
        return "à préciser"
    }

    private func named(_ name: String, _ value: String) -> String {
        showsValues ? "\(guillemets(name)) (\(value))" : guillemets(name)
    }

    private func known(_ said: Said) -> String {
        said.value.map { values.french($0, unit: said.unit) } ?? "inconnu"
    }
}

extension Operand {
    /// Whether it is a constant of the rule file.
    var isConstant: Bool { if case .constant = self { true } else { false } }
}
