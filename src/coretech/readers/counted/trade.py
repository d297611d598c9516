"""Trade summed by goods, year, reporter, partner and flow, from tables like those of UN Comtrade or CEPII's BACI.

Source of the headings: UN Comtrade, bulk files (2023); CEPII, BACI; customs tables in Chinese.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import polars as pl

from coretech.kit.sentence import Sentence
from coretech.readers.counted.counting import Counted, laid_down
from coretech.readers.counted.headings import Headings
from coretech.readers.counted.problems import Problems
from coretech.readers.counted.years import year_of
from coretech.readers.texts.records import Row, Table
from coretech.readers.works.country_names import country_named

HEADINGS = Headings(
    {
        "hs": ("cmdcode", "commodity code", "hs code", "hs", "product code", "k", "貨品號列", "貨品分類"),
        "year": ("refyear", "ref year", "year", "period", "t", "年", "年份", "日期"),
        "reporter": ("reporteriso", "reporter iso", "reporter", "reporterdesc", "reportercode", "i", "申報國"),
        "partner": ("partneriso", "partner iso", "partner", "partnerdesc", "partnercode", "j", "國家", "對手國"),
        "flow": ("flowcode", "trade flow code", "flowdesc", "trade flow", "flow", "進出口別"),
        "value": (
            "primaryvalue", "primary value", "trade value (us$)", "trade value", "value", "v", "價值", "美元(千元)",
        ),
    },
    ("hs", "year", "reporter", "partner", "value"),
)  # fmt: skip
SCHEMA = pl.Schema(
    {
        "hs": pl.String,
        "year": pl.Int16,
        "reporter": pl.String,
        "partner": pl.String,
        "flow": pl.String,
        "value": pl.Float64,
    }
)
WORLD = "WLD"
"""The partner of rows that give the sum over all partners."""
_WORLD = frozenset({"w00", "wld", "world", "0", "全球", "世界", "總計"})
_HS = re.compile(r"\d{2}(\d{2}){0,4}|TOTAL")
_CHECKED = re.compile(r"(\d{10})-?\d")
"""A code of Taiwan's customs: ten digits, and one that checks them."""
_SUM = """
SELECT hs, year, reporter, partner, flow, round(fsum(value), 6) AS value, count(*) AS rows
FROM given GROUP BY ALL ORDER BY ALL
"""


def trade_in(table: Table, latest_year: int, told: Mapping[str, str], keep: Path | None = None) -> Counted:
    """The trade of a table, summed over rows that agree in all but the value; codes of goods are left as they are.

    With ``keep``, the sums are written there as Parquet.

    Raises:
        Refused: (HTTP 422) where its columns cannot be told apart, or it cannot be read to its end.
    """
    columns = HEADINGS.found(table.columns, told)
    problems = Problems()
    rows = problems.none_of(table.rows(list(columns.values())))
    with laid_down(_entries(rows, list(columns), latest_year, problems), SCHEMA) as database:
        summed = database.sql(_SUM).pl()
    if keep is not None:
        summed.write_parquet(keep)
    coverage = {
        "rows": int(summed["rows"].sum()),
        "rows_with_the_world": int(summed.filter(pl.col("partner") == WORLD)["rows"].sum()),
        "rows_left_out": problems.count,
    }
    return Counted({"trade": summed}, columns, coverage, problems)


def _entries(
    rows: Iterable[Row], meanings: list[str], latest_year: int, problems: Problems
) -> Iterator[tuple[object, ...]]:
    for line, cells in rows:
        told = dict(zip(meanings, (each.strip() for each in cells), strict=True))
        goods, year, value = _goods(told["hs"]), year_of(told["year"], latest_year), _value(told["value"])
        if goods is None:
            problems.add(line, _no_goods(told["hs"]))
        elif year is None:
            problems.add(line, _no_year(told["year"]))
        elif value is None:
            problems.add(line, _no_value(told["value"]))
        else:
            yield goods, year, _land(told["reporter"]), _land(told["partner"]), told.get("flow"), value


def _goods(text: str) -> str | None:
    code = text.replace(".", "").replace(" ", "").upper()
    if checked := _CHECKED.fullmatch(code):
        return checked[1]
    return code if _HS.fullmatch(code) else None


def _value(text: str) -> float | None:
    try:
        found = float(text.replace(",", ""))
    except ValueError:
        return None
    return found if math.isfinite(found) and found >= 0 else None


@lru_cache(maxsize=4096)
def _land(text: str) -> str:
    """A country's two letters; what is no country's name or code stays as it is."""
    return WORLD if text.casefold() in _WORLD else country_named(text) or text


def _no_goods(text: str) -> Sentence:
    return Sentence(
        f"貨品號列 {text!r} 應為偶數位數字，略過（開頭的0可能被試算表去掉了）",
        f"the code of goods {text!r} should have an even number of digits; left out (a spreadsheet may have dropped "
        "its leading 0)",
    )


def _no_year(text: str) -> Sentence:
    return Sentence(f"年份 {text!r} 無法採信，略過", f"the year {text!r} cannot be believed; left out")


def _no_value(text: str) -> Sentence:
    return Sentence(
        f"金額 {text!r} 不是零或正數，略過", f"the value {text!r} is no number from 0 up; left out"
    )
