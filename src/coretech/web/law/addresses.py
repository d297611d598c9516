"""The address of a question, and of its answer on given facts."""

import datetime as dt
from collections.abc import Mapping

from django.urls import reverse
from django.utils.http import urlencode

from coretech.law.describe import Described, Fact
from coretech.web.law.facts_form import AS_OF
from coretech.web.law.words import NO, YES


def question_address(question: str) -> str:
    """The page of a question such as ``meeting.quorum``."""
    return reverse("law_question", args=question.split("."))


def answer_address(described: Described, facts: Mapping[str, object], as_of: dt.date | None = None) -> str:
    """The page with the answer on facts given as JSON-like data; under the law of today without ``as_of``."""
    known = {fact.name: fact for fact in described.facts}
    query = {name: _typed(known[name], value) for name, value in facts.items()}
    query[AS_OF] = "" if as_of is None else as_of.isoformat()
    return f"{question_address(described.question.id)}?{urlencode(query, doseq=True)}"


def _typed(fact: Fact, value: object) -> str | list[str]:
    """A value as it is typed into its field."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list | tuple):
        each = [str(one) for one in value]
        return each if fact.allowed else "\n".join(each)
    return "" if value is None else str(value)
