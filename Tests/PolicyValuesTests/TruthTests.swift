import PolicyValues
import Testing

/// The tables of strong Kleene logic, written out.
@Suite("Three-valued truth")
struct TruthTests {
    /// A pair, its « et », its « ou ».
    static let tables: [(Truth, Truth, and: Truth, or: Truth)] = [
        (.yes, .yes, .yes, .yes), (.yes, .unknown, .unknown, .yes), (.yes, .no, .no, .yes),
        (.unknown, .yes, .unknown, .yes), (.unknown, .unknown, .unknown, .unknown), (.unknown, .no, .no, .unknown),
        (.no, .yes, .no, .yes), (.no, .unknown, .no, .unknown), (.no, .no, .no, .no),
    ]

    @Test("« et » and « ou »", arguments: tables)
    func pairs(_ row: (Truth, Truth, and: Truth, or: Truth)) {
        #expect([row.0, row.1].conjunction == row.and)
        #expect([row.0, row.1].disjunction == row.or)
        // De Morgan
        #expect([row.0.negated, row.1.negated].conjunction == row.or.negated)
    }

    @Test("« non », words, and what nothing is")
    func single() {
        #expect(Truth.allCases.map(\.negated) == [.yes, .unknown, .no])
        #expect(Truth.allCases.map(\.word) == ["faux", "inconnu", "vrai"])
        #expect(Truth(true) == .yes && Truth(false) == .no)
        #expect([Truth]().conjunction == .yes && [Truth]().disjunction == .no)
        #expect(Truth.no < .unknown && .unknown < Truth.yes)
    }

    @Test("making an unknown known never changes a known result")
    func monotony() {
        let all = Truth.allCases
        for a in all {
            for b in all {
                for c in all where [a, b, c].contains(.unknown) {
                    for known in [Truth.no, .yes] {
                        let more = [a, b, c].map { $0 == .unknown ? known : $0 }
                        let (et, ou) = ([a, b, c].conjunction, [a, b, c].disjunction)
                        #expect(et == .unknown || more.conjunction == et)
                        #expect(ou == .unknown || more.disjunction == ou)
                    }
                }
            }
        }
    }
}
