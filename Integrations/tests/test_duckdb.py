"""The function of DuckDB."""

import json

import bienfonde.duckdb
import duckdb
import pyarrow as pa


def test_a_function_decides_in_sql(rules, cases):
    connection = duckdb.connect()
    bienfonde.duckdb.register(connection, rules)
    some = cases.take(5000)
    requetes = pa.table({"n": list(range(len(some))), "cas": [json.dumps(case) for case in some]})  # noqa: F841
    found = connection.sql("select n, unnest(d) from (select n, decider(cas) as d from requetes) order by n").to_arrow_table()
    expected = rules.decide_arrow(requetes, text="cas")
    assert found.drop_columns(["n"]).to_pylist() == expected.to_pylist()


def test_facts_in_columns_make_a_case(rules):
    connection = duckdb.connect()
    bienfonde.duckdb.register(connection, rules, "decider_issues", issues_only=True, date="2024-03-04")
    connection.sql('create table r as select true as "conteste une décision", \'oui\' as "révision ou appel prévu"')
    query = """select decider_issues(json_object('faits', json_object(
        'conteste une décision', "conteste une décision", 'révision ou appel prévu', "révision ou appel prévu"
        ))) as d from r"""
    (row,) = connection.sql(query).fetchall()
    assert row[0]["recevabilité"] == {"état": "déterminée", "issue": "non recevable"}
    assert row[0]["empreinte"] == rules.fingerprint
    assert connection.sql("select decider_issues(null).empreinte").fetchall() == [(rules.fingerprint,)]
