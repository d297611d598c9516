"""The columns of a table of the register, what stands in each, and how a record becomes cells and comes back.

What may be several (former names, notes, mapping relations) is JSON in one cell.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from coretech.kit.sentence import Sentence
from coretech.readers.register_files.errors import bad_file
from coretech.readers.register_files.records import Entry, Match, Note, Ref, Relation


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of value is written in a cell, and read from it."""

    write: Callable[[Any], str]
    read: Callable[[str], object]
    numeric: bool = False


def _notes(cell: str) -> tuple[Note, ...]:
    return tuple(Note(*each) for each in _several(cell))


def _matches(cell: str) -> tuple[Match, ...]:
    return tuple(Match(Relation(relation), target) for relation, target in _several(cell))


def _refs(cell: str) -> tuple[Ref, ...]:
    return tuple(Ref(*map(int, each.split("/"))) for each in cell.split())


def _several(cell: str) -> list[Any]:
    found = json.loads(cell) if cell else []
    if not isinstance(found, list):
        raise TypeError(cell)
    return found


def _listed(values: Sequence[Sequence[str]]) -> str:
    return json.dumps(values, ensure_ascii=False) if values else ""


def _flag(cell: str) -> bool:
    return {"true": True, "": False, "false": False}[cell.lower()]


def _if_any(read: Callable[[str], object]) -> Callable[[str], object]:
    return lambda cell: read(cell) if cell else None


def _shown_if_any(value: object) -> str:
    return "" if value is None else str(value)


_TEXT = Kind(str, str)
_NUMBER = Kind(str, int, numeric=True)
_NUMBER_IF_ANY = Kind(_shown_if_any, _if_any(int), numeric=True)
_DAY = Kind(str, dt.date.fromisoformat)
_DAY_IF_ANY = Kind(_shown_if_any, _if_any(dt.date.fromisoformat))
_MOMENT = Kind(lambda value: str(value.isoformat()), dt.datetime.fromisoformat)
_FLAG = Kind(lambda value: "true" if value else "", _flag)
_TEXTS = Kind(_listed, lambda cell: tuple(_several(cell)))
_REFS = Kind(lambda refs: " ".join(f"{no}/{version}" for no, version in refs), _refs)
_NOTES = Kind(lambda notes: _listed([(each.topic, each.zh, each.en, each.source) for each in notes]), _notes)
_MATCHES = Kind(lambda found: _listed([(str(each.relation), each.target) for each in found]), _matches)

_KINDS: Mapping[object, Kind] = {
    int: _NUMBER,
    int | None: _NUMBER_IF_ANY,
    bool: _FLAG,
    dt.date: _DAY,
    dt.date | None: _DAY_IF_ANY,
    dt.datetime: _MOMENT,
    tuple[str, ...]: _TEXTS,
    tuple[Ref, ...]: _REFS,
    tuple[Note, ...]: _NOTES,
    tuple[Match, ...]: _MATCHES,
}

COLUMNS: Mapping[str, Sentence] = {
    "no": Sentence("項次", "the item's number"),
    "version": Sentence("版次", "which version of the item"),
    "change": Sentence(
        "這一版的變更：added、renamed、moved、rescoped、split、merged、removed", "what the version did"
    ),
    "name_zh": Sentence("名稱", "the name; corrected where the announcement is printed damaged"),
    "name_en": Sentence(
        "英文名稱（本站譯名，無法律效力）", "the name in English: our translation, without legal force"
    ),
    "name_announced": Sentence("公告所印名稱", "the name as announced"),
    "damaged": Sentence("公告所印名稱是否缺損", "whether the name is printed damaged (true, or empty)"),
    "name_source": Sentence("名稱更正的依據", "what the corrected name rests on"),
    "former_names_zh": Sentence("曾用名稱", "former names (JSON)"),
    "former_names_en": Sentence("曾用英文名稱", "former names in English (JSON)"),
    "scope_zh": Sentence("範疇", "the scope"),
    "scope_en": Sentence("範疇（英文）", "the scope in English"),
    "authority": Sentence("主管機關代碼", "the authority's code"),
    "authority_zh": Sentence("主管機關當日的名稱", "the authority's name on the day, in Chinese"),
    "authority_en": Sentence("主管機關當日的英文名稱", "the authority's name on the day, in English"),
    "sector": Sentence("領域代碼", "the sector's code"),
    "sector_zh": Sentence("領域", "the sector in Chinese"),
    "sector_en": Sentence("領域（英文）", "the sector in English"),
    "in_force_since": Sentence("列入清單自", "on the list since"),
    "valid_from": Sentence("這一版自何日有效", "the version's first day (valid time)"),
    "valid_until": Sentence("這一版至何日有效，空白為迄今", "the version's last day; empty while it stands"),
    "recorded_at": Sentence("登錄時間", "when it was recorded (record time)"),
    "corrects": Sentence("更正哪一版", "the version that this one corrects"),
    "corrected_because": Sentence("更正理由", "why it was corrected"),
    "edition": Sentence("第幾次公告", "the announcement's number in order"),
    "document_number": Sentence("公告文號", "the announcement's document number"),
    "decided_on": Sentence("審議會決議日", "decided by the council on"),
    "announced_on": Sentence("公告日", "announced on"),
    "effective_on": Sentence("公告生效日", "the announcement takes effect on"),
    "source": Sentence("資料來源", "the source"),
    "case": Sentence("案號", "the case"),
    "continues": Sentence("承自哪些版次（項次/版次）", "the versions it goes on from (number/version)"),
    "continued_by": Sentence("由哪些版次接續（項次/版次）", "the versions it goes on in (number/version)"),
    "notes": Sentence(
        "範疇說明：[主題, 中文, 英文, 依據]", "notes on the scope: [topic, Chinese, English, source] (JSON)"
    ),
    "matches": Sentence(
        "與外國清單的對應：[關係, 網址]", "relations to foreign lists: [relation, address] (JSON)"
    ),
}
"""Every column in the order of the table, with what stands in it."""

_OF_COLUMN: Mapping[str, Kind] = {each.name: _KINDS.get(each.type, _TEXT) for each in fields(Entry)}


def numeric(name: str) -> bool:
    """Whether a column holds whole numbers."""
    return _OF_COLUMN[name].numeric


def cells_of(entry: Entry) -> list[str]:
    """A record as the cells of one line."""
    return [_OF_COLUMN[name].write(getattr(entry, name)) for name in COLUMNS]


def require_columns(heading: Sequence[str]) -> None:
    """Refuse (HTTP 422) a first line that does not name exactly our columns."""
    missing = [name for name in COLUMNS if name not in heading]
    if missing:
        raise bad_file(f"缺少「{missing[0]}」欄。", f"The column “{missing[0]}” is missing.")
    unknown = [name for name in heading if name not in COLUMNS]
    if unknown or len(heading) != len(COLUMNS):
        name = unknown[0] if unknown else heading[-1]
        raise bad_file(f"「{name}」欄不認得，或重複。", f"The column “{name}” is unknown, or there twice.")


def entry_of(line: int, cells: Mapping[str, str]) -> Entry:
    """The record that a line tells, by column.

    Raises:
        Refused: (HTTP 422) for a cell that does not hold what its column says.
    """
    values: dict[str, Any] = {}
    for name in COLUMNS:
        try:
            values[name] = _OF_COLUMN[name].read(cells[name])
        except (ValueError, TypeError, KeyError):
            raise bad_file(
                f"第{line}列「{name}」欄的「{cells[name]}」無法讀取。",
                f"Line {line}: “{cells[name]}” cannot be read in the column “{name}”.",
            ) from None
    return Entry(**values)
