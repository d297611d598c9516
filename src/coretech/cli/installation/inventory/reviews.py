"""``coretech review``: the yearly review of the list (art. 10(1))."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.register.operations.review_item import Finding, review_item
from coretech.apps.register.review_table import review_rows
from coretech.apps.register.reviews import Reviewed, Sheet, sheets
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.new_file import write_new
from coretech.cli.installation.options import Why
from coretech.cli.installation.told import Told, moment, table
from coretech.kit.sentence import Sentence
from coretech.readers.seats.csv_text import write_csv
from coretech.readers.seats.ods import write_ods

app = group("年度檢討：進度、檢討一項、匯出", "the yearly review: how it stands, review an item, export")

No = Annotated[int, typer.Argument(metavar="NO", help="項次 / the item's number")]
Year = Annotated[int | None, typer.Option(help="西元年（預設今年） / a Gregorian year; this one")]


@reads(app, "list")
def list_reviews(by: Acting, year: Year = None) -> Told:
    """某年的檢討：應檢討、已檢討、缺漏 / A year's reviews: owed, done, missing."""
    found = _sheets(by, year)

    def lines(language: str) -> Iterable[str]:
        for sheet in found:
            yield f"{sheet.authority.code}  {sheet.status.value}  {sheet.ruling.reason.say(language)}"
            yield from table([_row(item, language) for item in sheet.items])

    return Told([_data(sheet) for sheet in found], lines)


@writes(app, "add")
def add_review(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    number: No,
    *,
    verdict: Annotated[str, typer.Option(help="檢討結果 / what was found: fits, change, removal")],
    why: Why,
    scope_questions: Annotated[str, typer.Option(help="收到的範疇疑義 / scope questions received")] = "",
    foreign_lists: Annotated[str, typer.Option(help="國外清單的變動 / foreign lists that moved")] = "",
    evidence: Annotated[str, typer.Option(help="佐證 / evidence")] = "",
) -> Act:
    """記錄今年對一個項目的檢討 / Record this year's review of an item."""
    return review_item(by, number, Finding(verdict, why, scope_questions, foreign_lists, evidence))


@reads(app, "export")
def export_reviews(
    by: Acting,
    to: Annotated[Path, typer.Argument(metavar="FILE", help="新檔，.csv 或 .ods / a new file, .csv or .ods")],
    year: Year = None,
) -> Told:
    """匯出某年的檢討 / Write a year's reviews into a file."""
    rows = review_rows(_sheets(by, year), by.today)
    write_new(to, write_ods(rows, "reviews") if to.suffix == ".ods" else write_csv(rows))
    said = Sentence(f"已寫入 {to.name}", f"written to {to.name}")
    return Told({"file": to.name, "rows": len(rows) - 1}, lambda language: [said.say(language)])


def _sheets(by: Acting, year: int | None) -> list[Sheet]:
    return sheets(by, by.today.year if year is None else year)


def _row(item: Reviewed, language: str) -> tuple[object, ...]:
    state = item.review.verdict if item.review else ("missing" if item.owed else "new")
    return f"  {item.number}", state, item.version.name.say(language)


def _data(sheet: Sheet) -> dict[str, object]:
    return {
        "authority": sheet.authority.code,
        "year": sheet.year,
        "status": sheet.status.value,
        "missing": sheet.missing,
        "ruling": sheet.ruling.as_dict(),
        "items": [
            {
                "no": item.number,
                "name": item.version.name.as_dict(),
                "owed": item.owed,
                "verdict": item.review.verdict if item.review else None,
                "reviewed_at": moment(item.review.reviewed_at) if item.review else None,
            }
            for item in sheet.items
        ],
    }
