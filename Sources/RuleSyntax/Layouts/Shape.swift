/// What stands right of a key.
package indirect enum Shape: Sendable {
    /// A text as it is shown: a title, a question, a unit.
    case text
    /// A text in sentences, which may be folded over lines.
    case prose
    /// `motif`, `réponse`: prose with `{{name}}`.
    case template
    /// `énoncé`: a sentence with `{{valeur}}`.
    case statement
    case number
    /// A whole number from 1.
    case count
    case date
    /// One of these words.
    case word([String])
    /// The name of an entry.
    case name(NameSpace)
    /// A list of names.
    case names(NameSpace)
    case condition
    case conditions
    /// `valeurs`, `issues`: a word and what it means. Their order counts.
    case meanings
    /// `valeurs` of a parameter: a date and the value from it on.
    case versions
    /// `fériés`: a date and its name.
    case holidays
    /// `chômés`: days of the week.
    case weekdays
    /// `vérification`: the code of a finding and its level.
    case levels
    /// `{du, au}` or a bare date.
    case period
    /// One source or a list of them.
    case sources
    /// `présumé`: a value of the fact's own type.
    case presumed
    /// `vaut`: an operand of the definition's own type.
    case value
    /// A number or a date in a calculation, as a constant or a name.
    case operand(OperandType)
    /// Operands of a calculation.
    case operands
    case calculation
    /// The cells of a table's line.
    case cells
    /// `conclut` of a rule: a decision and its outcome.
    case conclusions
    /// `par défaut`: one of the decision's own `issues`.
    case ownOutcome
    /// `conclut` of a line: an outcome of the table's decision, for a `cumul` also a list of them.
    case lineOutcome
    /// `faits`: a fact and its value in a case.
    case facts
    /// `attendu` of a rule's example: `vrai`, `faux` or `inconnu`.
    case truth
    /// `attendu` of a definition's example: its value or `inconnu`.
    case definitionResult
    /// `attendu` of a case.
    case expectation
    /// `issue` of an expected decision.
    case issue
    /// `possibles` of an expected decision.
    case outcomes
    /// An entry of its own.
    case entry(Layout)
    /// A list of entries.
    case list(Layout)
    /// Entries by name.
    case entries(Layout)
}

/// Whose names may stand somewhere.
package enum NameSpace: CaseIterable, Sendable {
    case document
    case calendar
    case decision
    case fact
    /// A fact of type `date`.
    case dateFact
    /// A fact, a definition or a decision.
    case vocable
    /// A rule, a table or a line of one.
    case rule
}

/// What an operand of a calculation is.
package enum OperandType: Sendable {
    case date
    case number
}
