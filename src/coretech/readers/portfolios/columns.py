"""Which of a file's columns hold what: what we ask for, and a guess by the headings."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.seats.columns import ColumnGuide

_UNIT = re.compile(r"\([^()]*\)\s*$")
_SIGNS = re.compile(r"[_.:*#/-]+")
Columns = Mapping[str, str]
"""What we call a column → the heading it has in the file."""


def _column(heading: str, zh: str, en: str) -> ColumnGuide:
    return ColumnGuide(heading, Sentence(zh, en))


COLUMNS: dict[str, ColumnGuide] = {
    "id": _column("計畫編號", "在檔案中不重複，必填", "never twice in the file; always"),
    "title": _column("計畫名稱", "必填", "always"),
    "abstract": _column("摘要", "有摘要時比對較準確", "the match is better with one"),
    "agency": _column("補助機關", "補助或委託的機關", "who funds it"),
    "year": _column("年度", "西元或民國年", "in either calendar"),
    "budget": _column("經費", "以新臺幣計", "in New Taiwan dollars"),
}
REQUIRED = ("id", "title")

_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": (
        *("id", "計畫編號", "編號", "計畫代碼", "代碼", "案號", "序號", "系統編號"),
        *("project id", "project no", "grant no", "grant id", "grant number", "project number", "award id"),
    ),
    "title": (
        *("title", "計畫名稱", "中文計畫名稱", "計畫中文名稱", "名稱", "題目", "計畫題目", "計畫主題"),
        *("project title", "name", "project name"),
    ),
    "abstract": (
        *("abstract", "摘要", "中文摘要", "計畫摘要", "內容摘要", "研究內容", "計畫內容", "計畫概述", "概述"),
        *("summary", "description", "objectives"),
    ),
    "agency": (
        *(
            "agency",
            "補助機關",
            "主管機關",
            "機關",
            "機關名稱",
            "委託機關",
            "補助單位",
            "主辦機關",
            "計畫主管機關",
        ),
        *("funder", "funding agency"),
    ),
    "year": (
        *("year", "年度", "計畫年度", "執行年度", "執行期間", "計畫期間", "執行起日", "開始日期", "起始日"),
        *("fiscal year", "start date", "start"),
    ),
    "budget": (
        *(
            "budget",
            "經費",
            "核定金額",
            "核定經費",
            "補助金額",
            "預算",
            "總經費",
            "計畫經費",
            "執行金額",
            "金額",
        ),
        *("amount", "total budget", "award amount"),
    ),
}


def guess(headings: Sequence[str], remembered: Columns | None = None) -> dict[str, str]:
    """For each of our columns a heading of the file: as mapped before where it is there, or the likeliest name.

    The unit in brackets after a heading and its punctuation make no difference.
    """
    found = {name: told for name, told in (remembered or {}).items() if told in headings}
    taken = set(found.values())
    for name, likely in _NAMES.items():
        if name not in found:
            hit = next((each for each in headings if each not in taken and _plain(each) in likely), None)
            if hit is not None:
                found[name] = hit
                taken.add(hit)
    return found


def require_columns(columns: Columns, headings: Sequence[str]) -> None:
    """Refuse a mapping that names no column of the file, one twice, or lacks one that must be there (HTTP 422)."""
    for name in REQUIRED:
        if not columns.get(name):
            raise bad_input(
                name,
                f"請選擇「{COLUMNS[name].heading}」是哪一欄。",
                f"Choose the column that holds the {name}.",
            )
    chosen = [told for told in columns.values() if told]
    for name, told in columns.items():
        if name not in COLUMNS or (told and told not in headings):
            raise bad_input(name, f"檔案沒有「{told[:40]}」欄。", f"The file has no column “{told[:40]}”.")
        if told and chosen.count(told) > 1:
            raise bad_input(
                name, f"「{told[:40]}」欄只能選一次。", f"The column “{told[:40]}” can be chosen once only."
            )


def _plain(heading: str) -> str:
    without_unit = _UNIT.sub("", unicodedata.normalize("NFKC", heading))
    return " ".join(_SIGNS.sub(" ", without_unit).lower().split())
