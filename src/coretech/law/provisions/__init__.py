"""Every normative sentence of the regulation, with its home in the code."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import cast

from coretech.kit.sentence import Sentence
from coretech.law.ruling import Level


class Kind(StrEnum):
    """What a provision does."""

    DUTY = "duty"
    POWER = "power"
    RULE = "rule"
    GROUND = "ground"


@dataclass(frozen=True, slots=True)
class Provision:
    """A paragraph, or what its explanation adds.

    Attributes:
        number: such as ``5.3``.
        level: whether the text or only the explanation says so.
        kind: a duty, a power, a rule or a ground.
        holder: who owes it, may do it or is ruled by it.
        says: what it says, in our own words.
        homes: the questions that answer it, and the duties (``duty:…``) told from it.
        kept: what becomes of it where nothing computes it.
    """

    number: str
    level: Level
    kind: Kind
    holder: Sentence
    says: Sentence
    homes: tuple[str, ...]
    kept: Sentence | None

    def as_dict(self) -> dict[str, object]:
        """The provision as data."""
        return {
            "number": self.number,
            "level": self.level.value,
            "kind": self.kind.value,
            "holder": self.holder.as_dict(),
            "says": self.says.as_dict(),
            "homes": list(self.homes),
            "kept": None if self.kept is None else self.kept.as_dict(),
        }


FILES = {"articles.toml": Level.TEXT, "explanations.toml": Level.EXPLANATION}


@cache
def provisions() -> tuple[Provision, ...]:
    """All of them, the articles first, then what the explanations add."""
    return tuple(each for name, level in FILES.items() for each in _read(name, level))


def _read(name: str, level: Level) -> Iterator[Provision]:
    text = (files("coretech.law") / "provisions" / name).read_text(encoding="utf-8")
    for entry in tomllib.loads(text)["provision"]:
        yield _provision(entry, level)


def _provision(entry: Mapping[str, object], level: Level) -> Provision:
    return Provision(
        number=cast("str", entry["number"]),
        level=Level(str(entry.get("level", level))),
        kind=Kind(str(entry["kind"])),
        holder=_both(entry["holder"]),
        says=_both(entry["says"]),
        homes=tuple(cast("list[str]", entry.get("homes", []))),
        kept=_both(entry["kept"]) if "kept" in entry else None,
    )


def _both(pair: object) -> Sentence:
    zh, en = cast("list[str]", pair)
    return Sentence(zh, en)
