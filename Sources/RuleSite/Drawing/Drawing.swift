/// Boxes in columns and the lines between them, before anything has a place.
struct Drawing {
    /// Something that leads to a page.
    struct Label {
        let text: String
        let address: String
    }

    struct Box {
        enum Kind {
            case fact
            case definition
            case rule
            case decision
            case outcome
        }

        let kind: Kind
        let label: Label
        /// Smaller lines below the label.
        var lines: [Label] = []
        /// From 0, left to right.
        let column: Int
    }

    /// A line from a box to one in a column further right, by their places.
    struct Link: Hashable {
        let from: Int
        let to: Int
    }

    /// The columns whose boxes stay in the order in which they were added, since it says something.
    var orderedColumns: Set<Int> = []
    private(set) var boxes: [Box] = []
    private(set) var links: [Link] = []
    private var seen: Set<Link> = []

    /// Adds a box, and gives its place.
    mutating func add(_ box: Box) -> Int {
        boxes.append(box)
        return boxes.count - 1
    }

    /// Adds a line, once; one that would not lead to the right is left out.
    mutating func connect(_ from: Int, _ to: Int) {
        let link = Link(from: from, to: to)
        guard boxes[from].column < boxes[to].column, seen.insert(link).inserted else { return }
        links.append(link)
    }
}
