"""Decisions in SQL: a function of DuckDB that takes a case in JSON and gives a structure.

    import bienfonde, duckdb
    import bienfonde.duckdb

    connection = duckdb.connect()
    bienfonde.duckdb.register(connection, bienfonde.Rules.load("Rules"))
    connection.sql("select d.recevabilité.issue, count(*) from (select decider(cas) as d from requetes) group by all")

Facts that stand in columns make a case by `json_object('nom', nom, 'faits', json_object('âge', âge, …))`.
"""

from ._library import Options


def register(connection, rules, name="decider", *, date=None, issues_only=False):
    """Adds the function to a connection. It runs on batches of rows, as Arrow, and once for each row."""
    from . import _arrow

    options = Options(date, issues_only)

    def decided(cases):
        return _arrow.decide_texts(rules, cases, options)

    connection.create_function(
        name, decided, ["VARCHAR"], sql_type(rules, issues_only), type="arrow", null_handling="special"
    )


def sql_type(rules, issues_only=False):
    """The structure that the function gives, as DuckDB writes types."""
    findings = "" if issues_only else ", motifs VARCHAR[], manquants VARCHAR[]"
    decisions = [
        f"{_name(decision)} STRUCT(état VARCHAR, issue {'VARCHAR[]' if is_list else 'VARCHAR'}{findings})"
        for decision, is_list in rules.decisions.items()
    ]
    error = "erreur STRUCT(code VARCHAR, message VARCHAR)"
    return f"STRUCT({', '.join(['nom VARCHAR', *decisions, error, 'empreinte VARCHAR'])})"


def _name(text):
    return '"' + text.replace('"', '""') + '"'
