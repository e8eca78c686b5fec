"""Compares ways to decide the lines of a file on Spark: `mapInArrow` over the C interface, and a pipe to the command.

    python3 Integrations/spark/mesurer.py --bienfonde .build/release/bienfonde --regles Rules requetes.ndjson

Both give the same columns. Each is run in turn, after a first time that is not counted; the medians are printed.
"""

import argparse
import os
import statistics
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "python")]

import bienfonde
import bienfonde_spark
import pyspark
from pyspark.sql import SparkSession, functions


def by_interface(spark, lines, rules, asked):
    return bienfonde_spark.decide(lines, rules, text="value")


def by_pipe(spark, lines, rules, asked):
    """Lines go to a process for each partition, and its answers are read as JSON."""
    command = f"{os.path.abspath(asked.bienfonde)} lot --coeurs 1 --regles {os.path.abspath(asked.regles)}"
    answers = lines.rdd.map(lambda row: row.value).pipe(command).map(lambda line: (line,))
    columns = bienfonde_spark.schema(rules)
    decisions = pyspark.sql.types.StructType([field for field in columns if field.name in rules.decisions])
    answer = pyspark.sql.types.StructType([columns["nom"], columns["erreur"]]).add("décisions", decisions)
    frame = spark.createDataFrame(answers, "value string").select(functions.from_json("value", answer).alias("a"))
    return frame.select("a.nom", "a.décisions.*", "a.erreur", functions.lit(rules.fingerprint).alias("empreinte"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entree")
    parser.add_argument("--bienfonde", default=".build/release/bienfonde")
    parser.add_argument("--regles", default="Rules")
    parser.add_argument("--fois", type=int, default=3)
    asked = parser.parse_args()
    os.environ |= {"SPARK_HOME": os.path.dirname(pyspark.__file__), "PYSPARK_PYTHON": sys.executable}
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
    builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
    spark = builder.config("spark.executor.memory", "1g").getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    rules = bienfonde.Rules.load(asked.regles)
    lines = spark.read.text(os.path.abspath(asked.entree)).repartition(8).cache()
    count = lines.count()
    ways = {"lecture seule": lambda *_: lines, "mapInArrow, interface C": by_interface, "tube": by_pipe}
    times = {name: [] for name in ways}
    for _ in range(asked.fois + 1):
        for name, way in ways.items():
            start = time.perf_counter()
            way(spark, lines, rules, asked).write.format("noop").mode("overwrite").save()
            times[name].append(time.perf_counter() - start)
    print(f"| {count} lignes, deux exécuteurs | secondes (médiane de {asked.fois}) |\n|---|---|")
    for name, all_ in times.items():
        print(f"| {name} | {statistics.median(all_[1:]):.2f} |")
    spark.stop()


if __name__ == "__main__":
    main()
