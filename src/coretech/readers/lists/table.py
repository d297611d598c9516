"""The rows of a table as entries: which column is which, in Chinese, English or as our own exports name them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from coretech.kit.folding import fold
from coretech.kit.sentence import Sentence
from coretech.readers.lists.records import Entry, Fault, Head, ListFile, bad_file
from coretech.readers.lists.tags import tag_of

Row = tuple[int, Sequence[str]]
"""The number of a line and its cells."""

_KNOWN = {
    **dict.fromkeys(("code", "代碼", "編號", "no", "id", "notation"), "code"),
    **dict.fromkeys(("parent", "上層", "上層代碼", "parent code", "broader"), "parent"),
    **dict.fromkeys(("translated", "翻譯"), "translated"),
    **dict.fromkeys(("名稱", "中文名稱", "name_zh", "name zh"), "name:zh-Hant"),
    **dict.fromkeys(("name", "英文名稱", "name_en", "name en"), "name:en"),
    **dict.fromkeys(("說明", "中文說明"), "description:zh-Hant"),
    **dict.fromkeys(("description", "英文說明"), "description:en"),
}
_TAGGED = re.compile(r"(name|description|名稱|說明) ?[:：_] ?([A-Za-z][A-Za-z0-9-]*)")
_SAME = {"名稱": "name", "說明": "description"}


class Columns(NamedTuple):
    """Which place holds what; ``names`` and ``descriptions`` are by language."""

    code: int | None
    parent: int | None
    translated: int | None
    names: Mapping[str, int]
    descriptions: Mapping[str, int]


def from_table(rows: Iterable[Row]) -> ListFile:
    """The entries of a table whose first row names its columns.

    Raises:
        Refused: (HTTP 422) where the columns cannot be told.
    """
    lines = iter(rows)
    number, heading = next(lines, (0, ()))
    if not heading:
        raise bad_file("檔案是空的。", "The file is empty.")
    columns = _columns(number, heading)
    entries: list[Entry] = []
    faults: list[Fault] = []
    for at, cells in lines:
        entries.append(_entry(columns, at, cells, len(entries) + 1))
        if len(cells) > len(heading):
            faults.append(Fault(at, "", cells[-1][:200], _TOO_WIDE))
    return ListFile(Head(), tuple(entries), tuple(faults))


def _columns(number: int, heading: Sequence[str]) -> Columns:
    found: dict[str, int] = {}
    for place, text in enumerate(heading):
        name = _column(text)
        if not name:
            continue
        if name in found:
            raise bad_file(
                f"第{number}列有兩個「{text}」欄，請刪除一欄。",
                f"Line {number} has two columns “{text}”; delete one.",
            )
        found[name] = place
    names, descriptions = dict(_of("name", found)), dict(_of("description", found))
    if not names or ("parent" in found and "code" not in found):
        raise bad_file(
            "第一列須有名稱欄，例如「code,parent,name:zh-Hant,name:en」；有上層欄就要有代碼欄。",
            "The first line must name a column of names, such as “code,parent,name:zh-Hant,name:en”; "
            "with a parent column there must be a code column.",
        )
    return Columns(found.get("code"), found.get("parent"), found.get("translated"), names, descriptions)


def _column(text: str) -> str:
    known = _KNOWN.get(fold(text))
    if known is not None:
        return known
    tagged = _TAGGED.fullmatch(text.strip())
    tag = "" if tagged is None else tag_of(tagged[2])
    return "" if tagged is None or not tag else f"{_SAME.get(tagged[1], tagged[1])}:{tag}"


def _of(kind: str, found: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for name, place in found.items():
        if name.startswith(f"{kind}:"):
            yield name.partition(":")[2], place


def _entry(columns: Columns, line: int, cells: Sequence[str], number: int) -> Entry:
    """A row; without a column of codes the items are numbered."""

    def said(place: int | None) -> str:
        return "" if place is None or place >= len(cells) else " ".join(cells[place].split())

    translated = filter(None, re.split(r"[\s,;、；]+", said(columns.translated)))
    return Entry(
        code=str(number) if columns.code is None else said(columns.code),
        parent=said(columns.parent),
        names={tag: text for tag, place in columns.names.items() if (text := said(place))},
        translated=tuple(sorted(tag_of(each) or each for each in translated)),
        description={tag: text for tag, place in columns.descriptions.items() if (text := said(place))},
        line=line,
    )


_TOO_WIDE = Sentence(
    "這一列的欄數比標題多；文字裡有逗號時請加引號。",
    "The line has more cells than the heading; put text with a comma in quotes.",
)
