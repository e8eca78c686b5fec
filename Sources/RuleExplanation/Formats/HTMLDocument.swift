/// The frame of every page of HTML that the program writes: what it is, what it may load (nothing from elsewhere), how
/// it looks. The HTML is well-formed XML too, so that any strict reader can check it.
package struct HTMLDocument {
    package enum Style {
        /// Rules in the page itself, so that it stands alone. `follows` says whether they have a dark form too.
        case inside(sheet: String, followsLightAndDark: Bool)
        /// Files beside the page, by their addresses relative to it.
        case beside(sheet: String, script: String)
    }

    private let title: String
    private let style: Style
    private let body: Markup

    package init(title: String, style: Style, body: Markup) {
        self.title = title
        self.style = style
        self.body = body
    }

    package var text: String {
        """
        <!DOCTYPE html>
        <html lang="fr-CA">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="\(policy)"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        \(scheme)<title>\(HTMLText.escaped(title))</title>
        \(links.text)</head>
        <body>
        \(body.text)</body>
        </html>

        """
    }

    private var policy: String {
        switch style {
        case .inside: "default-src 'none'; style-src 'unsafe-inline'"
        case .beside: "default-src 'none'; style-src 'self'; script-src 'self'"
        }
    }

    private var scheme: String {
        switch style {
        case .inside(_, followsLightAndDark: false): ""
        case .inside(_, followsLightAndDark: true), .beside: "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
        }
    }

    private var links: Markup {
        switch style {
        case .inside(let sheet, _): Markup(rendered: "<style>\n\(sheet)</style>\n")
        case .beside(let sheet, let script):
            "<link rel=\"stylesheet\" href=\"\(sheet)\"/>\n<script src=\"\(script)\" defer=\"defer\"></script>\n"
        }
    }
}
