import SourceText

/// Gives texts the names of files: letters `a` to `z`, digits and hyphens, so that they are the same on every system,
/// and no two alike whatever the case.
struct FileNames {
    private var taken: Set<String>

    /// - Parameter reserved: names that are not given.
    init(reserved: Set<String> = ["index"]) { taken = reserved }

    /// A name, without its ending; the same texts in the same order give the same names.
    mutating func name(for text: String) -> String {
        let base = Self.base(of: text)
        var name = base
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }

    private static func base(of text: String) -> String {
        var base = ""
        for scalar in NameKey.bare(text).unicodeScalars {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                base.unicodeScalars.append(scalar)
            } else if !base.isEmpty, base.last != "-" {
                base += "-"
            }
            if base.utf8.count == longest { break }
        }
        while base.last == "-" { base.removeLast() }
        if base.isEmpty { return "sans-nom" }
        return devices.contains(base) ? base + "-" : base
    }

    private static let longest = 80

    /// What Windows keeps for itself, whatever the ending (Microsoft, *Naming Files, Paths, and Namespaces*).
    private static let devices: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
