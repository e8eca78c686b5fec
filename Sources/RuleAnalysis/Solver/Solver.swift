import CZ3

/// The one door to Z3 (de Moura and Bjørner, "Z3: An Efficient SMT Solver", 2008): puts questions about the terms of a
/// bank, one after the other, to one solver.
///
/// Safe: Z3's pointers do not leave this class, which counts a reference to each of its formulas and frees them with
/// itself; Z3's own error handler, which would end the process, is off, and an error becomes an answer. The same
/// questions in the same order get the same answers on every machine: seeds are Z3's defaults, and effort is bounded by
/// its count of steps, not by a clock.
@safe final class Solver {
    /// What became of a question.
    enum Answer {
        /// Values of the variables that the question reaches, that make all its terms true.
        case satisfied(Model)
        /// No values do.
        case never
        /// Z3 gave up; in its own words.
        case unknown(String)
    }

    /// Values of variables, by term: truth values are 0 or 1.
    typealias Model = [Term: Int128]

    /// The version of Z3 that is loaded.
    static var libraryVersion: String {
        var (major, minor, build, revision): (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
        unsafe Z3_get_version(&major, &minor, &build, &revision)
        return "\(major).\(minor).\(build)"
    }

    private let bank: TermBank
    private let context: Z3_context
    private let solver: Z3_solver
    /// By term: its formula, once it was needed. A reference is held to each.
    private var formulas: [Term: Z3_ast] = unsafe [:]

    /// - Parameter effort: how many of Z3's steps a question may cost.
    init?(for bank: TermBank, effort: UInt32) {
        self.bank = bank
        let configuration = unsafe Z3_mk_config()
        defer { unsafe Z3_del_config(configuration) }
        guard let context = unsafe Z3_mk_context_rc(configuration) else { return nil }
        unsafe Z3_set_error_handler(context, nil)
        guard let solver = unsafe Z3_mk_simple_solver(context) else {
            unsafe Z3_del_context(context)
            return nil
        }
        unsafe self.context = unsafe context
        unsafe self.solver = unsafe solver
        unsafe Z3_solver_inc_ref(context, solver)
        let settings = unsafe Z3_mk_params(context)
        unsafe Z3_params_inc_ref(context, settings)
        unsafe Z3_params_set_uint(context, settings, Z3_mk_string_symbol(context, "rlimit"), effort)
        // A signal ends the program, not the question.
        unsafe Z3_params_set_bool(context, settings, Z3_mk_string_symbol(context, "ctrl_c"), false)
        unsafe Z3_solver_set_params(context, solver, settings)
        unsafe Z3_params_dec_ref(context, settings)
    }

    deinit {
        let terms = unsafe Array(formulas.keys)
        for term in terms { unsafe Z3_dec_ref(context, formulas[term]) }
        unsafe Z3_solver_dec_ref(context, solver)
        unsafe Z3_del_context(context)
    }

    /// Whether some values make all terms true, and which.
    func ask(_ terms: [Term]) -> Answer {
        let variables = bank.variables(below: terms)
        unsafe Z3_solver_push(context, solver)
        defer { unsafe Z3_solver_pop(context, solver, 1) }
        for term in terms + variables.compactMap({ bank.axioms[$0] }).sorted() {
            guard let formula = unsafe formula(of: term) else { return .unknown(problem) }
            unsafe Z3_solver_assert(context, solver, formula)
        }
        let result = unsafe Z3_solver_check(context, solver)
        guard unsafe Z3_get_error_code(context) == Z3_OK else { return .unknown(problem) }
        switch result {
        case Z3_L_FALSE: return .never
        case Z3_L_TRUE: return model(of: variables).map(Answer.satisfied) ?? .unknown(problem)
        default: return .unknown(unsafe String(cString: Z3_solver_get_reason_unknown(context, solver)))
        }
    }

    private var problem: String {
        unsafe String(cString: Z3_get_error_msg(context, Z3_get_error_code(context)))
    }

    private func model(of variables: Set<Term>) -> Model? {
        guard let model = unsafe Z3_solver_get_model(context, solver) else { return nil }
        unsafe Z3_model_inc_ref(context, model)
        defer { unsafe Z3_model_dec_ref(context, model) }
        var values = Model()
        for variable in variables {
            guard let formula = unsafe formulas[variable] else { continue }
            var value: Z3_ast?
            let isKnown = unsafe Z3_model_eval(context, model, formula, true, &value)
            guard isKnown, let value = unsafe value else { return nil }
            unsafe Z3_inc_ref(context, value)
            defer { unsafe Z3_dec_ref(context, value) }
            switch unsafe Z3_get_bool_value(context, value) {
            case Z3_L_TRUE: values[variable] = 1
            case Z3_L_FALSE: values[variable] = 0
            default:
                guard unsafe Z3_get_ast_kind(context, value) == Z3_NUMERAL_AST,
                    let number = unsafe Int128(String(cString: Z3_get_numeral_string(context, value)))
                else { return nil }
                values[variable] = number
            }
        }
        return values
    }

    // MARK: Formulas

    /// The formula of a term, with those of the terms below it made first.
    ///
    /// - Complexity: linear in the terms below that are new; no recursion, since chains of rules may be long.
    private func formula(of root: Term) -> Z3_ast? {
        var open = [root]
        while let term = open.last {
            if unsafe formulas[term] != nil {
                open.removeLast()
                continue
            }
            let missing = bank[term].children.filter { unsafe formulas[$0] == nil }
            guard missing.isEmpty else {
                open += missing
                continue
            }
            guard let formula = unsafe make(bank[term]), unsafe Z3_get_error_code(context) == Z3_OK else { return nil }
            unsafe Z3_inc_ref(context, formula)
            unsafe formulas[term] = unsafe formula
            open.removeLast()  // bounded: `term` is its last
        }
        return unsafe formulas[root]
    }

    private func make(_ node: TermBank.Node) -> Z3_ast? {
        var parts: [Z3_ast?] = unsafe []
        for child in node.children { unsafe parts.append(formulas[child]) }
        let count = UInt32(node.children.count)
        switch node {
        case .truth(let value): return unsafe value ? Z3_mk_true(context) : Z3_mk_false(context)
        case .switchVariable(let number): return unsafe variable(number, Z3_mk_bool_sort(context))
        case .numberVariable(let number): return unsafe variable(number, Z3_mk_int_sort(context))
        case .number(let value): return unsafe numeral(value)
        case .not: return unsafe Z3_mk_not(context, parts[0])
        case .all: return unsafe Z3_mk_and(context, count, &parts)
        case .any: return unsafe Z3_mk_or(context, count, &parts)
        // bounded: from 1 to the number of branches
        case .atLeast(let least, _): return unsafe Z3_mk_atleast(context, count, &parts, UInt32(least))
        case .equal: return unsafe Z3_mk_eq(context, parts[0], parts[1])
        case .atMost: return unsafe Z3_mk_le(context, parts[0], parts[1])
        case .either: return unsafe Z3_mk_ite(context, parts[0], parts[1], parts[2])
        case .sum: return unsafe Z3_mk_add(context, count, &parts)
        case .product: return unsafe Z3_mk_mul(context, count, &parts)
        case .quotient(_, let divisor): return unsafe Z3_mk_div(context, parts[0], numeral(divisor))
        case .remainder(_, let divisor): return unsafe Z3_mk_mod(context, parts[0], numeral(divisor))
        }
    }

    private func variable(_ number: Int32, _ sort: Z3_sort?) -> Z3_ast? {
        unsafe Z3_mk_const(context, Z3_mk_int_symbol(context, number), sort)
    }

    private func numeral(_ value: Int128) -> Z3_ast? {
        unsafe Z3_mk_numeral(context, String(value), Z3_mk_int_sort(context))
    }
}
