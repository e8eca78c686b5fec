package import RuleJSON

/// Where two JSON values differ.
package struct JSONDifference: Sendable {
    /// Keys, and places in lists from 1, from the root.
    package let path: [String]
    /// Nil where there was nothing.
    package let before: JSONValue?
    package let after: JSONValue?

    /// All differences, in the order of the first value; entries of objects are unordered.
    ///
    /// - Complexity: linear, whatever a receipt was made to hold.
    static func between(_ before: JSONValue, _ after: JSONValue) -> [JSONDifference] { between(before, after, at: []) }

    private static func between(_ before: JSONValue?, _ after: JSONValue?, at path: [String]) -> [JSONDifference] {
        switch (before, after) {
        case (.object(let old)?, .object(let new)?):
            let known = Set(old.map(\.0))
            let again = Dictionary(new) { first, _ in first }
            let kept = old.flatMap { key, value in between(value, again[key], at: path + [key]) }
            let added = new.filter { !known.contains($0.0) }
            return kept + added.flatMap { key, value in between(nil, value, at: path + [key]) }
        case (.list(let old)?, .list(let new)?):
            return (0..<max(old.count, new.count)).flatMap { place in
                between(element(place, of: old), element(place, of: new), at: path + [String(place + 1)])
            }
        default:
            return before == after ? [] : [JSONDifference(path: path, before: before, after: after)]
        }
    }

    private static func element(_ place: Int, of list: [JSONValue]) -> JSONValue? {
        list.indices.contains(place) ? list[place] : nil
    }
}
