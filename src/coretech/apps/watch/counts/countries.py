"""What countries are called."""

import csv
from functools import cache
from importlib import resources

from coretech.apps.lists.words import country as country_of_lists
from coretech.kit.sentence import Sentence

TAIWAN = "TW"


def country_name(code: str) -> Sentence:
    """A country's name; its two letters where we have none."""
    return _more().get(code) or country_of_lists(code)


@cache
def _more() -> dict[str, Sentence]:
    file = resources.files("coretech.data").joinpath("watch", "countries.csv")
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["code"]: Sentence(row["zh"], row["en"]) for row in rows}
