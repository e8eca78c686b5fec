import SourceText

/// A difference in lines, the same in every form of report:
///
///     recevabilité
///       attendu : non recevable
///       obtenu  : recevable
///       voir    : la règle « recours-existant » ne s’applique pas (Rules/recevabilite.yaml:12:3)
struct DifferenceText {
    /// How many characters of one side are shown.
    private static let sideLength = 400
    /// How many rules are named.
    private static let shownOrigins = 6

    let title: String
    /// `attendu : …`, aligned.
    let lines: [String]

    init(_ difference: Difference, at places: ReportPlaces) {
        let object = difference.object.map { FixtureWording.object($0) + ", " } ?? ""
        title = object + FixtureWording.title(of: difference.subject)
        var rows: [(label: String, text: String)] = [
            ("attendu", Self.text(difference.expected)), ("obtenu", Self.text(difference.found)),
        ]
        if !difference.lacking.isEmpty { rows.append(("manque", Self.text(.list(difference.lacking)))) }
        if !difference.extra.isEmpty { rows.append(("en trop", Self.text(.list(difference.extra)))) }
        if let remark = difference.remark { rows.append(("détail", Self.shown(remark))) }
        for origin in difference.origins.prefix(Self.shownOrigins) {
            rows.append(("voir", FixtureWording.origin(origin, at: places.shown(origin.range))))
        }
        let rest = difference.origins.count - Self.shownOrigins
        if rest > 0 { rows.append(("voir", FixtureWording.others(rest))) }
        let width = rows.map(\.label.unicodeScalars.count).max() ?? 0
        lines = rows.map { row in
            row.label + String(repeating: " ", count: width - row.label.unicodeScalars.count) + "\u{A0}: " + row.text
        }
    }

    /// `recevabilité : attendu non recevable, obtenu recevable`.
    static func summary(_ difference: Difference) -> String {
        FixtureWording.summary(
            FixtureWording.title(of: difference.subject), expected: text(difference.expected),
            found: text(difference.found))
    }

    private static func text(_ side: Difference.Side) -> String {
        switch side {
        case .word(let word): shown(word)
        case .list([]): FixtureWording.nothing
        case .list(let words): shown(words.joined(separator: ", "))
        }
    }

    private static func shown(_ text: String) -> String { Visible.cut(Visible.text(text), to: sideLength) }
}
