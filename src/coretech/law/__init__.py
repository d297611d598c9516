"""The determination regulation as code: pure rulings on frozen facts, each citing its article.

A question such as ``meeting.quorum`` lives in the module of the same name; ask it by name with plain
data through :func:`ask`, or call the module's ``rule`` with its own ``Facts``.
"""

from coretech.law.catalogue import ask, questions
from coretech.law.facts import BadFacts
from coretech.law.ruling import Article, Level, Outcome, Reading, Ruling, Warn

__all__ = [
    "Article",
    "BadFacts",
    "Level",
    "Outcome",
    "Reading",
    "Ruling",
    "Warn",
    "ask",
    "questions",
]
