/// A command to the runner of GitHub Actions, one a line (docs.github.com, « Workflow commands for GitHub Actions »):
/// `::error file=…,line=…::message`.
package enum WorkflowCommand {
    /// The line, with its line feed. What is hidden in the properties is made visible; the message is given so.
    package static func line(
        _ command: String, _ properties: [(name: String, value: String)], message: String
    ) -> String {
        let written = properties.map { "\($0.name)=\(escaped(Visible.text($0.value), isProperty: true))" }
        return "::\(command) \(written.joined(separator: ","))::\(escaped(message, isProperty: false))\n"
    }

    /// As the runner reads it back: `%`, line ends and, in properties, `:` and `,` as percent escapes.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case ":" where isProperty: escaped += "%3A"
            case "," where isProperty: escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
