import RuleModel

/// `propriétés` (section 9): proved, refuted with a case, or neither.
extension Analyzer {
    mutating func checkProperties() throws(AnalysisBug) {
        for id in set.properties.indices.map({ InvariantID($0) }) {
            let property = set.properties[id.position]
            switch try prover.answer(.isBroken(id)) {
            case .shown(let specimen):
                let witness = try witness(
                    of: .isBroken(id), in: specimen, named: FindingWording.counterexample(property))
                report(.refutedProperty(property), witness: witness)
            case .open(let reason):
                openQuestions += 1
                report(.unprovedProperty(property, reason), orElse: reason == .effort ? .note : nil)
            case .never: try checkOpenness(of: id)
            }
        }
    }

    /// A property that is never `faux` but may be `inconnu` is not proved.
    private mutating func checkOpenness(of id: InvariantID) throws(AnalysisBug) {
        let property = set.properties[id.position]
        switch try prover.answer(.isOpen(id)) {
        case .never: provedProperties.append(property.name)
        case .shown(let specimen): report(.openProperty(property, on: specimen.date))
        case .open(let reason):
            openQuestions += 1
            report(.unprovedProperty(property, reason), orElse: reason == .effort ? .note : nil)
        }
    }
}
