"""ODS (OpenDocument 1.3): the versions in the first table, what the file is about in the second."""

import datetime as dt
import io
import zipfile
import zlib

from odfdo import Document

from coretech.kit.sentence import Sentence
from coretech.readers.register_files.columns import COLUMNS, cells_of, entry_of, numeric, require_columns
from coretech.readers.register_files.csv_file import named
from coretech.readers.register_files.errors import bad_file
from coretech.readers.register_files.ods_package import MIMETYPE, packed, require_ods
from coretech.readers.register_files.ods_tables import cells_in, content_xml, table_xml
from coretech.readers.register_files.records import LICENCE, LICENCE_ADDRESS, About, RegisterFile

MEDIA_TYPE = MIMETYPE
_TABLE, _ABOUT = "register", "about"
_KEYS = {
    "title": Sentence("名稱", "what this is"),
    "part": Sentence("依什麼條件選出；空白為全部項目", "by what the items were chosen; empty for all"),
    "base": Sentence("網址", "where the register is"),
    "as_of": Sentence("哪一天的清單；空白為全部版次", "the list's day; empty for every version"),
    "known_at": Sentence("以哪一天所知為準；空白為全部", "as known at the end of this day; empty for all"),
    "edition": Sentence("第幾次公告", "the announcement's number in order"),
    "remark": Sentence("附註", "remark"),
    "licence": Sentence("授權", "licence"),
}


def write(file: RegisterFile) -> bytes:
    """The two tables; numbers are numbers, everything else is text, so nothing is taken for a formula."""
    if file.about is None:
        message = "an ODS file says what it is about"
        raise ValueError(message)
    register = [list(COLUMNS), *map(cells_of, file.entries)]
    about = [["key", "value", "鍵", "meaning"], *_about_rows(file.about)]
    tables = (
        table_xml(_TABLE, register, [numeric(name) for name in COLUMNS]),
        table_xml(_ABOUT, about, [False] * len(about[0])),
    )
    return packed(content_xml(tables))


def read(raw: bytes) -> RegisterFile:
    """The file that `write` made, also after a spreadsheet has saved it again.

    Raises:
        Refused: (HTTP 422) for any other file, with the line and the column.
    """
    require_ods(raw)
    try:
        found = Document(io.BytesIO(raw)).body.get_elements("//table:table")
        tables = {str(table.get_attribute("table:name")): cells_in(table) for table in found}
        (heading, *rows), about = tables[_TABLE], _about(tables[_ABOUT])
    except (KeyError, IndexError, ValueError, TypeError, zipfile.BadZipFile, zlib.error):
        raise bad_file("檔案不是清單的ODS匯出檔。", "The file is no ODS export of the register.") from None
    require_columns(heading)
    whole = [[*row, *[""] * (len(heading) - len(row))] for row in rows]
    return RegisterFile(
        about, tuple(entry_of(at, named(at, heading, row)) for at, row in enumerate(whole, 2))
    )


def _about_rows(about: About) -> list[list[str]]:
    remark = about.remark
    values = {
        "title": str(about.title),
        "part": about.part,
        "base": about.base,
        "as_of": _shown(about.as_of),
        "known_at": _shown(about.known_at),
        "edition": _shown(about.edition),
        "remark": "" if remark is None else str(remark),
        "licence": f"{LICENCE} {LICENCE_ADDRESS}",
    }
    return [[key, values[key], says.zh, says.en] for key, says in _KEYS.items()]


def _about(rows: list[list[str]]) -> About:
    told = {row[0]: row[1] for row in rows}
    as_of, known_at = (
        dt.date.fromisoformat(told[key]) if told[key] else None for key in ("as_of", "known_at")
    )
    edition = int(told["edition"]) if told["edition"] else None
    part = told.get("part", "")
    return About(base=told["base"], as_of=as_of, known_at=known_at, edition=edition, part=part)


def _shown(value: object) -> str:
    return "" if value is None else str(value)
