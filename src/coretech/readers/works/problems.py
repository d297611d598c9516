"""What is wrong with a line or a work: listed with its place, and never fatal."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from coretech.kit.sentence import Sentence


class Fault(StrEnum):
    """What may be wrong, and what becomes of it."""

    BROKEN_LINE = "broken_line"
    NO_ID = "no_id"
    UNREADABLE_PART = "unreadable_part"
    NEGATIVE_CITATIONS = "negative_citations"
    FUTURE_YEAR = "future_year"
    DUPLICATE = "duplicate"
    CUT = "cut"
    UNFINISHED = "unfinished"

    @property
    def said(self) -> Sentence:
        """The fault in words, with what was done about it."""
        return _SAID[self]


_SAID = {
    Fault.BROKEN_LINE: Sentence("不是完整的 JSON 物件，略過", "not a whole JSON object; left out"),
    Fault.NO_ID: Sentence("沒有識別碼，略過", "names no id; left out"),
    Fault.UNREADABLE_PART: Sentence(
        "部分欄位無法讀取，視為未填", "a field that cannot be read, taken as not given"
    ),
    Fault.NEGATIVE_CITATIONS: Sentence("被引次數為負，視為未填", "negative citations, taken as not given"),
    Fault.FUTURE_YEAR: Sentence(
        "出版年在未來，視為未填", "published in the future; its year is taken as not given"
    ),
    Fault.DUPLICATE: Sentence("同一篇重複，只計最新的", "the same work again; only the newest counts"),
    Fault.CUT: Sentence(
        "檔案中途截斷，保留已讀的部分", "the file is cut in the middle; what could be read is kept"
    ),
    Fault.UNFINISHED: Sentence(
        "查詢結果尚未全部取得，占比與名次可能偏頗",
        "not every work of the query was fetched; shares and ranks may lean",
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: in which file and line (from 1; 0 for the file itself), of which work, and how."""

    file: str
    line: int
    fault: Fault
    work: str = ""
    detail: str = ""

    def as_json(self) -> dict[str, object]:
        """The problem as data."""
        return asdict(self)
