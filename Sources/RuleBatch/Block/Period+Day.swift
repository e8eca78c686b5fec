import PolicyValues
import RuleModel

extension Period {
    /// Whether a day, by its number, lies in it; the number may be before any date.
    func contains(day: Int32) -> Bool {
        (from.map { $0.dayNumber <= day } ?? true) && (through.map { day <= $0.dayNumber } ?? true)
    }
}
