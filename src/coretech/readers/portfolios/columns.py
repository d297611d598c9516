"""Which of a file's columns hold what: what we ask for, and a guess by the headings."""

from collections.abc import Mapping, Sequence

from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.seats.columns import ColumnGuide

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
    "id": ("id", "計畫編號", "編號", "計畫代碼", "project id", "project no", "grant no", "序號", "award id"),
    "title": ("title", "計畫名稱", "中文計畫名稱", "名稱", "project title", "題目", "計畫中文名稱", "name"),
    "abstract": ("abstract", "摘要", "中文摘要", "計畫摘要", "summary", "內容摘要", "description"),
    "agency": ("agency", "補助機關", "主管機關", "機關", "委託機關", "funder"),
    "year": ("year", "年度", "計畫年度", "執行年度", "fiscal year"),
    "budget": ("budget", "經費", "核定金額", "補助金額", "預算", "amount", "總經費"),
}


def guess(headings: Sequence[str], remembered: Columns | None = None) -> dict[str, str]:
    """For each of our columns a heading of the file: as mapped before where it is there, or the likeliest name."""
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
    return " ".join(heading.replace("_", " ").lower().split())
