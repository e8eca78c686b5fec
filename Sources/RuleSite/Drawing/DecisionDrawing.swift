import RuleExplanation
import RuleModel

/// The drawing of one decision: what its rules test, the rules, the outcomes that they conclude.
struct DecisionDrawing {
    private let parts: PageParts
    private let id: DecisionID

    init(_ id: DecisionID, _ parts: PageParts) {
        self.id = id
        self.parts = parts
    }

    private var decision: Decision { parts.set[id] }

    /// Nothing where there is nothing to draw; where there are too many rules, a sentence that says so.
    var figure: Markup {
        let rules = decision.rules
        guard !rules.isEmpty else { return "" }
        guard rules.count <= Self.mostRules else { return "<p>\(SiteWording.tooManyRules(Self.mostRules))</p>\n" }
        return DrawingFigure(
            drawing(rules), title: SiteWording.drawingOf(decision.name), description: SiteWording.decisionDrawingInWords
        ).markup
    }

    /// More would not be read.
    private static let mostRules = 40

    private func drawing(_ rules: [RuleID]) -> Drawing {
        var drawing = Drawing()
        // Outcomes stand in their order of precedence.
        drawing.orderedColumns = [2]
        var tested: [Entry: Int] = [:]
        let outcomes = decision.outcomes.map { outcome in
            let label = Drawing.Label(text: outcome.name, address: "#regles")
            return drawing.add(Drawing.Box(kind: .outcome, label: label, column: 2))
        }
        for rule in rules {
            let place = drawing.add(box(.rule(rule), in: 1))
            for conclusion in parts.set[rule].conclusions where conclusion.decision == id {
                drawing.connect(place, outcomes[conclusion.outcome])
            }
            for reference in parts.set[rule].references {
                let entry = Entry(reference.target)
                let source = tested[entry] ?? drawing.add(box(entry, in: 0))
                tested[entry] = source
                drawing.connect(source, place)
            }
        }
        return drawing
    }

    private func box(_ entry: Entry, in column: Int) -> Drawing.Box {
        let label = Drawing.Label(text: parts.set.label(of: entry), address: parts.address(of: entry))
        return Drawing.Box(kind: entry.boxKind, label: label, column: column)
    }
}

extension Entry {
    /// How a drawing shows it.
    var boxKind: Drawing.Box.Kind {
        switch self {
        case .decision: .decision
        case .rule, .table: .rule
        case .fact: .fact
        case .definition, .parameter, .calendar: .definition
        }
    }
}
