/// Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators": the same seed gives the same numbers with
/// every version of the standard library.
package struct SplitMix64 {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to but not including the bound, which is at least 1.
    package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

    package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// Nil of nothing.
    package mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// So many elements, or all, in random order.
    package mutating func some<Element>(_ count: Int, of elements: [Element]) -> [Element] {
        var rest = elements
        return (0..<min(count, elements.count)).map { _ in rest.remove(at: below(rest.count)) }
    }
}
