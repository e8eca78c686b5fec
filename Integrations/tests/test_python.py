"""The Python package: what it gives is what the command gives."""

import datetime
import decimal
import json
import pickle
import subprocess
import sys
import threading

import bienfonde
import pyarrow as pa
import pytest
from conftest import COMMAND, ROOT, RULES, lot


def lines_of(cases):
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases).encode()


def test_one_case_is_decided_as_evaluer_does(rules, cases, tmp_path):
    for explained in (False, True):
        case = next(case for case in cases.take(50) if "objets" in case or explained)
        case["faits"].pop("fait qui n’existe pas", None)
        file = tmp_path / "cas.json"
        file.write_text(json.dumps(case))
        options = ["--format", "json", "--explication", "complete" if explained else "aucune"]
        command = [COMMAND, "evaluer", "--regles", RULES, *options, str(file)]
        expected = json.loads(subprocess.run(command, stdout=subprocess.PIPE).stdout)
        assert rules.decide(case, explained=explained) == expected


def test_values_of_python_become_those_of_the_language(rules):
    facts = {
        "date de réception": datetime.date(2024, 3, 4),
        "délai écoulé": decimal.Decimal("12.5"),
        "engagements visés": {rules.choices["engagements visés"][0]},
        "conteste une décision": True,
        "nom du recours": None,
    }
    decided = rules.decide({"faits": facts})
    assert decided["date d'évaluation"] == "2024-03-04"
    assert decided["faits"]["délai écoulé"]["valeur"] == 12.5
    assert decided["faits"]["conteste une décision"]["valeur"] == "oui"
    with pytest.raises(TypeError, match="n’a pas de forme dans un cas"):
        rules.decide({"faits": {"conteste une décision": object()}})
    with pytest.raises(ValueError):
        rules.decide({"faits": {"délai écoulé": float("nan")}})


def test_a_list_is_decided_as_lot_does(rules, cases):
    for options, named in ([], {}), (["--detail", "issues", "--date", "2023-05-06"], {"issues_only": True, "date": "2023-05-06"}):
        some = cases.take(2000)
        expected = [json.loads(line) for line in lot(lines_of(some), *options).splitlines()]
        assert rules.decide_all(some, **named) == expected
        assert any("erreur" in answer for answer in expected) and any("objets" in answer for answer in expected)


def test_lines_are_numbered_on(rules):
    lines = b'{"faits":{}}\n\n{"faits":{}}\n'
    answers = rules.decide_lines(lines, lines_before=1_000_000).splitlines()
    assert [json.loads(answer)["ligne"] for answer in answers] == [1_000_001, 1_000_003]
    assert rules.decide_lines(b"") == b""


def test_long_lines_and_large_batches(rules):
    long = b'{"nom":"' + b"x" * (1 << 20) + b'"}\n'
    lines = (b'{"faits":{}}\n' * 3 + long) * 4
    assert rules.decide_lines(lines) == lot(lines)
    assert rules.decide_lines(lines[:-1]) == lot(lines[:-1])


def test_mistakes_are_said_in_french(rules):
    with pytest.raises(bienfonde.UnusableError, match=r"cas:1:11: erreur\[fait-inconnu\]: aucun fait ne s’appelle") as caught:
        rules.decide({"faits": {"x": 1}})
    assert caught.value.status == 2
    with pytest.raises(bienfonde.UnusableError, match=r"r.yaml:1:1: erreur"):
        bienfonde.Rules({"r.yaml": b"- x"})
    with pytest.raises(bienfonde.BienFondeError, match="«\xa0hier\xa0» n’est pas une date"):
        rules.decide({"faits": {}}, date="hier")
    with pytest.raises(NotADirectoryError, match="« nulle part » est introuvable"):
        bienfonde.Rules.load("nulle part")


def test_a_missing_library_is_said(tmp_path):
    (tmp_path / "bienfonde").mkdir()
    for file in (ROOT / "Integrations" / "python" / "bienfonde").glob("*.py"):
        (tmp_path / "bienfonde" / file.name).write_text(file.read_text())
    script = "import bienfonde; bienfonde.Rules({})"
    result = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env={}, capture_output=True, text=True)
    assert "la bibliothèque libBienFondeC.so est introuvable" in result.stderr


def test_rules_travel(rules):
    again = pickle.loads(pickle.dumps(rules))
    assert (again.fingerprint, again.decisions, again.facts) == (rules.fingerprint, rules.decisions, rules.facts)
    case = {"date": "2024-03-04", "faits": {}}
    assert again.decide(case) == rules.decide(case)
    shown = subprocess.run([COMMAND, "evaluer", "--regles", RULES, "--format", "json", "-"], input=b"{}", stdout=subprocess.PIPE)
    assert json.loads(shown.stdout)["politique"]["empreinte"] == rules.fingerprint


def test_threads_share_a_set(rules, cases):
    lines = lines_of(cases.take(3000))
    expected, found = rules.decide_lines(lines), []
    threads = [threading.Thread(target=lambda: found.append(rules.decide_lines(lines))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8


# MARK: Arrow


def texts(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def each_once(lists):
    return list(dict.fromkeys(text for texts in lists for text in texts))


def row_of(answer, rules, *, issues_only=False):
    """What the row of an answer has to hold."""
    row = {"nom": answer["nom"], "erreur": answer.get("erreur"), "empreinte": rules.fingerprint}
    matters = [matter["décisions"] for matter in answer.get("objets", [answer]) if "décisions" in matter]
    for name, is_list in rules.decisions.items():
        results = [matter[name] for matter in matters]
        issues = each_once(texts(result["issue"]) for result in results)
        has_issue = any(result["issue"] is not None for result in results)
        row[name] = results and {
            "état": "|".join(each_once([result["état"]] for result in results)),
            "issue": (issues if is_list else "|".join(issues)) if has_issue else None,
        } or None
        if results and not issues_only:
            row[name]["motifs"] = each_once(result["motifs"] for result in results)
            row[name]["manquants"] = each_once(result["manquants"] for result in results)
    return row


def test_texts_in_arrow_are_decided_as_lot_does(rules, cases):
    for issues_only in (False, True):
        some = cases.take(3000)
        expected = [row_of(answer, rules, issues_only=issues_only) for answer in rules.decide_all(some, issues_only=issues_only)]
        for kind in pa.string(), pa.large_string():
            column = pa.array([json.dumps(case) for case in some], kind)
            batch = pa.record_batch({"ligne": column, "n": list(range(len(some)))})
            decided = rules.decide_arrow(batch, text="ligne", keep=["n"], issues_only=issues_only)
            decided.validate(full=True)
            assert decided.column("n") == batch.column("n")
            assert decided.drop_columns(["n"]).to_pylist() == expected
        part = rules.decide_arrow(batch.slice(1201, 77), text="ligne", issues_only=issues_only)
        assert part.to_pylist() == expected[1201:1278]


def test_each_text_has_its_row(rules):
    rows = ["", None, " \n", "{}", '{"faits":\n{}}', "[", "{}\n{}", None]
    decided = rules.decide_arrow(pa.table({"cas": pa.array(rows)}), text="cas")
    errors = [row["erreur"] and row["erreur"]["code"] for row in decided.to_pylist()]
    assert [bool(error) for error in errors] == [True, False, True, False, False, True, True, False]
    states = decided.column("recevabilité").to_pylist()
    assert [state is None for state in states] == [True, True, True, False, False, True, True, True]
    assert decided.column("empreinte").to_pylist() == [rules.fingerprint] * 8
    nothing = rules.decide_arrow(pa.table({"cas": pa.array([], pa.string())}), text="cas")
    assert nothing.num_rows == 0 and nothing.schema == decided.schema


def test_facts_as_columns(rules, cases):
    some = [{key: value for key, value in case.items() if key != "objets"} for case in cases.take(3000)]
    for case in some:
        case["faits"].pop("fait qui n’existe pas", None)
    some[5]["faits"], some[-1]["faits"] = {}, {}
    columns = {fact: [case["faits"].get(fact) for case in some] for fact in rules.facts}
    columns |= {"nom": [case["nom"] for case in some], "date": [case["date"] for case in some], "id": list(range(3000))}
    table = pa.table(columns)
    dates = [name for name, kind in rules.facts.items() if kind == "date"] + ["date"]
    types = pa.schema([pa.field(field.name, pa.date32() if field.name in dates else field.type) for field in table.schema])
    typed = pa.table({**columns, **{name: [value and datetime.date.fromisoformat(value) for value in columns[name]] for name in dates}}, types)
    expected = [row_of(answer, rules) for answer in rules.decide_all(some)]
    for given in table, typed, typed.slice(13):
        decided = rules.decide_arrow(given, keep=["id"])
        assert decided.drop_columns(["id"]).to_pylist() == expected[-given.num_rows :]
    coded = table.set_column(0, table.schema.field(0).name, table.column(0).dictionary_encode())
    assert rules.decide_arrow(coded, keep=["id"]) == rules.decide_arrow(table, keep=["id"])


@pytest.mark.parametrize(
    "column, words",
    [
        ({"âge du capitaine": [1]}, "la colonne « âge du capitaine » n’est ni un fait ni une colonne à garder"),
        ({"date de réception": [datetime.datetime(2024, 3, 4)]}, "est du type timestamp"),
        ({"conteste une décision": [{"a": 1}]}, "est du type struct"),
    ],
)
def test_columns_that_cannot_be_used(rules, column, words):
    with pytest.raises((TypeError, ValueError), match=words):
        rules.decide_arrow(pa.table(column))


@pytest.mark.parametrize(
    "name, values, code",
    [
        ("délai écoulé", [1.5, 2.0, float("nan")], [None, None, "json-syntaxe"]),
        ("délai écoulé", pa.array([decimal.Decimal("1.50"), decimal.Decimal("-3.00")]), [None, "valeur-hors-bornes"]),
        ("engagements visés", [[], ["a\"b"], None], [None, "valeur-inconnue", None]),
        ("lien avec l’analyste", ["inconnu", "", None], [None, None, None]),
    ],
)
def test_cells(rules, name, values, code):
    rows = rules.decide_arrow(pa.table({name: values})).to_pylist()
    assert [row["erreur"] and row["erreur"]["code"] for row in rows] == code
