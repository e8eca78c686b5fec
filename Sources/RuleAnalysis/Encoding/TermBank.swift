/// A term of a ``TermBank``, by its place there. Equal terms of one bank are the same term.
package struct Term: Hashable, Comparable, Sendable {
    package let index: Int32

    package static func < (left: Term, right: Term) -> Bool { left.index < right.index }
}

/// The formulas of an analysis, as a graph without doubles: what two dates, or two rule sets, have in common is one
/// term, so that a question is put once. Terms are truth values or whole numbers; what is plain is simplified at once.
///
/// A class because encodings of several dates and sets add to the same bank.
package final class TermBank {
    package enum Node: Hashable, Sendable {
        case truth(Bool)
        /// A variable that is true or false.
        case switchVariable(Int32)
        case not(Term)
        case all([Term])
        case any([Term])
        case atLeast(Int32, [Term])
        /// Two whole numbers are equal.
        case equal(Term, Term)
        /// The first whole number is at most the second.
        case atMost(Term, Term)
        /// The second when the first holds, else the third.
        case either(Term, Term, Term)
        case number(Int128)
        /// A variable that is a whole number.
        case numberVariable(Int32)
        case sum([Term])
        case product([Term])
        /// Rounded down; the divisor is positive.
        case quotient(Term, Int128)
        /// From 0 to below the divisor, which is positive.
        case remainder(Term, Int128)
    }

    package private(set) var nodes: [Node] = []
    private var places: [Node: Term] = [:]
    /// By term: between what bounds a whole number lies, as far as is plain.
    private var ranges: [ValueRange] = []
    /// What is known of variables from their making, by term: asserted with every question that reaches them.
    private(set) var axioms: [Term: Term] = [:]
    private var variableCount: Int32 = 0
    private var named: [String: Term] = [:]

    package init() {}

    subscript(term: Term) -> Node { nodes[Int(term.index)] }  // bounded: a term is made by its bank

    func range(of term: Term) -> ValueRange { ranges[Int(term.index)] }

    // MARK: Variables and constants

    var yes: Term { truth(true) }
    var no: Term { truth(false) }

    func truth(_ value: Bool) -> Term { intern(.truth(value)) }

    func number(_ value: Int128) -> Term { intern(.number(value), ValueRange(value, value)) }

    /// The variable with a name, made when it is first asked for.
    func switchVariable(_ name: String) -> Term {
        if let term = named[name] { return term }
        variableCount += 1
        let term = intern(.switchVariable(variableCount))
        named[name] = term
        return term
    }

    /// The variable with a name, made when it is first asked for; it lies within all bounds that are given for it.
    func numberVariable(_ name: String, within range: ValueRange) -> Term {
        let term: Term
        if let known = named[name] {
            term = known
        } else {
            variableCount += 1
            term = intern(.numberVariable(variableCount), range)
            named[name] = term
        }
        var bounds: [Term] = []
        if range.least > .min { bounds.append(intern(.atMost(number(range.least), term))) }
        if range.most < .max { bounds.append(intern(.atMost(term, number(range.most)))) }
        if !bounds.isEmpty { state(all(bounds), of: term) }
        return term
    }

    /// States something that always holds of a variable.
    func state(_ axiom: Term, of variable: Term) {
        axioms[variable] = axioms[variable].map { all([$0, axiom]) } ?? axiom
    }

    func intern(_ node: Node, _ range: ValueRange = .anything) -> Term {
        if let term = places[node] { return term }
        let term = Term(index: Int32(nodes.count))
        nodes.append(node)
        ranges.append(range)
        places[node] = term
        return term
    }

    // MARK: Reach

    /// The variables below some terms, with those that their axioms name.
    ///
    /// - Complexity: linear in the terms below.
    package func variables(below roots: [Term]) -> Set<Term> {
        var seen: Set<Term> = []
        var variables: Set<Term> = []
        var open = roots
        while let term = open.popLast() {
            guard seen.insert(term).inserted else { continue }
            let children = self[term].children
            if self[term].isVariable { variables.insert(term) }
            open += children
            if let axiom = axioms[term] { open.append(axiom) }
        }
        return variables
    }

    /// Whether two quantities that both may change are multiplied below.
    func multipliesVariables(below roots: [Term]) -> Bool {
        var seen: Set<Term> = []
        var open = roots
        while let term = open.popLast() {
            guard seen.insert(term).inserted else { continue }
            if case .product(let factors) = self[term], factors.count(where: { !self[$0].isConstant }) > 1 {
                return true
            }
            open += self[term].children
            if let axiom = axioms[term] { open.append(axiom) }
        }
        return false
    }
}

/// The bounds of a whole number; the ends of `Int128` stand for none.
package struct ValueRange: Hashable, Sendable {
    let least: Int128
    let most: Int128

    static let anything = ValueRange(.min, .max)

    init(_ least: Int128, _ most: Int128) {
        self.least = least
        self.most = most
    }
}

extension TermBank.Node {
    /// The terms that it is made of.
    package var children: [Term] {
        switch self {
        case .truth, .switchVariable, .number, .numberVariable: []
        case .not(let one), .quotient(let one, _), .remainder(let one, _): [one]
        case .all(let terms), .any(let terms), .atLeast(_, let terms), .sum(let terms), .product(let terms): terms
        case .equal(let a, let b), .atMost(let a, let b): [a, b]
        case .either(let condition, let a, let b): [condition, a, b]
        }
    }

    package var isVariable: Bool {
        switch self {
        case .switchVariable, .numberVariable: true
        case .truth, .not, .all, .any, .atLeast, .equal, .atMost, .either, .number, .sum, .product, .quotient,
            .remainder:
            false
        }
    }

    var isConstant: Bool {
        switch self {
        case .truth, .number: true
        case .switchVariable, .numberVariable, .not, .all, .any, .atLeast, .equal, .atMost, .either, .sum, .product,
            .quotient, .remainder:
            false
        }
    }
}
