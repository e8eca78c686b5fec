"""Requêtes decided by the rules of a policy, from Python.

    import bienfonde

    rules = bienfonde.Rules.load("Rules")
    decided = rules.decide({"faits": {"conteste une décision": True, "révision ou appel prévu": True}})
    decided["décisions"]["recevabilité"]["issue"]          # 'non recevable'

    answers = rules.decide_all(cases)                      # a list of dicts, as `bienfonde lot` answers lines
    table = rules.decide_arrow(batch, keep=["dossier"])    # facts as columns of Arrow in, decisions as columns out

A set of rules travels: it can be pickled, and holds the bytes of its files. The library (`libBienFondeC.so`) is looked for
as `$BIENFONDE_BIBLIOTHEQUE`, beside this file, then where a checkout builds it.
"""

from ._library import BienFondeError, UnusableError, set_library
from ._rules import Rules

__all__ = ["BienFondeError", "Rules", "UnusableError", "set_library"]
