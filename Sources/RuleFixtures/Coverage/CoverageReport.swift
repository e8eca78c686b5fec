import PolicyValues

/// What the fixtures and examples show of a rule set.
package struct CoverageReport: Sendable {
    /// In the order of files and places.
    package let items: [CoverageItem]

    /// Counts over some items.
    struct Share {
        /// Items of which every possible truth was seen.
        var whole = 0
        var items = 0
        /// Truths seen, of those that are possible.
        var seen = 0
        var possible = 0
        /// Conditions that decided alone, being `vrai` and being `faux`.
        var decisive = 0
        var conditions = 0
    }

    func share(of kind: CoverageItem.Kind? = nil) -> Share {
        var share = Share()
        for item in items where kind == nil || item.kind == kind {
            share.items += 1
            share.possible += item.possible.count
            share.seen += item.possible.count - item.missing.count
            if item.missing.isEmpty { share.whole += 1 }
            if item.canDecide {
                share.conditions += 1
                if item.neverDecisive.isEmpty { share.decisive += 1 }
            }
        }
        return share
    }

    /// Truths seen of those that are possible, in thousandths: what `--seuil-couverture` looks at.
    package var rate: Int {
        let share = share()
        return share.possible == 0 ? 1000 : share.seen * 1000 / share.possible  // bounded: compared with 0
    }

    /// The rate in a sentence.
    package var summary: String { CoverageWording.summary(self) }
}
