"""A work read field by field: slower than the block reader, for blocks in which something is out of shape.

What cannot be read is left out and said; what is left has the shape that the block reader takes.
"""

import json
from collections.abc import Callable, Mapping
from typing import cast

Json = dict[str, object]
LARGEST = 2**62
_TEXTS = ("id", "doi", "title", "display_name", "publication_date", "language", "type", "updated_date")


class BrokenLine(ValueError):  # noqa: N818 - a line is broken; nothing of ours went wrong
    """A line that is no JSON object."""


def read_line(line: bytes) -> tuple[Json, list[str]]:
    """A work of one line, and the names of fields that could not be read.

    Raises:
        BrokenLine: where it is no JSON object.
    """
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BrokenLine(str(error)) from None
    if not isinstance(given, dict):
        raise BrokenLine(type(given).__name__)
    return in_shape(cast("Mapping[str, object]", given))


def in_shape(given: Mapping[str, object]) -> tuple[Json, list[str]]:
    """A work with the fields we use in the shape we expect, and the names of those that were not."""
    readers: dict[str, Callable[[object], object]] = dict.fromkeys(_TEXTS, _text)
    readers |= {
        "publication_year": _whole,
        "cited_by_count": _whole,
        "citation_normalized_percentile": _percentile,
        "primary_topic": _named,
        "topics": lambda value: _each(value, _named),
        "keywords": lambda value: _each(value, _named),
        "authorships": lambda value: _each(value, _authorship),
        "abstract_inverted_index": _inverted,
    }
    work: Json = {}
    bad = []
    for name, read in readers.items():
        if (value := given.get(name)) is None:
            continue
        try:
            work[name] = read(value)
        except (TypeError, ValueError, AttributeError):
            bad.append(name)
    return work, bad


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError
    return str(value).encode("utf-8", "replace").decode()


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError
    if isinstance(value, float) and not value.is_integer():
        raise ValueError
    found = int(value)
    if abs(found) > LARGEST:
        raise ValueError
    return found


def _percentile(value: object) -> Json:
    inside = cast("Mapping[str, object]", value).get("is_in_top_10_percent")
    if inside is not None and not isinstance(inside, bool):
        raise TypeError
    return {"is_in_top_10_percent": inside}


def _named(value: object) -> Json:
    """A topic, keyword or author: by id and name, or as older files write it, by its id or name alone."""
    if isinstance(value, str):
        return {"id": _text(value), "display_name": _text(value)}
    given = cast("Mapping[str, object]", value)
    return {
        name: _text(told)
        for name in ("id", "display_name", "keyword")
        if (told := given.get(name)) is not None
    }


def _each(value: object, read: Callable[[object], Json]) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError
    return [read(each) for each in value if each is not None]


def _authorship(value: object) -> Json:
    given = cast("Mapping[str, object]", value)
    author, countries = given.get("author"), given.get("countries")
    return {
        "author": None if author is None else _named(author),
        "countries": [_text(each) for each in cast("list[object]", countries or []) if each is not None],
        "institutions": _each(given.get("institutions") or [], _institution),
    }


def _institution(value: object) -> Json:
    given = cast("Mapping[str, object]", value)
    code = given.get("country_code")
    return {**_named(value), "country_code": None if code is None else _text(code)}


def _inverted(value: object) -> Json:
    given = cast("Mapping[str, list[object]]", value)
    return {_text(word): [_whole(place) for place in places] for word, places in given.items()}
