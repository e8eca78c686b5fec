"""A set of rules, and what it decides."""

import datetime
import decimal
import functools
import json
import os

from . import _library
from ._library import Engine, Options, library, text_of


class Rules:
    """The rules of a policy, ready to decide; can be shared by threads and pickled.

    `fingerprint` is that of the rule set (`politique.empreinte`); `decisions` maps the name of each decision, in the
    order of the answers, to whether it is a `cumul`; `facts` maps the name of each fact to its type, and `choices` that
    of each choice to its values.
    """

    def __init__(self, files, folder=""):
        """The rules of files in memory: a mapping of their paths inside a folder, which end in `.yaml` or `.yml`, to
        their bytes. Messages name the folder before the path."""
        self._folder = folder
        self._files = tuple(sorted((os.fspath(path), bytes(data)) for path, data in files.items()))
        c, number = library(), self._engine.number
        self.fingerprint = text_of(c.bienfonde_fingerprint, number).decode()
        decisions = json.loads(text_of(c.bienfonde_decisions, number))
        self.decisions = {decision["nom"]: decision["cumul"] for decision in decisions}
        facts = json.loads(text_of(c.bienfonde_facts, number))
        self.facts = {fact["nom"]: fact["type"] for fact in facts}
        self.choices = {fact["nom"]: fact["valeurs"] for fact in facts if fact["valeurs"]}

    @property
    def _engine(self):
        # Not kept: a set that was pickled is loaded where it is used, once the library is there.
        return _engine(self._files, self._folder)

    @classmethod
    def load(cls, folder="Rules"):
        """The rules of a folder, as `--regles` reads them."""
        folder = os.fspath(folder)
        return cls(_read(folder), folder)

    def __repr__(self):
        return f"<bienfonde.Rules {self.fingerprint}>"

    def decide(self, case, *, date=None, explained=False):
        """Decides one case and gives what `evaluer --format json` prints, as a dict.

        A case is a dict with `faits`, and what else a case may have (`nom`, `date`, `objets`). Raises `UnusableError`.
        """
        line = _encoded(case)
        options = Options(date, explained=explained)
        return json.loads(text_of(library().bienfonde_decide_case, self._engine.number, line, len(line), options))

    def decide_all(self, cases, *, date=None, issues_only=False):
        """Decides cases and gives the list of their answers, in order, as `bienfonde lot` answers lines.

        One that cannot be used has `erreur` in place of `décisions`; the others are decided.
        """
        return [json.loads(answer) for answer in self.decide_lines(b"\n".join(map(_encoded, cases)), date=date, issues_only=issues_only).splitlines()]

    def decide_lines(self, lines, *, date=None, issues_only=False, lines_before=0):
        """Decides the bytes of NDJSON, and gives the bytes of the answers."""
        options = Options(date, issues_only, lines_before=lines_before)
        return text_of(library().bienfonde_decide_batch, self._engine.number, lines, len(lines), options)

    def decide_arrow(self, data, *, text=None, keep=(), date=None, issues_only=False):
        """Decides the rows of a `pyarrow` table or record batch, and gives one of the same kind.

        Columns are facts, by their names, and `nom`, `date` of the case; or the column `text` holds each case in JSON.
        The columns of `keep` come first in the result; then `nom`, a structure for each decision (`état`, `issue`,
        `motifs`, `manquants`), `erreur` where a row could not be used, and `empreinte` of the rules.
        """
        from . import _arrow

        return _arrow.decide(self, data, text=text, keep=keep, options=Options(date, issues_only))


@functools.lru_cache(maxsize=8)
def _engine(files, folder):
    """One engine a process for the same files: a worker that is given them again does not load them again."""
    return Engine(files, folder)


def _read(folder):
    """The files of a folder that hold rules: at any depth, none whose name begins with a dot, each folder once."""
    if not os.path.isdir(folder):
        raise NotADirectoryError(f"le dossier de règles « {folder} » est introuvable")
    files, seen = {}, set()
    for place, folders, names in os.walk(folder, followlinks=True):
        status = os.stat(place)
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if not name.startswith(".") and name.endswith((".yaml", ".yml")):
                path = os.path.join(place, name)
                with open(path, "rb") as file:
                    files[os.path.relpath(path, folder)] = file.read()
    return files


def _encoded(case):
    return json.dumps(case, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain).encode()


def _plain(value):
    """What JSON has no form for, as the rule language writes it."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"{value!r} n’a pas de forme dans un cas; donnez un texte, un nombre, une date ou une liste")
