"""Decisions on a Spark cluster: two workers, each a process of its own, on this machine."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from conftest import ROOT, RULES


@pytest.fixture(scope="module")
def spark():
    import pyspark

    # Workers are started from the installation, and run this Python. Nothing is sent past this machine.
    os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    # They have to find our modules in the job alone.
    for name in "PYTHONPATH", "BIENFONDE_BIBLIOTHEQUE":
        os.environ.pop(name, None)
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.executor.memory", "512m")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def rows_of(frame):
    return [row.asDict(recursive=True) for row in frame.orderBy("n").collect()]


def test_texts_are_decided_as_without_spark(spark, rules, cases):
    import bienfonde_spark
    import pyarrow as pa

    some = cases.take(3000)
    texts = [json.dumps(case, ensure_ascii=False) for case in some] + [None, "", "faux"]
    numbers = list(range(len(texts)))
    frame = spark.createDataFrame(list(zip(numbers, texts)), ["n", "cas"]).repartition(7)
    for issues_only in False, True:
        decided = bienfonde_spark.decide(frame, rules, text="cas", keep=["n"], issues_only=issues_only)
        table = pa.table({"n": numbers, "cas": texts})
        expected = rules.decide_arrow(table, text="cas", keep=["n"], issues_only=issues_only)
        assert rows_of(decided) == expected.to_pylist()


def test_facts_are_columns(spark, rules):
    import bienfonde_spark

    frame = spark.createDataFrame(
        [(1, True, "oui", ["courtoisie"]), (2, None, "non", None), (3, False, None, [])],
        "n int, `conteste une décision` boolean, `révision ou appel prévu` string, `engagements visés` array<string>",
    ).selectExpr("*", "date'2024-03-04' as `date de réception`")
    rows = rows_of(bienfonde_spark.decide(frame.drop("engagements visés"), rules, keep=["n"]))
    assert [row["recevabilité"]["issue"] for row in rows] == ["non recevable", None, None]
    assert rows[0]["recevabilité"]["motifs"] == ["contestation-de-decision"]
    assert "révision ou appel prévu" not in rows[1]["recevabilité"]["manquants"]
    assert {row["empreinte"] for row in rows} == {rules.fingerprint}
    errors = [row["erreur"] for row in rows_of(bienfonde_spark.decide(frame, rules, keep=["n"]))]
    assert errors[0]["code"] == "valeur-inconnue" and errors[1:] == [None, None]


def test_two_sets_in_one_session(spark, rules):
    """Each job has its own rules, whatever a worker has loaded before."""
    import bienfonde
    import bienfonde_spark

    other = bienfonde.Rules({"r.yaml": open(ROOT / "Integrations" / "tests" / "petite.yaml", "rb").read()})
    frame = spark.createDataFrame([(n, "{}") for n in range(100)], ["n", "cas"]).repartition(4)
    for some in rules, other, rules:
        decided = bienfonde_spark.decide(frame, some, text="cas")
        assert {row.empreinte for row in decided.select("empreinte").distinct().collect()} == {some.fingerprint}


def executors():
    """The processes of this session's executors: of those that this program started, and no others."""
    found, waiting = [], [os.getpid()]
    while waiting:
        process = waiting.pop()
        waiting += children(process)
        try:
            with open(f"/proc/{process}/cmdline", "rb") as file:
                if b"CoarseGrainedExecutorBackend" in file.read():
                    found.append(process)
        except OSError:
            pass
    return found


def children(parent):
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], stdout=subprocess.PIPE, text=True)
    return [int(pid) for pid in listed.stdout.split()]


@pytest.mark.parametrize("what", ["executor", "python"])
def test_a_worker_killed_in_the_middle(spark, rules, cases, what, tmp_path):
    """Spark decides again what the lost worker had: every row comes once, with the right answer."""
    import bienfonde_spark
    import pyarrow as pa
    from pyspark.sql import functions

    some = [json.dumps(case) for case in cases.take(400)]
    numbers = list(range(len(some)))
    started = tmp_path / "commencé"

    @functions.udf("string")
    def slow(text):
        # Long enough to be killed; the first rows of each task say that it has begun.
        time.sleep(0.02)
        open(started, "a").close()
        return text

    frame = spark.createDataFrame(list(zip(numbers, some)), ["n", "cas"]).repartition(8)
    decided = bienfonde_spark.decide(frame.withColumn("cas", slow("cas")), rules, text="cas", keep=["n"])
    killed = []

    def kill():
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not started.exists():
            time.sleep(0.01)
        time.sleep(0.3)
        victims = executors()[:1]
        if what == "python":
            victims = [worker for victim in victims for daemon in children(victim) for worker in children(daemon)]
        for victim in victims:
            os.kill(victim, signal.SIGKILL)
            killed.append(victim)

    thread = threading.Thread(target=kill)
    thread.start()
    rows = rows_of(decided)
    thread.join()
    assert killed
    expected = rules.decide_arrow(pa.table({"n": numbers, "cas": some}), text="cas", keep=["n"])
    assert rows == expected.to_pylist()


def test_the_script(spark, rules, tmp_path):
    frame = spark.createDataFrame([(n, "oui" if n % 2 else "non") for n in range(50)], ["dossier", "conteste une décision"])
    frame.write.parquet(str(tmp_path / "requetes"))
    (tmp_path / "r.ndjson").write_text('{"nom":"A","faits":{}}\nfaux\n')
    script = str(ROOT / "Integrations" / "spark" / "decider.py")
    for given, options, count in ("requetes", ["--garder", "dossier"], 50), ("r.ndjson", ["--detail", "issues"], 2):
        output = str(tmp_path / (given + "-decisions"))
        command = [sys.executable, script, "--regles", RULES, *options, str(tmp_path / given), output]
        result = subprocess.run(command, capture_output=True, text=True)
        assert f"décidé avec les règles {rules.fingerprint}" in result.stderr, result.stderr
        decided = spark.read.parquet(output)
        assert decided.count() == count
        assert {row.empreinte for row in decided.select("empreinte").collect()} == {rules.fingerprint}
