"""Décide les requêtes d’une table sur une grappe Spark, et écrit les décisions.

    spark-submit Integrations/spark/decider.py --regles Rules --garder dossier requetes.parquet decisions.parquet
    spark-submit Integrations/spark/decider.py --regles Rules --texte ligne requetes.ndjson decisions.parquet

L’entrée est un fichier ou un dossier Parquet, dont les colonnes sont les faits; ou du texte (.ndjson, .ndjson.gz), un cas
par ligne, dans la colonne « ligne ». La sortie est en Parquet.
"""

import argparse
import os
import sys

sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), *part) for part in ([], ["..", "python"])]

import bienfonde
import bienfonde_spark
from pyspark.sql import SparkSession


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entree", metavar="ENTRÉE")
    parser.add_argument("sortie", metavar="SORTIE")
    parser.add_argument("--regles", default=os.environ.get("BIENFONDE_REGLES", "Rules"), metavar="DOSSIER")
    parser.add_argument("--texte", metavar="COLONNE", help="la colonne qui contient chaque cas en JSON")
    parser.add_argument("--garder", action="append", default=[], metavar="COLONNE", help="une colonne à recopier")
    parser.add_argument("--date", metavar="AAAA-MM-JJ", help="la date d’évaluation de tous les cas")
    parser.add_argument("--detail", choices=["complet", "issues"], default="complet")
    return parser.parse_args()


def main():
    asked = options()
    rules = bienfonde.Rules.load(asked.regles)
    spark = SparkSession.builder.appName("bienfonde").getOrCreate()
    is_parquet = ".ndjson" not in os.path.basename(asked.entree.rstrip("/"))
    frame = spark.read.parquet(asked.entree) if is_parquet else spark.read.text(asked.entree).toDF("ligne")
    decided = bienfonde_spark.decide(
        frame,
        rules,
        text=asked.texte or (None if is_parquet else "ligne"),
        keep=asked.garder,
        date=asked.date,
        issues_only=asked.detail == "issues",
    )
    decided.write.mode("errorifexists").parquet(asked.sortie)
    print(f"décidé avec les règles {rules.fingerprint}", file=sys.stderr)
    spark.stop()


if __name__ == "__main__":
    main()
