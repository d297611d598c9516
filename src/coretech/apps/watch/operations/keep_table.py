"""Taking in a table of patents or of trade: of one technology, or of all that have classes or goods."""

import datetime as dt
from dataclasses import dataclass

from coretech import __version__
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.watch.access import allow_keeping
from coretech.apps.watch.counts.taking_in_tables import TakenTable
from coretech.apps.watch.models import KeptTable, WatchedTechnology
from coretech.apps.watch.queries import find_technology
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

LONGEST = {"source": 300, "query": 1000, "unit": 40}
NOTE = 300


@dataclass(frozen=True, slots=True)
class About:
    """What nobody can read from the file: where it is from, when, by which query, and what to beware of.

    ``technology`` is the code of the one it was searched for, empty for a table of everything; ``unit`` is that of the
    values of trade.
    """

    source: str
    dated: dt.date
    query: str = ""
    technology: str = ""
    unit: str = ""
    note: Sentence | None = None


def check(by: Acting) -> None:
    """Whether this person keeps snapshots."""
    allow_keeping(by)


@operation
def keep_table(by: Acting, taken: TakenTable, about: About) -> Act:
    """Keep the manifest; a file is taken in once for the same technology and with the same columns."""
    check(by)
    _sound(by, about)
    hold("watch")
    technology = find_technology(about.technology) if about.technology else None
    if _is_there(taken, technology):
        raise bad_input("file", "這個檔案已收錄。", "This file was taken in before.")
    fields = ("kind", "name", "size", "sha256", "place", "kept_sha256", "columns", "coverage", "problems")
    table = KeptTable.objects.create(
        **{name: getattr(taken, name) for name in fields},
        listed=list(taken.listed),
        technology=technology,
        source=about.source.strip(),
        query=about.query.strip(),
        unit=about.unit.strip(),
        dated=about.dated,
        version=__version__,
        note_zh=about.note.zh if about.note else "",
        note_en=about.note.en if about.note else "",
        by_id=by.person_id,
        at=by.at,
    )
    public = {"kind": table.kind, "sha256": table.sha256, "technology": about.technology}
    return record(by, "watch.table_kept", table.subject, public=public, rows=[table])


def _sound(by: Acting, about: About) -> None:
    if not about.source.strip():
        raise bad_input("source", "請寫資料來源。", "Say where the data are from.")
    for name, longest in LONGEST.items():
        if len(getattr(about, name)) > longest:
            raise bad_input(name, f"最多{longest}字。", f"At most {longest} characters.")
    if about.note and max(len(about.note.zh), len(about.note.en)) > NOTE:
        raise bad_input("note_zh", f"最多{NOTE}字。", f"At most {NOTE} characters.")
    if about.dated > by.today:
        raise bad_input("dated", "取得日不可晚於今天。", "The day it was taken cannot be after today.")


def _is_there(taken: TakenTable, technology: WatchedTechnology | None) -> bool:
    same = KeptTable.objects.filter(kind=taken.kind, sha256=taken.sha256, technology=technology)
    return any(each.columns == taken.columns for each in same)
