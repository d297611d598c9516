"""What a published document says of each case: what goes off the list, what comes on it."""

from collections.abc import Iterable, Iterator, Sequence

from coretech.apps.cases.affected import results_of, sources_of
from coretech.apps.cases.models import Affected, Case
from coretech.apps.documents.making.about import number_of
from coretech.apps.documents.making.page import table
from coretech.apps.documents.making.source import Source
from coretech.apps.documents.making.words import matter
from coretech.engines.documents.model import Table
from coretech.kit.sentence import Sentence

COLUMNS = (
    Sentence("異動", "Change"),
    Sentence("現行項目", "As listed"),
    Sentence("異動後項目", "After the change"),
    Sentence("範疇", "Scope"),
    Sentence("主管機關", "Authority"),
)
WIDTHS = (2.0, 4.0, 4.0, 4.0, 2.4)
_NEW, _GONE = Sentence("（新增）", "(new)"), Sentence("（廢止）", "(removed)")


def changes(source: Source, cases: Iterable[Case], caption: Sentence) -> Table:
    """The table of changes, a row for each technology that comes out of a case, or goes in and does not come out."""
    rows = [row for case in cases for row in _rows(source, case)]
    return table(source, COLUMNS, rows, WIDTHS, caption)


def names(cases: Sequence[Case]) -> Sentence:
    """The cases' names in a row."""
    return Sentence(
        "、".join(f"「{case.name_zh}」" for case in cases), ", ".join(f"“{case.name_en}”" for case in cases)
    )


def _rows(source: Source, case: Case) -> Iterator[tuple[Sentence | str, ...]]:
    before = _names(source, sources_of(case)) or source.say(_NEW)
    results = results_of(case)
    if not results:
        yield matter(case), before, _GONE, "－", case.authority.name_on(source.day)
    for row in results:
        yield matter(case), before, row.name, _scope(source, row), row.authority.name_on(source.day)


def _names(source: Source, rows: Iterable[Affected]) -> str:
    return "\n".join(f"{number_of(row)}. {source.say(row.name)}" for row in rows)


def _scope(source: Source, row: Affected) -> str:
    english = row.scope_en if source.language == "en" else ""
    return english or row.scope_zh or "－"
