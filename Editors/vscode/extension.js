// Joins the language server to VS Code: each kind of request to the interface that the editor has for it.
"use strict";

const vscode = require("vscode");
const { Client } = require("./client");

const selector = [{ scheme: "file", language: "yaml" }, { scheme: "file", language: "json", pattern: "**/Fixtures/**" }];
let client;
let problems;
let explanations;
let lensesChanged;

const place = (document, position) => ({
    textDocument: { uri: document.uri.toString() },
    position: { line: position.line, character: position.character },
});
const range = (r) => new vscode.Range(r.start.line, r.start.character, r.end.line, r.end.character);
const location = (l) => new vscode.Location(vscode.Uri.parse(l.uri), range(l.range));
const markdown = (content) => new vscode.MarkdownString(content?.value ?? "");

function edit(change) {
    const whole = new vscode.WorkspaceEdit();
    for (const [uri, edits] of Object.entries(change?.changes ?? {}))
        for (const e of edits) whole.replace(vscode.Uri.parse(uri), range(e.range), e.newText);
    return whole;
}

// A request that is refused gives nothing to show, except where the person must know why.
async function ask(method, params, token) {
    try {
        return await client?.request(method, params, token);
    } catch {
        return undefined;
    }
}

function publish(params) {
    const uri = vscode.Uri.parse(params.uri);
    const shown = params.diagnostics.map((d) => {
        const severity = d.severity === 1 ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
        const problem = new vscode.Diagnostic(range(d.range), d.message, severity);
        problem.code = d.code;
        problem.source = d.source;
        problem.relatedInformation = d.relatedInformation.map(
            (r) => new vscode.DiagnosticRelatedInformation(location(r.location), r.message));
        return problem;
    });
    problems.set(uri, shown);
}

async function start(context) {
    const folders = vscode.workspace.workspaceFolders;
    if (!folders?.length) return;
    const settings = vscode.workspace.getConfiguration("bienfonde");
    const command = settings.get("commande");
    client = new Client(
        command, { folder: folders[0].uri.fsPath },
        (method, params) => {
            if (method === "textDocument/publishDiagnostics") publish(params);
            if (method === "workspace/codeLens/refresh") lensesChanged.fire();
        },
        (reason) => {
            client = undefined;
            problems.clear();
            vscode.window.showErrorMessage(`Bien-fondé : « ${command} lsp » ne répond pas : ${reason}`);
        });
    await ask("initialize", {
        processId: process.pid, rootUri: folders[0].uri.toString(), workspaceFolders: folders.map(named),
        capabilities: { workspace: { codeLens: { refreshSupport: true } } },
        initializationOptions: { regles: settings.get("regles"), cas: settings.get("cas") },
    });
    client?.notify("initialized", {});
    vscode.workspace.textDocuments.forEach(open);
}

const named = (folder) => ({ uri: folder.uri.toString(), name: folder.name });

function changeFolders(event) {
    const change = { added: event.added.map(named), removed: event.removed.map(named) };
    client?.notify("workspace/didChangeWorkspaceFolders", { event: change });
}

function configure(event) {
    if (!event.affectsConfiguration("bienfonde")) return;
    const settings = vscode.workspace.getConfiguration("bienfonde");
    const bienfonde = { regles: settings.get("regles"), cas: settings.get("cas") };
    client?.notify("workspace/didChangeConfiguration", { settings: { bienfonde } });
}

const follows = (document) => client && document.uri.scheme === "file" && vscode.languages.match(selector, document) > 0;

function open(document) {
    if (!follows(document)) return;
    const { languageId, version } = document;
    const uri = document.uri.toString();
    client.notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text: document.getText() } });
}

function change(event) {
    if (!follows(event.document) || event.contentChanges.length === 0) return;
    // From the end of the text to its start, so that each range still means what it says.
    const contentChanges = event.contentChanges.map(({ range: r, text }) => ({
        range: { start: { line: r.start.line, character: r.start.character }, end: { line: r.end.line, character: r.end.character } },
        text,
    }));
    const textDocument = { uri: event.document.uri.toString(), version: event.document.version };
    client.notify("textDocument/didChange", { textDocument, contentChanges });
}

function close(document) {
    if (follows(document)) client.notify("textDocument/didClose", { textDocument: { uri: document.uri.toString() } });
}

function providers() {
    const l = vscode.languages;
    const file = (document) => ({ textDocument: { uri: document.uri.toString() } });
    const legend = new vscode.SemanticTokensLegend(
        ["variable", "property", "class", "function", "parameter", "enumMember", "namespace"], ["definition"]);
    return [
        l.registerCompletionItemProvider(selector, {
            provideCompletionItems: async (d, p, t) => (await ask("textDocument/completion", place(d, p), t) ?? []).map((i) => {
                const item = new vscode.CompletionItem(i.label, i.kind - 1);
                Object.assign(item, { detail: i.detail, documentation: markdown(i.documentation), sortText: i.sortText });
                Object.assign(item, { filterText: i.filterText, insertText: i.textEdit.newText, range: range(i.textEdit.range) });
                return item;
            }),
        }, " ", ":", "{", "[", ","),
        l.registerHoverProvider(selector, {
            provideHover: async (d, p, t) => {
                const h = await ask("textDocument/hover", place(d, p), t);
                return h && new vscode.Hover(markdown(h.contents), range(h.range));
            },
        }),
        l.registerDefinitionProvider(selector, {
            provideDefinition: async (d, p, t) => (await ask("textDocument/definition", place(d, p), t) ?? []).map(location),
        }),
        l.registerReferenceProvider(selector, {
            provideReferences: async (d, p, c, t) => (await ask("textDocument/references", place(d, p), t) ?? []).map(location),
        }),
        l.registerDocumentHighlightProvider(selector, {
            provideDocumentHighlights: async (d, p, t) => (await ask("textDocument/documentHighlight", place(d, p), t) ?? [])
                .map((h) => new vscode.DocumentHighlight(range(h.range), h.kind - 1)),
        }),
        l.registerRenameProvider(selector, {
            // Why a name is refused is shown by the editor.
            provideRenameEdits: async (d, p, newName, t) =>
                edit(await client.request("textDocument/rename", { ...place(d, p), newName }, t)),
            prepareRename: async (d, p, t) => {
                const r = await ask("textDocument/prepareRename", place(d, p), t);
                if (!r) throw new Error("aucun nom ne se trouve ici");
                return { range: range(r.range), placeholder: r.placeholder };
            },
        }),
        l.registerDocumentSymbolProvider(selector, {
            provideDocumentSymbols: async (d, t) => {
                const symbol = (s) => {
                    const made = new vscode.DocumentSymbol(s.name, "", s.kind - 1, range(s.range), range(s.selectionRange));
                    made.children = s.children.map(symbol);
                    return made;
                };
                return (await ask("textDocument/documentSymbol", file(d), t) ?? []).map(symbol);
            },
        }),
        l.registerWorkspaceSymbolProvider({
            provideWorkspaceSymbols: async (query, t) => (await ask("workspace/symbol", { query }, t) ?? [])
                .map((s) => new vscode.SymbolInformation(s.name, s.kind - 1, "", location(s.location))),
        }),
        l.registerCodeActionsProvider(selector, {
            provideCodeActions: async (d, r, c, t) => (await ask("textDocument/codeAction", { ...file(d), range: r }, t) ?? [])
                .map((a) => {
                    const action = new vscode.CodeAction(a.title, vscode.CodeActionKind.QuickFix);
                    Object.assign(action, { edit: edit(a.edit), isPreferred: a.isPreferred });
                    return action;
                }),
        }),
        l.registerDocumentFormattingEditProvider(selector, {
            provideDocumentFormattingEdits: async (d, o, t) => (await ask("textDocument/formatting", file(d), t) ?? [])
                .map((e) => vscode.TextEdit.replace(range(e.range), e.newText)),
        }),
        l.registerFoldingRangeProvider(selector, {
            provideFoldingRanges: async (d, c, t) => (await ask("textDocument/foldingRange", file(d), t) ?? [])
                .map((f) => new vscode.FoldingRange(f.startLine, f.endLine)),
        }),
        l.registerSelectionRangeProvider(selector, {
            provideSelectionRanges: async (d, positions, t) => {
                const made = (s) => new vscode.SelectionRange(range(s.range), s.parent && made(s.parent));
                return (await ask("textDocument/selectionRange", { ...file(d), positions }, t) ?? []).map(made);
            },
        }),
        l.registerDocumentSemanticTokensProvider(selector, {
            provideDocumentSemanticTokens: async (d, t) => {
                const tokens = await ask("textDocument/semanticTokens/full", file(d), t);
                return tokens && new vscode.SemanticTokens(new Uint32Array(tokens.data));
            },
        }, legend),
        l.registerInlayHintsProvider(selector, {
            provideInlayHints: async (d, r, t) => (await ask("textDocument/inlayHint", { ...file(d), range: r }, t) ?? []).map((h) => {
                const hint = new vscode.InlayHint(new vscode.Position(h.position.line, h.position.character), h.label);
                return Object.assign(hint, { paddingLeft: h.paddingLeft, paddingRight: h.paddingRight });
            }),
        }),
        l.registerCodeLensProvider(selector, {
            onDidChangeCodeLenses: lensesChanged.event,
            provideCodeLenses: async (d, t) => (await ask("textDocument/codeLens", file(d), t) ?? []).map(
                (c) => new vscode.CodeLens(range(c.range), { ...c.command, arguments: [...c.command.arguments, d.uri, c.range] })),
        }),
    ];
}

function commands(context) {
    const execute = (command, args) => ask("workspace/executeCommand", { command, arguments: args });
    return [
        vscode.commands.registerCommand("bienfonde.redemarrer", async () => {
            await client?.stop();
            await start(context);
        }),
        vscode.commands.registerCommand("bienfonde.expliquer", async (uri, index) => {
            const text = await execute("bienfonde.expliquer", [uri, index]);
            if (!text) return;
            const shown = vscode.Uri.parse(`bienfonde:/explication-${index + 1}.md?${encodeURIComponent(uri)}`);
            explanations.set(shown.toString(), text);
            await vscode.commands.executeCommand("markdown.showPreviewToSide", shown);
        }),
        // From the lens of a case, or from the palette: then the person picks one.
        vscode.commands.registerCommand("bienfonde.choisirCas", async (uri, index) => {
            if (uri !== undefined && index !== undefined) return execute("bienfonde.choisirCas", [uri, index]);
            const document = vscode.window.activeTextEditor?.document;
            const cases = document && await execute("bienfonde.cas", [document.uri.toString()]);
            const items = (cases ?? []).map((c) => ({ label: c.nom, picked: c.choisi, description: c.choisi ? "choisi" : "", c }));
            const picked = await vscode.window.showQuickPick(items, { placeHolder: "Évaluer les règles avec ce cas" });
            if (picked) await execute("bienfonde.choisirCas", [picked.c.uri, picked.c.index]);
        }),
        vscode.commands.registerCommand("bienfonde.casDeLaRegle", async (name, file, uri, r) => {
            const places = await execute("bienfonde.casDeLaRegle", [name, file]);
            const start = new vscode.Position(r.start.line, r.start.character);
            await vscode.commands.executeCommand("editor.action.showReferences", uri, start, (places ?? []).map(location));
        }),
    ];
}

async function activate(context) {
    problems = vscode.languages.createDiagnosticCollection("bienfonde");
    explanations = new Map();
    lensesChanged = new vscode.EventEmitter();
    context.subscriptions.push(
        problems, ...providers(), ...commands(context),
        vscode.workspace.registerTextDocumentContentProvider("bienfonde", {
            provideTextDocumentContent: (uri) => explanations.get(uri.toString()) ?? "",
        }),
        vscode.workspace.onDidOpenTextDocument(open), vscode.workspace.onDidChangeTextDocument(change),
        vscode.workspace.onDidCloseTextDocument(close), vscode.workspace.onDidChangeWorkspaceFolders(changeFolders),
        vscode.workspace.onDidChangeConfiguration(configure), lensesChanged,
        vscode.workspace.onDidSaveTextDocument(() => client?.notify("workspace/didChangeWatchedFiles", { changes: [] })));
    await start(context);
}

async function deactivate() {
    await client?.stop();
}

module.exports = { activate, deactivate };
