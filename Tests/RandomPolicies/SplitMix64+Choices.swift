package import PolicyValues

extension SplitMix64 {
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
