"""What controls are measured by, and what a technology may be, as the bundled data says."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from coretech.kit.sentence import Sentence


class Form(StrEnum):
    """What a parameter's value is."""

    QUANTITY = "quantity"
    FLAG = "flag"
    WORD = "word"
    THROUGHPUT = "throughput"


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something measured or told; ``needs`` are the facts that would make a derived one known.

    ``default`` is what an untold flag counts as, None for unknown; ``words`` are those a word may be.
    """

    name: str
    form: Form
    label: Sentence
    unit: str = ""
    derived: bool = False
    whole: bool = False
    needs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    default: bool | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """What a technology, product or piece of equipment is; ``also`` are other words for it."""

    name: str
    label: Sentence
    also: tuple[str, ...] = ()


@cache
def parameters() -> Mapping[str, Parameter]:
    """The parameters by name, in the order of the data."""
    return {name: _parameter(name, row) for name, row in _rows("parameters.toml").items()}


@cache
def kinds() -> Mapping[str, Kind]:
    """The kinds by name, in the order of the data."""
    return {
        name: Kind(name, Sentence(row["zh"], row["en"]), tuple(row.get("also", ())))
        for name, row in _rows("kinds.toml").items()
    }


@cache
def kinds_by_word() -> Mapping[str, str]:
    """A kind's name by every word for it."""
    return {word: kind.name for kind in kinds().values() for word in (*kind.also, kind.name)}


def _parameter(name: str, row: Mapping[str, Any]) -> Parameter:
    return Parameter(
        name,
        Form(row["kind"]),
        Sentence(row["zh"], row["en"]),
        unit=row.get("unit", ""),
        derived=row.get("derived", False),
        whole=row.get("whole", False),
        needs=tuple(row.get("needs", ())) or (name,),
        words=tuple(row.get("words", ())),
        default=row.get("default"),
    )


def _rows(name: str) -> dict[str, Any]:
    return tomllib.loads((files("coretech.data") / "controls" / name).read_text(encoding="utf-8"))
