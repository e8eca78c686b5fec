import PolicyValues

/// Strong Kleene logic once more, for the machine's loop: written with `switch` in this module it is inlined, where the
/// generic `min` of ``PolicyValues`` is called through a witness.
extension Truth {
    /// `et`: the minimum.
    func and(_ other: Truth) -> Truth {
        switch (self, other) {
        case (.no, _), (_, .no): .no
        case (.unknown, _), (_, .unknown): .unknown
        case (.yes, .yes): .yes
        }
    }

    /// `ou`: the maximum.
    func or(_ other: Truth) -> Truth {
        switch (self, other) {
        case (.yes, _), (_, .yes): .yes
        case (.unknown, _), (_, .unknown): .unknown
        case (.no, .no): .no
        }
    }

    /// `non`.
    var negation: Truth {
        switch self {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }

    var isYes: Bool { if case .yes = self { true } else { false } }
    var isNo: Bool { if case .no = self { true } else { false } }

    init(of known: Bool) {
        if known { self = .yes } else { self = .no }
    }
}
