"""The page docs/reference/api.md: every operation of the API, from its own description."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

_INTRO = (
    "The full description is at `/api/v1/openapi.json`. *Anyone* needs no account; for the others send a token"
    " (`Authorization: Bearer …`) or a session, and what it may see or do is decided by"
    " [its roles](permissions.md). Every error is a problem document in both languages."
)


class Operation(NamedTuple):
    """One operation in a line."""

    noun: str
    path: str
    method: str
    summary: str
    public: bool


def operations() -> list[Operation]:
    """Every operation, by noun and path."""
    from coretech.api import api  # noqa: PLC0415 - Django must be set up first

    paths = json.loads(json.dumps(api.get_openapi_schema()))["paths"]
    return sorted(
        Operation(told["tags"][0], path, method.upper(), told["summary"], {} in told["security"])
        for path, methods in paths.items()
        for method, told in methods.items()
    )


def api_operations() -> Iterator[str]:
    """A table for each noun."""
    yield _INTRO
    for noun, found in groupby(operations(), key=lambda each: each.noun):
        yield from (
            "",
            f"## {noun}",
            "",
            "| method | path | 中文 | English | who |",
            "| --- | --- | --- | --- | --- |",
        )
        for each in found:
            zh, _, en = each.summary.partition(" / ")
            who = "anyone" if each.public else "an account"
            yield f"| {each.method} | `{each.path}` | {zh} | {en} | {who} |"
