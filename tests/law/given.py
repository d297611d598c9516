"""Hypothesis strategies for the law: paths of kinship, facts for any question, an amended law."""

from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from coretech.law.describe import Described, Fact
from coretech.law.terms import Step

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat)
WORDS = st.text("abc國科 ", max_size=4)
SMALL = st.integers(0, 30)

BLOOD = st.builds(
    lambda up, down: [Step.PARENT] * up + [Step.CHILD] * down, st.integers(0, 5), st.integers(0, 5)
)
PATHS = st.lists(st.sampled_from(list(Step)), max_size=7)

PLAIN = {"true or false": st.booleans(), "whole number from 0": SMALL, "text": WORDS, "date": DAYS}


def facts_for(described: Described) -> st.SearchStrategy[dict[str, object]]:
    """JSON-like facts of the right types for a question; they may still be impossible together."""
    required = {fact.name: _value(fact) for fact in described.facts if fact.required}
    optional = {fact.name: _value(fact) for fact in described.facts if not fact.required}
    return st.fixed_dictionaries(required, optional=optional)


def _value(fact: Fact) -> st.SearchStrategy[object]:
    one: st.SearchStrategy[object] = st.sampled_from(fact.allowed) if fact.allowed else PLAIN[fact.kind.en]
    value = st.lists(one, max_size=6) if fact.many else one
    return st.none() | value if fact.nullable else value


def amend(folder: Path, name: str, value: str) -> None:
    """Write a folder that amends one figure, such as ``council.members_max``."""
    file, key = name.split(".")
    table = f'[{key}]\narticle = "3.1"\nzh = "數"\nen = "figure"\n[[{key}.values]]\nvalue = {value}\n'
    (folder / f"{file}.toml").write_text(table, encoding="utf-8")
