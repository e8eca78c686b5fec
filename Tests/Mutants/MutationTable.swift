/// The operators of mutation: what a mutant changes, and into what. The one place to add a kind of slip.
enum MutationTable {
    /// What kind of change a mutant is; the words are those of the report.
    enum Kind: String {
        /// `<` → `<=`, `==` → `!=`: ``comparisons``.
        case comparison = "comparaison"
        /// `&&` → `||`, `!a` → `a`: ``connectives``, ``prefixes``.
        case logic = "logique"
        /// `+` → `-`, `<<` → `>>`: ``arithmetic``.
        case arithmetic = "arithmétique"
        /// `true` → `false`, `3` → `3 + 1`.
        case literal = "littéral"
        /// `.yes` → `.unknown` and `.no`, `.determined` → `.undetermined`: ``values``.
        case value = "valeur"
        /// `min` → `max`, `conjunction` → `disjunction`: ``names``.
        case name = "nom"
        /// `a.negated` → `a`, `a.filter { … }` → `a`: ``dropped``, ``droppedCalls``.
        case step = "étape retirée"
        /// The condition of `if`, `guard`, `while`, `where` or `? :` negated.
        case condition = "condition inversée"
        /// A clause of `guard` that lets everything through.
        case check = "garde retirée"
        /// `if let` and `if case` that never hold; of `guard`, that never let through.
        case binding = "liaison refusée"
        /// A case that gives what the next case gives.
        case result = "résultat du cas suivant"
        /// An assignment, a call, `break` or `continue` left out.
        case statement = "instruction retirée"
    }

    static let comparisons = ["<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="]
    static let connectives = ["&&": "||", "||": "&&"]
    static let arithmetic = [
        "+": "-", "-": "+", "*": "+", "/": "*", "%": "/", "+=": "-=", "-=": "+=", "&": "|", "|": "&", "<<": ">>",
        ">>": "<<", "&=": "|=", "|=": "&=", "&+": "&-", "&-": "&+",
    ]
    /// Prefix operators that are left out.
    static let prefixes: Set<String> = ["!", "-", "~"]
    static let values = [
        "yes": ["unknown", "no"], "unknown": ["yes", "no"], "no": ["unknown", "yes"],
        "determined": ["undetermined"], "undetermined": ["determined"], "notApplicable": ["undetermined"],
        "contradictory": ["determined"], "always": ["never"], "never": ["always"],
    ]
    static let names = [
        "min": "max", "max": "min", "conjunction": "disjunction", "disjunction": "conjunction", "and": "or",
        "or": "and", "first": "last", "last": "first", "isYes": "isNo", "isNo": "isYes", "allSatisfy": "contains",
        "contains": "allSatisfy", "dropFirst": "dropLast", "lowerBound": "upperBound", "sum": "product",
        "product": "sum",
    ]
    /// Of ``names``, those whose other takes no argument but a closure.
    static let onlyWithClosure: Set<String> = ["allSatisfy", "contains"]
    /// Members that are left out.
    static let dropped: Set<String> = ["negated", "negation"]
    /// Calls of members that are left out.
    static let droppedCalls: Set<String> = ["filter", "sorted"]
    /// Calls of members that are negated.
    static let negatedCalls: Set<String> = ["isMultiple"]
}
