"""The matrix of regimes by parameter, as text and as JSON."""

import unicodedata

from coretech.engines.controls.matrix import Matrix
from coretech.engines.controls.parameters import kinds, parameters

_WIDE = "WF"
_GAP = "  "


def matrix_text(laid: Matrix, language: str) -> str:
    """A table with a row an item and a column a parameter."""
    head = ["", *(parameters()[name].label.say(language) for name in laid.columns)]
    rows = [
        [f"{row.regime.id} {row.item.id}", *(row.limits.get(name, "–") for name in laid.columns)]
        for row in laid.rows
    ]
    title = f"{kinds()[laid.kind].label.say(language)} ({laid.kind}), {laid.day.isoformat()}"
    return "\n".join([title, *_aligned([head, *rows])])


def matrix_json(laid: Matrix) -> dict[str, object]:
    """The same as data, with each item's name, criterion, citation and source."""
    return {
        "kind": laid.kind,
        "as_of": laid.day.isoformat(),
        "parameters": list(laid.columns),
        "rows": [
            {
                "regime": row.regime.id,
                "item": row.item.id,
                "name": row.item.label.as_dict(),
                "limits": row.limits,
                "citation": row.item.citation,
                "incomplete": row.item.incomplete,
            }
            for row in laid.rows
        ],
    }


def _aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return [
        _GAP.join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(each) in _WIDE else 1 for each in text)
