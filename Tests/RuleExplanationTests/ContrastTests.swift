import Foundation
import RuleExplanation
import Testing

/// The colours of the page, read from the page itself.
@Suite struct ContrastTests {
    /// The custom properties of each `:root` block: light, dark, print.
    private func palettes() -> [[String: String]] {
        let html = HTMLRenderer().render(Page(title: "Essai"))
        return html.matches(of: /:root \{([^}]*)\}/).map { block in
            var colors: [String: String] = [:]
            for declaration in block.1.matches(of: /--([a-z]+): (#[0-9a-f]{6});/) {
                colors[String(declaration.1)] = String(declaration.2)
            }
            return colors
        }
    }

    /// Relative luminance (WCAG 2.2, definitions).
    private func luminance(_ color: String) -> Double {
        let channels = stride(from: 1, to: 7, by: 2).map { offset -> Double in
            let start = color.index(color.startIndex, offsetBy: offset)
            let value = Double(Int(color[start..<color.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    private func ratio(_ first: String, _ second: String) -> Double {
        let (a, b) = (luminance(first), luminance(second))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test func theRatioIsTheOneOfTheStandard() {
        #expect(abs(ratio("#ffffff", "#000000") - 21) < 0.001)
        #expect(abs(ratio("#ffffff", "#767676") - 4.54) < 0.01)
    }

    @Test func everyTextReachesLevelAA() throws {
        let palettes = palettes()
        try #require(palettes.count == 3)
        // On paper, what is not said again stays as in light.
        for (index, own) in palettes.enumerated() {
            let colors = palettes[0].merging(own) { _, new in new }
            for text in ["text", "quiet", "heading"] {
                let foreground = try #require(colors[text])
                for background in ["page", "notice"] {
                    let ratio = ratio(foreground, try #require(colors[background]))
                    #expect(ratio >= 4.5, "palette \(index): \(text) on \(background)")
                }
            }
            // Lines that separate: criterion 1.4.11.
            #expect(ratio(try #require(colors["line"]), try #require(colors["page"])) >= 3)
        }
    }

    /// No colour outside the palettes.
    @Test func allColoursAreNamed() {
        let html = HTMLRenderer().render(Page(title: "Essai"))
        let named = html.matches(of: /--[a-z]+: #[0-9a-f]{6};/).count
        #expect(html.matches(of: /#[0-9a-f]{3,8}\b/).count == named)
    }
}
