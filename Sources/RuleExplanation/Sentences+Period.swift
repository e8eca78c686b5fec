import PolicyValues
package import RuleModel

extension Sentences {
    /// « en vigueur depuis le 30 novembre 2024 », « … jusqu’au 29 novembre 2024 », « … du 8 juin 2022 au … ».
    package static func inForce(_ period: Period) -> String {
        switch (period.from, period.through) {
        case (let from?, let through?):
            "en vigueur du \(FrenchFormat.bareDate(from)) au \(FrenchFormat.bareDate(through))"
        case (let from?, nil): "en vigueur depuis \(FrenchFormat.date(from))"
        case (nil, let through?): "en vigueur jusqu’au \(FrenchFormat.bareDate(through))"
        case (nil, nil): "toujours en vigueur"
        }
    }
}
