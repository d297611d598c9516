"""What came, what went and what stayed between two contents of a profile, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass

from coretech.engines.profiles.content import Content, Row
from coretech.engines.profiles.sections import SECTIONS, Section


@dataclass(frozen=True, slots=True)
class Change:
    """What is different in one section; rows keep the order of their contents."""

    section: Section
    came: tuple[Row, ...]
    went: tuple[Row, ...]


def changes(before: Content, after: Content) -> list[Change]:
    """The sections that differ; a row that was altered went and came."""
    return list(_changes(before, after))


def _changes(before: Content, after: Content) -> Iterator[Change]:
    for section in SECTIONS:
        old, new = before.get(section.key, ()), after.get(section.key, ())
        came = tuple(row for row in new if row not in old)
        went = tuple(row for row in old if row not in new)
        if came or went:
            yield Change(section, came, went)
