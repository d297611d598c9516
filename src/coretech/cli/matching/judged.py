"""A run and judgements as files have them: rankings, relevance, and what cannot be read of either told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coretech.cli.matching.files import Source, named
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.texts.records import Fault, Row
from coretech.readers.texts.texts import column

QUERY, ITEM, RANK, SCORE, RELEVANCE = "query_id", "item_id", "rank", "score", "relevance"
_TWICE = Sentence("這一對已在前面出現", "this pair has been met before")
_NO_QUERY = Sentence("沒有 query_id", "has no query_id")
_NO_ITEM = Sentence("沒有 item_id", "has no item_id")
_NO_FIGURE = Sentence("rank、score 或 relevance 不是數值", "its rank, score or relevance is no number")


@dataclass(frozen=True, slots=True)
class Found:
    """A run: by query its items, the best first, and its best score where the run tells scores."""

    rankings: Mapping[str, list[str]]
    best: Mapping[str, float]


def run_in(source: Source) -> Found:
    """The run in a file: ordered by ``rank``, else by ``score``, else as it stands.

    Raises:
        Refused: (HTTP 422) where it has no ``query_id`` and ``item_id``.
    """
    extra = [name for name in (RANK, SCORE) if name in source.table.columns]
    scored: dict[str, dict[str, tuple[float, float]]] = {}
    for row, query, item, figures in _pairs(source, extra):
        of = scored.setdefault(query, {})
        if not item or item in of:
            source.left_out(Fault(row.line, _TWICE if item else _NO_ITEM))
            continue
        told = dict(zip(extra, figures, strict=True))
        of[item] = (told.get(RANK, -told.get(SCORE, 0.0)), told.get(SCORE, 0.0))
    rankings = {query: sorted(items, key=lambda item: items[item][0]) for query, items in scored.items()}
    best = {query: max(score for _, score in items.values()) for query, items in scored.items() if items}
    return Found(rankings, best if SCORE in extra else {})


def judgements_in(source: Source, where: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """The relevance in a file by query and item, of the rows that say what ``where`` asks of their columns.

    Relevance is 1 where there is no such column; a row without an item says that its query has no partner.

    Raises:
        Refused: (HTTP 422) where columns are missing, or no row is left.
    """
    extra = [RELEVANCE] if RELEVANCE in source.table.columns else []
    found: dict[str, dict[str, float]] = {}
    for row, query, item, figures in _pairs(source, extra, where):
        of = found.setdefault(query, {})
        if item in of:
            source.left_out(Fault(row.line, _TWICE))
        elif item:
            of[item] = figures[0] if figures else 1.0
    if not found:
        raise bad_input(
            "qrels", f"{source.name}：沒有可用的評定。", f"{source.name}: not one judgement can be used."
        )
    return found


def _pairs(
    source: Source, extra: list[str], where: Mapping[str, str] | None = None
) -> Iterator[tuple[Row, str, str, list[float]]]:
    """Each good row with its query, its item (may be empty) and its figures."""
    asked = where or {}
    with named(source.name):
        wanted = [column(source.table, name) for name in (QUERY, ITEM, *extra, *asked)]
    for row in source.rows(wanted):
        query, item, *rest = (cell.strip() for cell in row.cells)
        if rest[len(extra) :] != list(asked.values()):
            continue
        figures = _numbers(rest[: len(extra)])
        if not query or figures is None:
            source.left_out(Fault(row.line, _NO_FIGURE if query else _NO_QUERY))
        else:
            yield row, query, item, figures


def _numbers(cells: list[str]) -> list[float] | None:
    """The figures; none where one of them is no number, or none that can be ordered."""
    try:
        found = [float(cell) for cell in cells]
    except ValueError:
        return None
    return None if any(figure != figure for figure in found) else found  # noqa: PLR0124 - only NaN differs from itself
