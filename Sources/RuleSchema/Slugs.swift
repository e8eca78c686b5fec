import SourceText

/// The names of a schema's definitions: letters, digits, hyphens and periods, since a `$ref` is a URI.
struct Slugs {
    private var taken: [String: String] = [:]

    /// A slug for a name, the same each time; two names never share one.
    mutating func slug(_ prefix: String, _ name: String) -> String {
        let bare = NameKey.bare(name).unicodeScalars.map { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
        }
        let base = prefix + "." + String(bare)
        var slug = base
        var number = 2
        while let owner = taken[slug], owner != prefix + "/" + name {
            slug = "\(base)-\(number)"
            number += 1
        }
        taken[slug] = prefix + "/" + name
        return slug
    }
}
