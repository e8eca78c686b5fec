"""Sessions of an editor with `bienfonde lsp`, one a feature, through an independent client (pytest-lsp).

Run by `make sessions`; BIENFONDE names the command.
"""

import os
import pathlib
import shutil

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("BIENFONDE", str(ROOT / ".build/release/bienfonde"))


@pytest.fixture
def project(tmp_path):
    """A copy of the project's rules and cases."""
    for folder in ("Rules", "Fixtures"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[COMMAND, "lsp"]))
async def client(lsp_client: LanguageClient, project):
    # What an editor does when the lenses that it shows are old.
    lsp_client.feature(lsp.WORKSPACE_CODE_LENS_REFRESH)(lambda *_: None)
    folder = lsp.WorkspaceFolder(uri=project.as_uri(), name="projet")
    await lsp_client.initialize_session(
        lsp.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"), root_uri=project.as_uri(), workspace_folders=[folder]
        )
    )
    yield
    await lsp_client.shutdown_session()


def opened(client, path, text=None):
    """Opens a file in the editor, and gives its address and its lines."""
    text = path.read_text(encoding="utf-8") if text is None else text
    item = lsp.TextDocumentItem(uri=path.as_uri(), language_id="yaml", version=1, text=text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))
    return lsp.TextDocumentIdentifier(uri=path.as_uri()), text.split("\n")


def position(lines, needle, inside=1):
    """A place just inside the first occurrence of a text; columns count UTF-16 units."""
    for number, line in enumerate(lines):
        if needle in line:
            before = line[: line.index(needle) + inside]
            return lsp.Position(line=number, character=len(before.encode("utf-16-le")) // 2)
    raise AssertionError(f"{needle} is not in the file")


RECEVABILITE = "Rules/recevabilite.yaml"


@pytest.mark.asyncio
async def test_diagnostics_and_corrections(client: LanguageClient, project):
    path = project / RECEVABILITE
    text = path.read_text(encoding="utf-8").replace("conteste une décision: oui", "conteste une decision: oui", 1)
    document, lines = opened(client, path, text)
    await client.wait_for_notification("textDocument/publishDiagnostics")
    problem = client.diagnostics[document.uri][0]
    assert problem.code == "nom-inconnu"
    start = position(lines, "conteste une decision", 0)
    assert problem.range.start == start
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            text_document=document, range=problem.range, context=lsp.CodeActionContext(diagnostics=[problem])
        )
    )
    assert actions[0].edit.changes[document.uri][0].new_text == "conteste une décision"


@pytest.mark.asyncio
async def test_completion(client: LanguageClient, project):
    document, lines = opened(client, project / "Rules/nouveau.yaml", "règles:\n  r:\n    si:\n      conteste une décision: ")
    place = lsp.Position(line=3, character=29)
    items = await client.text_document_completion_async(lsp.CompletionParams(text_document=document, position=place))
    assert {"oui", "non"} <= {item.label for item in items}


@pytest.mark.asyncio
async def test_hover_and_navigation(client: LanguageClient, project):
    document, lines = opened(client, project / RECEVABILITE)
    place = position(lines, "conteste une décision")
    hover = await client.text_document_hover_async(lsp.HoverParams(text_document=document, position=place))
    assert "oui/non" in hover.contents.value
    found = await client.text_document_definition_async(lsp.DefinitionParams(text_document=document, position=place))
    assert found[0].uri.endswith("objet-de-la-requete.yaml")
    context = lsp.ReferenceContext(include_declaration=True)
    uses = await client.text_document_references_async(
        lsp.ReferenceParams(text_document=document, position=place, context=context)
    )
    assert len({use.uri for use in uses}) > 5


@pytest.mark.asyncio
async def test_rename(client: LanguageClient, project):
    document, lines = opened(client, project / RECEVABILITE)
    place = position(lines, "conteste une décision")
    edit = await client.text_document_rename_async(
        lsp.RenameParams(text_document=document, position=place, new_name="vise une décision")
    )
    assert len(edit.changes) > 5
    with pytest.raises(Exception, match="déjà"):
        await client.text_document_rename_async(
            lsp.RenameParams(text_document=document, position=place, new_name="recevabilité")
        )


@pytest.mark.asyncio
async def test_structure(client: LanguageClient, project):
    document, _ = opened(client, project / RECEVABILITE)
    symbols = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(text_document=document))
    assert symbols[0].name == "règles" and len(symbols[0].children) > 5
    folds = await client.text_document_folding_range_async(lsp.FoldingRangeParams(text_document=document))
    assert len(folds) > 10
    tokens = await client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(text_document=document))
    assert len(tokens.data) % 5 == 0 and tokens.data
    edits = await client.text_document_formatting_async(
        lsp.DocumentFormattingParams(
            text_document=document, options=lsp.FormattingOptions(tab_size=2, insert_spaces=True)
        )
    )
    assert not edits
    found = await client.workspace_symbol_async(lsp.WorkspaceSymbolParams(query="recevabilite"))
    assert any(symbol.name == "recevabilité" for symbol in found)


@pytest.mark.asyncio
async def test_evaluation(client: LanguageClient, project):
    document, _ = opened(client, next((project / "Fixtures/cas").glob("c07-*.yaml")))
    lenses = await client.text_document_code_lens_async(lsp.CodeLensParams(text_document=document))
    assert "recevabilité\u00a0: non recevable" in lenses[0].command.title
    text = await client.workspace_execute_command_async(
        lsp.ExecuteCommandParams(command=lenses[0].command.command, arguments=lenses[0].command.arguments)
    )
    assert "non recevable" in text


@pytest.mark.asyncio
async def test_places(client: LanguageClient, project):
    document, lines = opened(client, project / RECEVABILITE)
    place = position(lines, "conteste une décision")
    where = {"text_document": document, "position": place}
    marks = await client.text_document_document_highlight_async(lsp.DocumentHighlightParams(**where))
    assert len(marks) > 1
    named = await client.text_document_prepare_rename_async(lsp.PrepareRenameParams(**where))
    assert named.placeholder == "conteste une décision"
    ranges = await client.text_document_selection_range_async(
        lsp.SelectionRangeParams(text_document=document, positions=[place])
    )
    assert ranges[0].parent.range.start <= ranges[0].range.start
    everything = lsp.Range(start=lsp.Position(0, 0), end=lsp.Position(len(lines), 0))
    hints = await client.text_document_inlay_hint_async(lsp.InlayHintParams(text_document=document, range=everything))
    assert hints is not None


@pytest.mark.asyncio
async def test_chosen_case(client: LanguageClient, project):
    document, lines = opened(client, project / RECEVABILITE)
    case = next((project / "Fixtures/cas").glob("c07-*.yaml")).as_uri()
    execute = client.workspace_execute_command_async
    name = await execute(lsp.ExecuteCommandParams(command="bienfonde.choisirCas", arguments=[case, 0]))
    cases = await execute(lsp.ExecuteCommandParams(command="bienfonde.cas", arguments=[document.uri]))
    assert [one["nom"] for one in cases if one["choisi"]] == [name]
    lenses = await client.text_document_code_lens_async(lsp.CodeLensParams(text_document=document))
    start = position(lines, "contestation-de-decision:", 0)
    titles = [lens.command.title for lens in lenses if lens.range.start == start]
    assert titles[0] == f"Évaluer avec «\u00a0{name}\u00a0»\u00a0: elle s’applique"
    assert titles[1].startswith("Voir les cas qui couvrent cette règle")
    hover = await client.text_document_hover_async(
        lsp.HoverParams(text_document=document, position=position(lines, "contestation-de-decision:"))
    )
    assert "elle s’applique" in hover.contents.value


@pytest.mark.asyncio
async def test_folders_and_settings(client: LanguageClient, project, tmp_path_factory):
    other = tmp_path_factory.mktemp("autre")
    shutil.copytree(ROOT / "Rules", other / "politique")
    folder = lsp.WorkspaceFolder(uri=other.as_uri(), name="autre")
    event = lsp.WorkspaceFoldersChangeEvent(added=[folder], removed=[])
    client.workspace_did_change_workspace_folders(lsp.DidChangeWorkspaceFoldersParams(event=event))
    query = lsp.WorkspaceSymbolParams(query="contestation-de-decision")
    assert len(await client.workspace_symbol_async(query)) == 1
    settings = {"bienfonde": {"regles": "politique"}}
    client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(settings=settings))
    found = await client.workspace_symbol_async(query)
    assert [symbol.location.uri.startswith(other.as_uri()) for symbol in found] == [True]
