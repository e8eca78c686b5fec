import Foundation
import FoundationXML

/// A page read by a strict eye: well-formed as XML is (every tag closed where it should be, every attribute quoted,
/// every sign escaped), and only what may stand inside another thing inside it (HTML Living Standard, content models).
package struct StrictHTML: Sendable {
    package let problems: [String]
    /// The names of its elements, in the order in which they begin.
    package let elements: [String]
    package let ids: Set<String>
    /// Every address that the page names.
    package let addresses: [String]
    package let heading: String
    /// The text of `main`, pieces apart.
    package let text: String

    package init(_ page: String) {
        let reader = StrictReader()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = reader
        if !parser.parse() {
            let error = parser.parserError.map(String.init(describing:)) ?? "?"
            reader.problems.append("line \(parser.lineNumber): \(error)")
        }
        if !page.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr-CA\">") {
            reader.problems.append("no doctype or language")
        }
        problems = reader.problems + reader.wholeProblems
        (elements, ids, addresses) = (reader.elements, reader.ids, reader.addresses)
        (heading, text) = (reader.heading, reader.text)
    }
}

/// Reads a page element by element.
private final class StrictReader: NSObject, XMLParserDelegate {
    var problems: [String] = []
    private(set) var elements: [String] = []
    private(set) var ids: Set<String> = []
    private(set) var addresses: [String] = []
    private(set) var heading = ""
    private(set) var text = ""

    private var title = ""
    private var open: [String] = []
    private var levels: [Int] = []

    /// What only the end of the page tells.
    var wholeProblems: [String] {
        var found: [String] = []
        if title.isEmpty { found.append("no title") }
        if levels.count(where: { $0 == 1 }) != 1 { found.append("not one h1") }
        for (before, after) in zip(levels, levels.dropFirst()) where after > before + 1 {
            found.append("h\(after) after h\(before)")
        }
        return found
    }

    private static let blocks: Set<String> = [
        "p", "ul", "ol", "dl", "div", "section", "table", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "details",
        "blockquote", "article", "header", "footer", "nav", "main",
    ]
    /// What may hold only certain children.
    private static let children: [String: Set<String>] = [
        "ul": ["li"], "ol": ["li"], "dl": ["div"], "table": ["caption", "thead", "tbody"], "thead": ["tr"],
        "tbody": ["tr"], "tr": ["th", "td"],
    ]
    /// What holds text and no blocks.
    private static let phrasing: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "strong", "code", "mark", "sup", "q", "summary",
        "caption", "th", "dt", "figcaption", "title",
    ]
    /// What HTML has no end tag for, and what only drawings close at once.
    private static let empty: Set<String> = ["meta", "link", "br"]
    private static let known: Set<String> = blocks.union(phrasing).union(empty).union([
        "html", "head", "body", "style", "script", "li", "dd", "td", "tr", "thead", "tbody", "svg", "g", "path", "rect",
        "text", "tspan",
    ])

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        elements.append(name)
        if !Self.known.contains(name) { problems.append("an unknown <\(name)>") }
        if let parent = open.last {
            if let allowed = Self.children[parent], !allowed.contains(name) {
                problems.append("<\(name)> in <\(parent)>")
            }
            if Self.phrasing.contains(parent), Self.blocks.contains(name) {
                problems.append("<\(name)> in <\(parent)>")
            }
        }
        if name == "a" {
            if open.contains("a") { problems.append("a link in a link") }
            if attributes["href"] == nil { problems.append("a link that leads nowhere") }
        }
        if let id = attributes["id"], !ids.insert(id).inserted { problems.append("id \(id) twice") }
        if let address = attributes["href"] ?? attributes["src"] { addresses.append(address) }
        for key in attributes.keys where key == "style" || key.hasPrefix("on") {
            problems.append("\(key) in <\(name)>")
        }
        if name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue { levels.append(level) }
        open.append(name)
        text += " "
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
        text += " "
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if open.last == "title", !open.contains("svg") { title += string }
        if open.contains("h1") { heading += string }
        if open.contains("main") { text += string }
        guard let parent = open.last, Self.children[parent] != nil else { return }
        if !string.allSatisfy(\.isWhitespace) { problems.append("text in <\(parent)>: \(string)") }
    }
}
