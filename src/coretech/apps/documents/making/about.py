"""What every document of a case says of it first: which case, what it would do, whose it is."""

from collections.abc import Iterable, Iterator

from coretech.apps.cases.affected import results_of, sources_of
from coretech.apps.cases.facts import is_change
from coretech.apps.cases.models import Affected
from coretech.apps.documents.making.page import Pair, facts, table
from coretech.apps.documents.making.source import Source
from coretech.apps.documents.making.words import matter
from coretech.apps.register.models import RegisterItem
from coretech.engines.documents.model import Block
from coretech.kit.sentence import Sentence
from coretech.law.terms import Ground
from coretech.law.wording import named

_COLUMNS = (
    Sentence("清單項次", "No. on the list"),
    Sentence("項目名稱", "Name"),
    Sentence("範疇", "Scope"),
    Sentence("主管機關", "Authority"),
)
_WIDTHS = (1.4, 5.0, 5.0, 3.0)
_SOURCES = Sentence("現列項目", "As listed")
_RESULTS = Sentence("擬議結果", "As proposed")


def about(source: Source) -> tuple[Block, ...]:
    """The case in short, and the technologies it touches."""
    return facts(source, _pairs(source)), *_affected(source)


def _pairs(source: Source) -> Iterator[Pair]:
    case, day = source.case, source.day
    yield Sentence("案號", "Case"), case.reference
    yield Sentence("案由", "Matter"), matter(case)
    yield Sentence("項目名稱", "Name"), case.name
    if source.view.shows(case, "scope_zh"):
        yield Sentence("範疇", "Scope"), _scope(source, case.scope_zh, case.scope_en)
    yield Sentence("領域", "Sector"), case.sector.name
    yield Sentence("提報機關", "Submitted by"), case.submitter.name_on(day)
    yield Sentence("擬任主管機關", "Proposed authority"), case.authority.name_on(day)
    if is_change(case) and case.ground:
        words = named(Ground(case.ground))
        yield Sentence("變更事由", "Ground"), Sentence(words.zh, words.en)


def _affected(source: Source) -> Iterator[Block]:
    """Tables of what the case starts from and what comes out of it; an identification is told above."""
    if not is_change(source.case):
        return
    for caption, rows in ((_SOURCES, sources_of(source.case)), (_RESULTS, results_of(source.case))):
        if rows:
            yield table(source, _COLUMNS, _rows(source, rows), _WIDTHS, caption)


def _rows(source: Source, rows: Iterable[Affected]) -> Iterator[tuple[Sentence | str, ...]]:
    for row in rows:
        opened = source.view.shows(row, "scope_zh")
        scope = _scope(source, row.scope_zh, row.scope_en) if opened else ""
        yield number_of(row) or "－", row.name, scope or "－", row.authority.name_on(source.day)


def number_of(row: Affected) -> str:
    """The technology's number on the list; blank where it is not on it."""
    item = RegisterItem.objects.filter(technology=row.technology_id).first() if row.technology_id else None
    return "" if item is None else str(item.number)


def _scope(source: Source, chinese: str, english: str) -> str:
    """The scope in the document's language; Chinese where there is no translation."""
    return (english or chinese) if source.language == "en" else chinese
