"""``coretech watch patents`` and ``coretech watch trade``: tables of patents and of trade, counted and written."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from coretech import __version__
from coretech.cli.speech import complain, say
from coretech.cli.watch.input import day_of_reading
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.counted.counting import Counted
from coretech.readers.counted.patents import patents_in
from coretech.readers.counted.trade import trade_in
from coretech.readers.texts.opening import open_table
from coretech.readers.texts.records import Table
from coretech.readers.works.manifest import PROBLEMS

Reader = Callable[[Table, int, Mapping[str, str]], Counted]
File = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="CSV、JSONL、Parquet 或 ODS 檔，可壓縮 / a table, gzipped or not"),
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="結果資料夾 / where the tables go")]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="MEANING=HEADING",
        help="欄名認不出時指定 / which column means what, where it cannot be told",
    ),
]
PATENTS = {
    "patents": Sentence(
        "不重複的專利件數；一件有數國或數類者各列都計，各列不可相加",
        "distinct patents; one of several countries or classes counts in each of its rows, so rows do not add up",
    ),
    "patents_fractional": Sentence(
        "每件為1，由其國別與分類均分；各列可相加",
        "a patent is 1, shared equally by its countries and classes; rows add up",
    ),
    "class": Sentence("分類的前四碼（次類）", "the first four characters of the class: the subclass"),
}
TRADE = {
    "value": Sentence(
        "其他欄位都相同的列之合計，單位同原檔；號列層級不同者不可相加",
        "the sum of rows that agree in all else, in the file's own unit; codes of different levels do not add up",
    ),
    "partner": Sentence(
        "WLD是全球合計，不可與各國相加；Other Asia, nes（S19）視為臺灣",
        "WLD is the whole world and not to be added to countries; Other Asia, nes (S19) is taken for Taiwan",
    ),
}


def count_patents(ctx: typer.Context, file: File, *, out: Out, column: Columns = None) -> None:
    """專利依受理局、申請人國別、分類、年計數（PATSTAT、Lens） / Count patents by office, country, class and year."""
    _count(file, out, column or [], patents_in, PATENTS, str(ctx.obj))


def count_trade(ctx: typer.Context, file: File, *, out: Out, column: Columns = None) -> None:
    """貿易依貨品、年、申報國、對手國加總（Comtrade、BACI） / Sum trade by goods, year, reporter and partner."""
    _count(file, out, column or [], trade_in, TRADE, str(ctx.obj))


def _count(  # noqa: PLR0913, PLR0917 - the two commands differ in these alone
    file: Path, out: Path, told: list[str], read: Reader, formulas: Mapping[str, Sentence], language: str
) -> None:
    day = day_of_reading()
    try:
        with file.open("rb") as opened:
            table = open_table(opened)  # held until the file is closed: it reads on while rows are asked for
            counted = read(table, day.year, _told(told))
        with file.open("rb") as opened:  # once more, as the reader closes what it has read
            sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
        _write(out, counted, _provenance(file.name, sha256, day, counted, formulas))
    except OSError as error:
        name, reason = error.filename or file, error.strerror or str(error)
        raise bad_input(
            "file", f"{name}：無法讀寫（{reason}）", f"{name}: not readable or writable ({reason})"
        ) from None
    _tell(out, counted, language)


def _told(given: list[str]) -> dict[str, str]:
    pairs = (each.partition("=") for each in given)
    return {meaning.strip(): heading.strip() for meaning, _, heading in pairs}


def _provenance(
    name: str, sha256: str, day: dt.date, counted: Counted, formulas: Mapping[str, Sentence]
) -> dict[str, object]:
    return {
        "made_by": f"coretech {__version__}",
        "date": day.isoformat(),
        "file": {"name": name, "sha256": sha256},
        "columns": counted.columns,
        "coverage": counted.coverage,
        "problems": counted.problems.count,
        "problems_listed": len(counted.problems.listed),
        "problems_listed_in": PROBLEMS,
        "formulas": {column: words.as_dict() for column, words in formulas.items()},
    }


def _write(out: Path, counted: Counted, provenance: Mapping[str, object]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name, table in counted.tables.items():
        table.write_csv(out / f"{name}.csv")
        table.write_parquet(out / f"{name}.parquet")
    listed = ({"line": each.line, **each.sentence.as_dict()} for each in counted.problems.listed)
    with (out / PROBLEMS).open("w", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(each, ensure_ascii=False)}\n" for each in listed)
    text = json.dumps(provenance, ensure_ascii=False, indent=1)
    (out / "provenance.json").write_text(f"{text}\n", encoding="utf-8")


def _tell(out: Path, counted: Counted, language: str) -> None:
    if many := counted.problems.count:
        complain(
            Sentence(f"{many:,} 處有問題，列於 {PROBLEMS}", f"{many:,} problems, listed in {PROBLEMS}"),
            language,
            0,
        )
    for meaning, heading in counted.columns.items():
        say(f"{meaning} ← {heading}")
    figures = ", ".join(f"{name} {count:,}" for name, count in counted.coverage.items())
    names = ", ".join(f"{name}.csv" for name in counted.tables)
    say(Sentence(f"{out}：{names}；{figures}", f"{out}: {names}; {figures}").say(language))
