import RuleExplanation

/// A drawing as a figure of a page: SVG with a name and a description, whose boxes are links that the keyboard reaches.
struct DrawingFigure {
    private let layout: LayeredLayout
    private let title: String
    private let description: String

    /// - Parameter description: where the same is said in words.
    init(_ drawing: Drawing, title: String, description: String) {
        layout = LayeredLayout(drawing)
        self.title = title
        self.description = description
    }

    var markup: Markup {
        """
        <figure class="drawing">
        <div class="scroll" role="group" tabindex="0" aria-label="\(title)">
        <svg viewBox="0 0 \(layout.width) \(layout.height)" width="\(layout.width)" height="\(layout.height)" \
        role="group" aria-labelledby="dessin-titre" aria-describedby="dessin-texte">
        <title id="dessin-titre">\(title)</title>
        <g class="links">
        \(links)</g>
        \(layout.drawing.boxes.indices.map { box($0) })</svg>
        </div>
        <figcaption id="dessin-texte">\(description)</figcaption>
        </figure>

        """
    }

    // MARK: Lines

    /// Lines arrive along the left side of a box in the order in which they come.
    private var links: [Markup] {
        var arriving: [Int: [Drawing.Link]] = [:]
        for link in layout.drawing.links { arriving[link.to, default: []].append(link) }
        return arriving.keys.sorted().flatMap { target -> [Markup] in
            let links = (arriving[target] ?? []).sorted {
                (layout.frames[$0.from].middle, $0.from) < (layout.frames[$1.from].middle, $1.from)
            }
            return links.enumerated().map { index, link in
                let frame = layout.frames[target]
                // bounded: one more than a count is not zero.
                let y = frame.y + frame.height * (index + 1) / (links.count + 1)
                return path(from: layout.frames[link.from], toX: frame.x, y: y)
            }
        }
    }

    private func path(from start: LayeredLayout.Frame, toX x: Int, y: Int) -> Markup {
        let left = start.x + start.width
        let bend = LayeredLayout.columnGap * 2 / 3
        return "<path d=\"M\(left) \(start.middle)C\(left + bend) \(start.middle) \(x - bend) \(y) \(x) \(y)\"/>\n"
    }

    // MARK: Boxes

    private func box(_ place: Int) -> Markup {
        let box = layout.drawing.boxes[place]
        let frame = layout.frames[place]
        var y = frame.y + LayeredLayout.padding
        let title = LabelLines.wrapped(box.label.text)
        let head = link(box.label, title, at: frame, y: &y, named: "label")
        y += LayeredLayout.padding / 2
        let lines = box.lines.map { line in
            link(line, [LabelLines.shortened(line.text, to: LabelLines.longestSmall)], at: frame, y: &y, named: "line")
        }
        return """
            <g class="\(Self.name(of: box.kind))">
            <rect class="box" x="\(frame.x)" y="\(frame.y)" width="\(frame.width)" height="\(frame.height)" rx="4"/>
            \(head)\(lines)</g>

            """
    }

    private func link(
        _ label: Drawing.Label, _ texts: [String], at frame: LayeredLayout.Frame, y: inout Int, named name: String
    ) -> Markup {
        let x = frame.x + LayeredLayout.padding
        let top = y
        let lines = texts.map { text -> Markup in
            y += LayeredLayout.lineHeight
            return "<tspan x=\"\(x)\" y=\"\(y - Self.descent)\">\(text)</tspan>"
        }
        let whole: Markup = texts.joined(separator: " ") == label.text ? "" : "<title>\(label.text)</title>"
        return """
            <a href="\(label.address)">\(whole)\
            <rect class="target" x="\(frame.x + 2)" y="\(top)" width="\(frame.width - 4)" height="\(y - top)" rx="2"/>\
            <text class="\(name)">\(lines)</text></a>

            """
    }

    /// How far a line of text stands above the end of its height.
    private static let descent = 4

    private static func name(of kind: Drawing.Box.Kind) -> String {
        switch kind {
        case .fact: "fact"
        case .definition: "definition"
        case .rule: "rule"
        case .decision: "decision"
        case .outcome: "outcome"
        }
    }
}
