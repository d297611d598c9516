"""Reading the dated parameters, those that travel with the package or an amended folder laid over them."""

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

from coretech.kit.sentence import Sentence
from coretech.law.parameters.figures import Figures, Value
from coretech.law.parameters.shape import ParameterError, checked, same_kind


@dataclass(frozen=True, slots=True)
class Parameter:
    """One figure through time.

    Attributes:
        name: ``<file>.<table>``, such as ``council.members_min``.
        article: the paragraph that sets it.
        says: what it is.
        since: pairs of a day and the value from that day on, oldest first; ``date.min`` where no
            source gives a first day.
    """

    name: str
    article: str
    says: Sentence
    since: tuple[tuple[date, Value], ...]

    def on(self, day: date) -> Value:
        """The value in force on a day; before the first known day, the first one."""
        values = [value for since, value in self.since if since <= day]
        return values[-1] if values else self.since[0][1]

    def as_dict(self, day: date) -> dict[str, object]:
        """The parameter as data, with the value of a day and all others."""
        return {
            "name": self.name,
            "article": self.article,
            "says": self.says.as_dict(),
            "value": self.on(day),
            "since": [
                {"from": None if first == date.min else first.isoformat(), "value": value}
                for first, value in self.since
            ],
        }


class Parameters:
    """All parameters; read at first use.

    Args:
        amended: a folder of parameter files laid over those of the package: a parameter found there
            replaces the one of the same name, with all its dates.
    """

    def __init__(self, amended: Path | None = None) -> None:
        """Remember where to read; nothing is opened yet."""
        self._amended = amended

    @cached_property
    def all(self) -> Mapping[str, Parameter]:
        """Every parameter by name.

        Raises:
            ParameterError: when a file of the amended folder cannot be used.
        """
        enacted = _read(files("coretech.law") / "parameters")
        if self._amended is None:
            return enacted
        if not self._amended.is_dir():
            raise ParameterError(str(self._amended), Sentence("不是資料夾", "is not a folder"))
        amended = _read(self._amended)
        for name, parameter in amended.items():
            same_kind(name, enacted[name].since[0][1] if name in enacted else None, parameter.since)
        return {**enacted, **amended}

    @cached_property
    def _days(self) -> list[date]:
        return sorted({day for parameter in self.all.values() for day, _ in parameter.since})

    @cached_property
    def _views(self) -> list[Figures]:
        return [Figures({name: each.on(day) for name, each in self.all.items()}) for day in self._days]

    def at(self, as_of: date) -> Figures:
        """The figures in force on a day; before the first known day, those of the first."""
        return self._views[max(bisect_right(self._days, as_of) - 1, 0)]


def _read(folder: Traversable) -> dict[str, Parameter]:
    entries = sorted((each for each in folder.iterdir() if each.name.endswith(".toml")), key=lambda e: e.name)
    return {each.name: each for entry in entries for each in _parameters(entry)}


def _parameters(entry: Traversable) -> Iterable[Parameter]:
    stem = entry.name.removesuffix(".toml")
    try:
        tables = tomllib.loads(entry.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise ParameterError(entry.name, Sentence(f"無法讀取：{error}", f"cannot be read: {error}")) from None
    for key, table in tables.items():
        name = f"{stem}.{key}"
        fields = checked(name, table)
        yield Parameter(
            name,
            cast("str", fields["article"]),
            Sentence(cast("str", fields["zh"]), cast("str", fields["en"])),
            cast("tuple[tuple[date, Value], ...]", fields["since"]),
        )


ENACTED = Parameters()
"""The law as enacted and bundled."""
