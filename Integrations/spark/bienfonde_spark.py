"""Decides the rows of a Spark DataFrame on the cluster, by the rules of Bien-fondé.

    import bienfonde, bienfonde_spark

    decided = bienfonde_spark.decide(requetes, bienfonde.Rules.load("Rules"), keep=["dossier"])
    decided.groupBy("recevabilité.issue").count().show()

Each worker decides batches of Arrow through the C interface, in its own process (`mapInArrow`). The rules travel inside
the job, and the library and the modules are added to it: a worker needs Python and pyarrow, and nothing of ours. The
fingerprint of the rules is in every row. A task that is lost is decided again by Spark, with the same answers.
"""

import os
import tempfile
import zipfile

import bienfonde
from bienfonde import _library

from pyspark import SparkFiles
from pyspark.sql import types as T


def decide(frame, rules, *, text=None, keep=(), date=None, issues_only=False):
    """A DataFrame with the decisions of each row.

    Columns are facts, by their names, and `nom`, `date` of the case; or the column `text` holds each case in JSON. The
    columns of `keep` come first in the result; then `nom`, a structure for each decision (`état`, `issue`, `motifs`,
    `manquants`), `erreur` where a row could not be used, and `empreinte` of the rules. Without `date`, a case that has
    no date of its own is decided as of today, the day the task runs: name one where a job must give the same again.
    """
    library = _ship(frame.sparkSession.sparkContext)
    kept = [frame.schema[name] for name in keep]

    def decided(batches):
        bienfonde.set_library(SparkFiles.get(library))
        for batch in batches:
            yield rules.decide_arrow(batch, text=text, keep=keep, date=date, issues_only=issues_only)

    chosen = frame if text is None else frame.select(*keep, *([] if text in keep else [text]))
    return chosen.mapInArrow(decided, T.StructType(kept + schema(rules, issues_only).fields))


def schema(rules, issues_only=False):
    """The columns that the decisions make."""
    text, texts = T.StringType(), T.ArrayType(T.StringType())

    def decision(is_list):
        fields = [T.StructField("état", text), T.StructField("issue", texts if is_list else text)]
        if not issues_only:
            fields += [T.StructField("motifs", texts), T.StructField("manquants", texts)]
        return T.StructType(fields)

    decisions = [T.StructField(name, decision(is_list)) for name, is_list in rules.decisions.items()]
    error = T.StructType([T.StructField("code", text), T.StructField("message", text)])
    return T.StructType(
        [T.StructField("nom", text), *decisions, T.StructField("erreur", error), T.StructField("empreinte", text)]
    )


def _ship(context):
    """Adds the library and the modules to the job, once, and gives the name of the library on the workers."""
    path = _library.path()
    name = os.path.basename(path)
    if name not in (os.path.basename(added) for added in context.listFiles):
        context.addFile(path)
        context.addPyFile(_archive())
    return name


def _archive():
    """The modules that workers import, in one file."""
    path = os.path.join(tempfile.mkdtemp(prefix="bienfonde-"), "bienfonde.zip")
    package = os.path.dirname(os.path.abspath(bienfonde.__file__))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(os.path.abspath(__file__), os.path.basename(__file__))
        for name in sorted(os.listdir(package)):
            if name.endswith(".py"):
                archive.write(os.path.join(package, name), f"bienfonde/{name}")
    return path
