import PolicyValues
package import RuleModel

extension Sentences {
    /// « depuis le 30 novembre 2024 », « jusqu’au 29 novembre 2024 », « du 8 juin 2022 au 29 novembre 2024 ».
    package static func span(_ period: Period) -> String {
        switch (period.from, period.through) {
        case (let from?, let through?):
            "du \(FrenchFormat.bareDate(from)) au \(FrenchFormat.bareDate(through))"
        case (let from?, nil): "depuis \(FrenchFormat.date(from))"
        case (nil, let through?): "jusqu’au \(FrenchFormat.bareDate(through))"
        case (nil, nil): "en tout temps"
        }
    }
}
