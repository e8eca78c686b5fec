/// Gives the boxes of a drawing their places: columns from left to right, in each the order in which the fewest lines
/// cross, as far as a few sweeps find it (Sugiyama, Tagawa and Toda, 1981, the barycentre method).
///
/// - Complexity: a few times the lines and the boxes, and their sorting.
struct LayeredLayout {
    /// In pixels of the drawing.
    struct Frame {
        var x = 0
        var y = 0
        let width: Int
        let height: Int

        var middle: Int { y + height / 2 }
    }

    let drawing: Drawing
    /// By box.
    private(set) var frames: [Frame]
    private(set) var width = 0
    private(set) var height = 0

    static let columnWidth = 224
    static let columnGap = 88
    static let boxGap = 8
    static let lineHeight = 17
    static let padding = 8
    static let margin = 8

    init(_ drawing: Drawing) {
        self.drawing = drawing
        frames = drawing.boxes.map { box in
            let lines = LabelLines.wrapped(box.label.text).count + box.lines.count
            let gap = box.lines.isEmpty ? 0 : Self.padding / 2
            return Frame(width: Self.columnWidth, height: lines * Self.lineHeight + 2 * Self.padding + gap)
        }
        place()
    }

    private mutating func place() {
        let columns = (drawing.boxes.map(\.column).max() ?? -1) + 1
        var orders = Array(repeating: [Int](), count: columns)
        for (place, box) in drawing.boxes.enumerated() { orders[box.column].append(place) }
        for sweep in 0..<Self.sweeps {
            setPlaces(orders)
            let isForward = sweep.isMultiple(of: 2)
            let columns = isForward ? Array(orders.indices) : orders.indices.reversed()
            for column in columns where !drawing.orderedColumns.contains(column) {
                orders[column] = ordered(orders[column], byLinksFromLeft: isForward)
                setPlaces(orders)
            }
        }
        width = columns * (Self.columnWidth + Self.columnGap) - Self.columnGap + 2 * Self.margin
        for (column, order) in orders.enumerated() {
            for box in order { frames[box].x = Self.margin + column * (Self.columnWidth + Self.columnGap) }
        }
    }

    private static let sweeps = 4

    /// Stacks each column, around one middle.
    private mutating func setPlaces(_ orders: [[Int]]) {
        let heights = orders.map { order in
            order.reduce(-Self.boxGap) { $0 + frames[$1].height + Self.boxGap }
        }
        let tallest = max(0, heights.max() ?? 0)
        height = tallest + 2 * Self.margin
        for (order, columnHeight) in zip(orders, heights) {
            var y = Self.margin + (tallest - columnHeight) / 2
            for box in order {
                frames[box].y = y
                y += frames[box].height + Self.boxGap
            }
        }
    }

    /// A column in the order of the mean heights of what each box is linked to; a box without a link stays about where
    /// it is.
    private func ordered(_ order: [Int], byLinksFromLeft isForward: Bool) -> [Int] {
        var sums: [Int: (total: Int, count: Int)] = [:]
        for link in drawing.links {
            let (own, other) = isForward ? (link.to, link.from) : (link.from, link.to)
            let (total, count) = sums[own] ?? (0, 0)
            sums[own] = (total + frames[other].middle, count + 1)
        }
        // bounded: a sum that is kept counts a link at least.
        func mean(_ box: Int) -> Int { sums[box].map { $0.total / $0.count } ?? frames[box].middle }
        return order.enumerated().map { (key: mean($1), place: $0, box: $1) }
            .sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.box)
    }
}
