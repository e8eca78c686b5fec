/// Text that Markdown shows as it is.
package enum MarkdownText {
    /// One line in which nothing is markup: no emphasis, link, image, HTML, entity, table, heading or list.
    package static func escaped(_ text: String) -> String {
        let line = InertText.line(text)
        var escaped = ""
        var isStart = true
        for scalar in line.unicodeScalars {
            if markup.contains(scalar) || (isStart && blockMarks.contains(scalar)) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
            // A number before `.` or `)` begins a list, at the start of a line.
            isStart = isStart && ("0"..."9").contains(scalar)
        }
        // GitHub makes links of bare addresses.
        return escaped.replacing("://", with: "\\://").replacing("www.", with: "www\\.")
    }

    private static let markup: Set<Unicode.Scalar> = [
        "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "#", "@", "$", "!",
    ]
    private static let blockMarks: Set<Unicode.Scalar> = ["-", "+", "=", ".", ")"]
}
