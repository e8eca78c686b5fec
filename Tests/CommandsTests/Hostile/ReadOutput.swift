import FileAccess
import Foundation
import FoundationXML
import RuleJSON
import SourceText

/// An output as a reader of its format takes it: what in it would be obeyed, and the text that is left to see.
struct ReadOutput {
    enum Form: String, Sendable {
        case text, json, receipt, lines, csv, html, markdown, tree, junit, tap, sarif, annotations
    }

    private(set) var problems: [String] = []
    private(set) var text = ""

    init(_ output: String, as form: Form) {
        lookForSigns(output, form)
        switch form {
        case .text: readText(output)
        case .json, .receipt: readJSON(output)
        case .lines: for line in output.split(separator: "\n") { readJSON(String(line)) }
        case .csv: readCSV(output)
        case .html: readXML(output, Self.htmlElements)
        case .markdown: readMarkdown(output)
        case .tree: readTree(output)
        case .junit: readXML(output, ["testsuites", "testsuite", "testcase", "failure", "error", "skipped"])
        case .tap: readTAP(output)
        case .sarif: readSarif(output)
        case .annotations: readAnnotations(output)
        }
    }

    /// What a terminal obeys or does not show, in the bytes themselves, whatever the format.
    private mutating func lookForSigns(_ output: String, _ form: Form) {
        // Canonical JSON (RFC 8785) escapes nothing that JSON lets stand.
        if form == .receipt { return }
        for scalar in output.unicodeScalars where Visible.isHidden(scalar) && scalar != "\n" {
            // Inside the quotes of a cell of CSV, line ends are data.
            if form == .csv, scalar == "\r" || scalar == "\t" { continue }
            problems.append("holds \(Visible.codePoint(scalar))")
        }
    }

    // MARK: Text

    private mutating func readText(_ output: String) {
        for line in output.split(separator: "\n") where line.drop(while: { $0 == " " }).hasPrefix("::") {
            problems.append("a command of a server: \(line)")
        }
        for command in ["##[", "##vso["] where output.contains(command) { problems.append("holds \(command)") }
        text = output
    }

    /// Of GitHub's runner: commands of ours, one a line, and a line of counts.
    private mutating func readAnnotations(_ output: String) {
        for line in output.split(separator: "\n") where line.hasPrefix("::") {
            let parts = line.dropFirst(2).split(separator: "::", maxSplits: 1)
            let command = parts.first?.split(separator: " ").first ?? ""
            if !["error", "warning", "notice"].contains(command) { problems.append("an unknown command: \(line)") }
            for property in (parts.first?.dropFirst(command.count + 1) ?? "").split(separator: ",") {
                let name = property.split(separator: "=").first ?? ""
                if !["file", "line", "col", "endLine", "endColumn", "title"].contains(name) {
                    problems.append("an unknown property: \(property)")
                }
            }
        }
        text = output.replacing("%25", with: "%").replacing("%3A", with: ":").replacing("%2C", with: ",")
        for command in ["##[", "##vso["] where output.contains(command) { problems.append("holds \(command)") }
    }

    /// Of the Test Anything Protocol, version 13.
    private mutating func readTAP(_ output: String) {
        var lines = output.split(separator: "\n")[...]
        if lines.popFirst() != "TAP version 13" { problems.append("no version") }
        let plan = lines.popFirst().flatMap { Int($0.dropFirst(3)) }
        var (count, isInBlock) = (0, false)
        for line in lines {
            if isInBlock {
                if line == "  ..." { isInBlock = false } else if !line.hasPrefix("  ") { problems.append("\(line)") }
            } else if line == "  ---" {
                isInBlock = true
            } else if let check = line.wholeMatch(of: /(?<not>not )?ok (?<number>\d+) - (?<rest>.*)/) {
                count += 1
                if Int(check.number) != count { problems.append("another number: \(line)") }
                let directive = check.rest.firstMatch(of: /(?:^|[^\\])(?:\\\\)*#\s*(?<word>\w+)/)
                if let directive, check.not == nil || directive.word != "TODO" { problems.append("\(line)") }
            } else if !line.hasPrefix("# ") {
                problems.append("neither a check nor a remark: \(line)")
            }
        }
        if plan != count { problems.append("not as many as planned") }
        text = output
    }

    // MARK: Data

    private mutating func readJSON(_ output: String) {
        let value = try? JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
        guard let value else { return problems.append("no JSON: \(output.prefix(200))") }
        text += Self.texts(value).joined(separator: " ") + " "
    }

    private static func texts(_ value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(texts)
        case let object as [String: Any]: object.flatMap { [$0.key] + texts($0.value) }
        default: []
        }
    }

    /// A message of SARIF is plain text with links in it (section 3.11.6).
    private mutating func readSarif(_ output: String) {
        readJSON(output)
        let link = /(?:^|[^\\])(?:\\\\)*\]\(/
        for line in output.split(separator: "\n") where line.contains("\"text\":") {
            let message = line.replacing("\\\\", with: "\\")
            if message.firstMatch(of: link) != nil { problems.append("a link: \(line)") }
        }
    }

    /// RFC 4180, with `;`.
    private mutating func readCSV(_ output: String) {
        var (rows, cell, isQuoted, after) = ([[String]](), "", false, false)
        var row: [String] = []
        for scalar in output.unicodeScalars {
            switch scalar {
            case "\"" where !isQuoted && !after: (isQuoted, after) = (true, true)
            case "\"" where isQuoted: isQuoted = false
            case "\"": (isQuoted, cell) = (true, cell + "\"")
            case ";" where !isQuoted: (row, cell, after) = (row + [cell], "", false)
            case "\n" where !isQuoted: (rows, row, cell, after) = (rows + [row + [cell]], [], "", false)
            default: cell.unicodeScalars.append(scalar)
            }
        }
        if isQuoted || !row.isEmpty { problems.append("not closed") }
        if Set(rows.map(\.count)).count > 1 { problems.append("rows of several lengths: \(rows.map(\.count))") }
        for cell in rows.joined() {
            if let first = cell.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) {
                problems.append("a formula: \(cell)")
            }
            text += cell + " "
        }
    }
}

// MARK: Marks

extension ReadOutput {
    private static let htmlElements: Set<String> = [
        "html", "head", "meta", "title", "style", "link", "script", "body", "main", "section", "article", "header",
        "nav",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "p", "dl", "div", "dt", "dd", "ul", "ol", "li", "strong", "span",
        "details", "summary", "blockquote", "br", "a", "table", "caption", "thead", "tbody", "tr", "th", "td", "code",
        "mark", "sup", "q", "figure", "figcaption", "svg", "g", "path", "rect", "text", "tspan", "em", "pre",
    ]

    private mutating func readXML(_ output: String, _ elements: Set<String>) {
        let reader = MarkReader(elements)
        let parser = XMLParser(data: Data(output.utf8))
        parser.delegate = reader
        if !parser.parse() { problems.append("not well formed, line \(parser.lineNumber)") }
        problems += reader.problems
        text = reader.text
    }

    /// As pandoc reads GitHub's Markdown; without its marks where it is absent.
    private mutating func readMarkdown(_ output: String) {
        guard ProgramRunner.has(["pandoc"]) else {
            text = output.replacing("\\", with: "")
            return
        }
        guard let shell = try? Shell() else { return }
        defer { shell.remove() }
        guard (try? shell.write(output, to: "m.md")) != nil, let read = try? shell.run("pandoc -f gfm -t json m.md")
        else { return problems.append("pandoc does not read it") }
        readTree(read.output)
    }

    /// What pandoc read, of any format.
    private mutating func readTree(_ json: String) {
        let document = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        guard let document else { return problems.append("pandoc does not read it") }
        walk(document["blocks"] ?? [])
    }

    /// Nothing of ours is a link, an image, code but for a case in YAML, raw or a table.
    private mutating func walk(_ value: Any) {
        for item in value as? [Any] ?? [] { walk(item) }
        guard let node = value as? [String: Any], let type = node["t"] as? String else { return }
        switch type {
        case "Str": text += node["c"] as? String ?? ""
        case "Space", "SoftBreak", "LineBreak": text += " "
        // Editors are told the name of a decision so.
        case "Code" where (node["c"] as? [Any])?.last as? String == "priorité": text += "priorité"
        case "Link", "Image", "Code", "RawInline", "RawBlock", "Math", "Table", "Note", "Strikeout", "Emph", "Quoted":
            problems.append("\(type): \(node)")
        case "CodeBlock":
            let parts = node["c"] as? [Any] ?? []
            if !"\(parts.first ?? "")".contains("yaml") { problems.append("code: \(node)") }
            text += parts.last as? String ?? ""
        default: walk((node["c"] as? [Any]) ?? [])
        }
        if ["Para", "Plain", "Header"].contains(type) { text += "\n" }
    }
}

/// Reads a page or a report element by element.
private final class MarkReader: NSObject, XMLParserDelegate {
    private let elements: Set<String>
    var problems: [String] = []
    private(set) var text = ""

    init(_ elements: Set<String>) { self.elements = elements }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        if !elements.contains(name) { problems.append("an unknown <\(name)>") }
        for (key, value) in attributes {
            if key.hasPrefix("on") || key == "style" { problems.append("\(key) in <\(name)>") }
            if ["href", "src"].contains(key), value.contains(":") { problems.append("leads to \(value)") }
            text += value + " "
        }
        if name == "script", attributes["src"] == nil { problems.append("a script") }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        text += " "
    }
}
