package import PolicyValues

/// What a batch is asked for.
package struct BatchSettings: Hashable, Sendable {
    package enum Format: Hashable, Sendable {
        case ndjson
        /// With `;` or `,` between cells.
        case csv(separator: UInt8)
    }

    package enum Detail: String, CaseIterable, Sendable {
        /// With motifs and manquants.
        case complete = "complet"
        /// States and outcomes alone.
        case issues
    }

    package let format: Format
    package let detail: Detail
    /// The date asked for on the command line.
    package let asked: CivilDate?
    /// The date in the machine's zone.
    package let today: CivilDate

    package init(format: Format, detail: Detail, asked: CivilDate?, today: CivilDate) {
        self.format = format
        self.detail = detail
        self.asked = asked
        self.today = today
    }
}
