/// The table of what was measured, and what is wrong with it.
struct Report {
    let rows: [Measures.Row]
    /// What this machine cannot measure.
    let absent: [String]

    /// Markdown.
    var table: String {
        let lines = rows.map { "| `\($0.key)` | \($0.what) | \(Self.spelled($0.value, $0.digits)) \($0.unit) |\n" }
        return "| clé | mesure | médiane |\n|---|---|---|\n" + lines.joined()
    }

    /// The thresholds that are not kept. A threshold is a line `key <= value` or `key >= value`.
    func failures(of thresholds: String) -> [String] {
        thresholds.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 3, let limit = Double(words[2]) else { return "seuil mal écrit\u{A0}: \(line)" }
            guard let row = rows.first(where: { $0.key == words[0] }) else {
                return absent.contains(String(words[0])) ? nil : "\(words[0]) n’est pas mesuré"
            }
            let isKept = words[1] == "<=" ? row.value <= limit : row.value >= limit
            return isKept ? nil : "\(row.key)\u{A0}: \(Self.spelled(row.value, 2)) au lieu de \(words[1]) \(words[2])"
        }
    }

    /// With so many digits after the comma, and groups of three before it.
    static func spelled(_ value: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = Int((value * scale).rounded())
        let fraction = String(scaled % Int(scale))
        var whole = ""
        for (place, digit) in String(scaled / Int(scale)).reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { whole = "\u{A0}" + whole }
            whole = String(digit) + whole
        }
        return digits == 0 ? whole : whole + "," + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
