import RuleModel

/// What a tag of a template stands for.
enum TemplateName: Hashable {
    // Of the letter.
    case policyName
    case policyVersion
    /// A flag: the requête has `objets`.
    case severalObjects
    /// A list: each matter, were there only one.
    case objects

    // Of a matter; outside of `objets`, what all matters agree on.
    /// The place of the object, from 1.
    case number
    case objectName
    case vocable(Vocable)
    case parameter(ParameterID)
    /// A flag: `décision est issue`.
    case outcome(DecisionID, Int)
    /// A flag: `décision est sans objet` and the like.
    case state(DecisionID, StateName)
    /// A flag: `fait est valeur`.
    case value(Vocable, Value)
    /// A list: `motifs pour décision`.
    case reasons(DecisionID)
    /// A list: `passages pour décision`, where the policy defines the decision.
    case basis(DecisionID)
    /// A list: `questions pour détenteur`.
    case questions(String)
    /// A flag: `des questions pour détenteur`.
    case hasQuestions(String)

    // Of a reason.
    case reply
    case ruleTitle
    /// A list of at most one: the first passage.
    case passage
    case passages

    // Of a passage.
    case extract
    case documentTitle
    case section

    // Of a question.
    case question
    /// A flag: `pour décision`, a decision that waits for the answer.
    case purpose(DecisionID)

    /// The states of a decision that a template can ask for.
    enum StateName: Hashable {
        case undetermined
        case notApplicable
        case contradictory
    }

    /// How a name is used.
    enum Use {
        /// As a text, and as a section that is shown when there is one.
        case text
        /// As a section.
        case flag
        /// As a section, once for each item, whose own names it brings into scope.
        case list(TemplateScope)
    }

    var use: Use {
        switch self {
        case .policyName, .policyVersion, .number, .objectName, .vocable, .parameter, .reply, .ruleTitle, .extract,
            .documentTitle, .section, .question:
            .text
        case .severalObjects, .outcome, .state, .value, .hasQuestions, .purpose: .flag
        case .objects: .list(.object)
        case .reasons: .list(.reason)
        case .basis, .passage, .passages: .list(.passage)
        case .questions: .list(.question)
        }
    }
}

/// The names that a section brings.
enum TemplateScope: Hashable {
    case letter
    case object
    case reason
    case passage
    case question
}
