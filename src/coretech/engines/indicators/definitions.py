"""Technologies as they are defined for counting: an id, a name and a query each, from a table of these columns.

A table that is kept also says which version a definition is, who wrote it, which items of published lists it stands
for (the version of the list and the item's code, ``AU-ASPI-2023/3.1``, with spaces between several), and why it was
written.
"""

import csv
import io
from collections import Counter
from dataclasses import dataclass

from coretech.engines.indicators.queries import Query, read_query
from coretech.kit.refusal import Refused, bad_input

COLUMNS = ("technology_id", "name", "query")
KEPT = (*COLUMNS, "version", "author", "items", "why")


@dataclass(frozen=True, slots=True)
class Technology:
    """A technology to follow.

    Attributes:
        version, author: of the definition; empty where the table does not say.
        items: the items of published lists it stands for.
        why: why this version was written.
    """

    id: str
    name: str
    query: Query
    version: str = ""
    author: str = ""
    items: tuple[str, ...] = ()
    why: str = ""


def read_technologies(text: str) -> list[Technology]:
    """The technologies of a CSV with the columns ``technology_id, name, query`` and what else is kept, in its order.

    Raises:
        Refused: (HTTP 422) where a column is missing, a row has no id or another's, or a query cannot be read; the line
            is named.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), skipinitialspace=True)
    names = [(name or "").strip() for name in rows.fieldnames or ()]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        listed = ", ".join(missing)
        raise bad_input("technologies", f"缺少欄位：{listed}", f"columns are missing: {listed}")
    rows.fieldnames = names
    found = [_technology(rows.line_num, row) for row in rows if any(row.values())]
    _each_once(found)
    if not found:
        raise bad_input("technologies", "沒有任何一列", "there is no row")
    return found


def write_technologies(technologies: list[Technology]) -> str:
    """The same table as text; with three columns where no definition says more."""
    more = any(each.version or each.author or each.items or each.why for each in technologies)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = KEPT if more else COLUMNS
    writer.writerow(columns)
    writer.writerows(_row(each)[: len(columns)] for each in technologies)
    return out.getvalue()


def _technology(line: int, row: dict[str, str]) -> Technology:
    of = (row["technology_id"] or "").strip()
    if not of:
        raise bad_input("technologies", f"第 {line} 行：沒有 technology_id", f"line {line}: no technology_id")
    try:
        query = read_query(row["query"] or "")
    except Refused as refused:
        words = refused.sentence
        raise bad_input("technologies", f"第 {line} 行：{words.zh}", f"line {line}: {words.en}") from None
    version, author, items, why = ((row.get(name) or "").strip() for name in KEPT[len(COLUMNS) :])
    return Technology(of, (row["name"] or "").strip(), query, version, author, tuple(items.split()), why)


def _row(technology: Technology) -> tuple[str, ...]:
    listed = " ".join(technology.items)
    query = technology.query.written
    kept = (technology.version, technology.author, listed, technology.why)
    return (technology.id, technology.name, query, *kept)


def _each_once(found: list[Technology]) -> None:
    twice = [of for of, times in Counter(each.id for each in found).items() if times > 1]
    if twice:
        listed = "、".join(twice)
        raise bad_input(
            "technologies", f"technology_id 重複：{listed}", f"technology_id given twice: {', '.join(twice)}"
        )
