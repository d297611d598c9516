"""The lists that come with the program: heads with their statuses, and the items of each version."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from coretech.readers.lists.csv_file import read
from coretech.readers.lists.heading import LIST_FIELDS, head_from
from coretech.readers.lists.records import Head, ListFile


@dataclass(frozen=True, slots=True)
class Bundled:
    """A version; ``statuses`` are pairs of a status and the day since which it holds, oldest first."""

    head: Head
    statuses: tuple[tuple[str, str], ...]

    def file(self) -> ListFile:
        """The version with its items; without any where the source names none."""
        raw = _folder() / f"{self.head.code}.csv"
        return ListFile(self.head, read(raw.read_bytes()).entries if raw.is_file() else ())


@cache
def bundled_versions() -> tuple[Bundled, ...]:
    """Every bundled version, in the order of the file: the versions of a list from the oldest."""
    told = tomllib.loads((_folder() / "lists.toml").read_text(encoding="utf-8"))
    return tuple(_version(each, version) for each in told["list"] for version in each["version"])


def _version(told: dict[str, Any], version: dict[str, Any]) -> Bundled:
    of_list = {LIST_FIELDS[key]: value for key, value in told.items() if key != "version"}
    return Bundled(
        head=head_from({**version, **of_list}),
        statuses=tuple((status, since) for status, since in version["statuses"]),
    )


def _folder() -> Traversable:
    return resources.files("coretech.data") / "lists"
