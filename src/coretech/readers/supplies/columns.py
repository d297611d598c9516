"""The columns of a table of returns, each with its name in code and in Chinese, and what stands in it."""

from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.seats.columns import ColumnGuide, column_in, heading_in
from coretech.readers.seats.grid import letter

REFERENCE = "參考"
"""A heading that begins so is only shown, and its column is passed over."""


def _column(heading: str, zh: str, en: str) -> ColumnGuide:
    return ColumnGuide(heading, Sentence(zh, en))


FIGURES: dict[str, ColumnGuide] = {
    "production": _column("生產量", "期間內生產量", "produced in the period"),
    "imports": _column("進口量", "期間內進口量", "imported in the period"),
    "exports": _column("出口量", "期間內出口量", "exported in the period"),
    "sales": _column("銷售量", "期間內國內銷售量", "sold within the country in the period"),
    "consumption": _column("使用量", "期間內申報者自用或耗用量", "used by those who report, in the period"),
    "stock": _column("期末存量", "期間末日終了時的存量", "the stock at the end of the period's last day"),
    "price": _column(
        "價格",
        "依該物資一向的計價方式，不隨單位換算",
        "as the series has always quoted it; it is never converted",
    ),
}
"""The figures: a cell that is empty or ``-`` is not told, which is not zero."""

COLUMNS: dict[str, ColumnGuide] = {
    "commodity": _column(
        "物資", "物資的名稱或代碼，必填", "the commodity by its name or its code in addresses; always"
    ),
    "unit": _column("單位", "各數量的單位，必填", "the unit of the quantities; always"),
    "period_start": _column(
        "期間起日", "西元或民國日期，必填", "the period's first day, in either calendar; always"
    ),
    "period_end": _column(
        "期間末日", "西元或民國日期，必填", "the period's last day, in either calendar; always"
    ),
    "reporter": _column(
        "申報者",
        "申報者的代碼或名稱；由主管機關申報的物資免填",
        "the reporter's code or name; empty where the authority itself reports",
    ),
    **FIGURES,
    "origins": _column(
        "進口來源",
        "例如「美國:80；巴西:40」，合計不得超過進口量",
        "such as “United States: 80; Brazil: 40”, together no more than the imports",
    ),
    "note": _column("備註", "數字異常或更正的原因", "why a figure is unusual, or was corrected"),
}

REQUIRED = ("commodity", "unit", "period_start", "period_end")
"""Without these nothing can be read; any other column may be left out and is then not told."""


def heading(name: str) -> str:
    """The heading as the table has it."""
    return heading_in(COLUMNS, name)


def column_of(title: str) -> str | None:
    """The column a heading names; None where it names none."""
    return column_in(COLUMNS, title)


def columns_of(titles: tuple[str, ...], line: int) -> list[str]:
    """The columns by the headings of the first line; empty for one that is passed over.

    Raises:
        Refused: (HTTP 422) for a heading that names no column or one twice, and for a column that is missing.
    """
    names: list[str] = []
    for place, title in enumerate(titles, start=1):
        name = "" if not title or title.startswith(REFERENCE) else column_of(title)
        at = f"{letter(place)}{line}"
        if name is None:
            raise bad_input(
                "file",
                f"{at}：不認得「{title[:40]}」欄；可用的欄位見說明。",
                f"{at}: there is no column “{title[:40]}”; the guide lists those there are.",
            )
        if name and name in names:
            raise bad_input(
                "file",
                f"{at}：「{heading(name)}」欄出現兩次。",
                f"{at}: the column “{name}” is there twice.",
            )
        names.append(name)
    for name in REQUIRED:
        if name not in names:
            raise bad_input("file", f"缺少「{heading(name)}」欄。", f"The column “{name}” is missing.")
    return names
