import RuleJSON

/// What the server tells the client that it can do.
enum Capabilities {
    static var json: JSONValue {
        let yes = JSONValue.bool(true)
        let capabilities: [(String, JSONValue)] = [
            ("positionEncoding", .text("utf-16")),
            ("textDocumentSync", .object([("openClose", yes), ("change", .int(2)), ("save", yes)])),
            ("completionProvider", .object([("triggerCharacters", .texts([" ", ":", "{", "[", ","]))])),
            ("hoverProvider", yes), ("definitionProvider", yes), ("referencesProvider", yes),
            ("documentHighlightProvider", yes), ("renameProvider", .object([("prepareProvider", yes)])),
            ("documentSymbolProvider", yes), ("workspaceSymbolProvider", yes),
            ("codeActionProvider", .object([("codeActionKinds", .texts(["quickfix"]))])),
            ("documentFormattingProvider", yes), ("foldingRangeProvider", yes), ("selectionRangeProvider", yes),
            (
                "semanticTokensProvider",
                .object([
                    (
                        "legend",
                        .object([
                            ("tokenTypes", .texts(TokenType.allCases.map(\.rawValue))),
                            ("tokenModifiers", .texts(["definition"])),
                        ])
                    ), ("full", yes),
                ])
            ),
            ("inlayHintProvider", yes), ("codeLensProvider", .object([("resolveProvider", .bool(false))])),
            ("executeCommandProvider", .object([("commands", .texts(Command.allCases.map(\.rawValue)))])),
            (
                "workspace",
                .object([("workspaceFolders", .object([("supported", yes), ("changeNotifications", yes)]))])
            ),
        ]
        return .object([
            ("capabilities", .object(capabilities)), ("serverInfo", .object([("name", .text("bienfonde"))])),
        ])
    }
}

/// The commands of code lenses.
enum Command: String, CaseIterable {
    /// Arguments: the address of a case file and the number of the case. Gives the explanation, in Markdown.
    case explain = "bienfonde.expliquer"
    /// Arguments: the name of a rule, the address of its file. Gives the places of the cases in which it applies.
    case casesOfRule = "bienfonde.casDeLaRegle"
    /// Arguments: the address of a case file and the number of the case. Rules are read with this case from now on.
    case choose = "bienfonde.choisirCas"
    /// Arguments: the address of a file of the project. Gives its cases: `uri`, `index`, `nom`, `choisi`.
    case cases = "bienfonde.cas"
}
