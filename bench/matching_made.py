"""Made research projects, each about one item of a made catalogue: the same in every run."""

import json
import random
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

ITEMS = 150
SHORTEST, LONGEST = 150, 300
_KEPT = 0.7
_SEED = 20_231_205


@cache
def items() -> tuple[str, ...]:
    """The catalogue: titles of the bundled programme's measures, items and approaches."""
    programme = _plan("six_core_programme")
    work = programme["work_items"]
    titles: Iterator[str] = chain(
        (each["title"] for each in programme["measures"]),
        *((each["item_title"], each["approach_title"]) for each in work),
    )
    return tuple(dict.fromkeys(title for title in titles if len(title) > LONGEST // 30))[:ITEMS]


def projects(count: int) -> Iterator[tuple[str, int]]:
    """So many texts, each with the place of the item that some of its words were taken from."""
    made = random.Random(_SEED)  # noqa: S311 - the same in every run, and nothing secret
    others, catalogue = _fillers(), items()
    for _ in range(count):
        item = made.randrange(len(catalogue))
        length = made.randrange(SHORTEST, LONGEST)
        parts = [_worn(catalogue[item], made)]
        while sum(map(len, parts)) < length:
            parts.insert(made.randrange(len(parts) + 1), made.choice(others))
        yield "，".join(parts)[:LONGEST], item


def _worn(title: str, made: random.Random) -> str:
    """A title with some of its pieces lost, as a project's abstract speaks of what it is about."""
    pieces = [title[at : at + 4] for at in range(0, len(title), 4)]
    kept = [piece for piece in pieces if made.random() < _KEPT]
    return "".join(kept or pieces)


@cache
def _fillers() -> tuple[str, ...]:
    """Titles of the bundled plan of the years, which are about other things."""
    goals = _plan("science_and_technology_plan")["goals"]
    strategies = [s for goal in goals for each in goal["subgoals"] for s in each["strategies"]]
    return tuple(measure["title"] for strategy in strategies for measure in strategy["measures"])


def _plan(name: str) -> Any:  # noqa: ANN401 - JSON, of whatever shape the plan has
    text = (files("coretech.data") / "plans" / f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text)["plan"]
