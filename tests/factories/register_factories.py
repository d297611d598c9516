"""What keeping the register needs in tests: an announcement as it was printed, and corrections of an entry."""

import datetime as dt

import typst

from coretech.apps.audit.models import Act
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.register.correcting import Correction
from coretech.apps.register.models import Scan
from coretech.apps.register.operations.announce import Notice, announce
from coretech.apps.register.operations.correct_entry import correct_entry
from coretech.apps.register.operations.file_scan import file_scan
from coretech.engines.documents import typeface
from tests import factories
from tests.factories import papers_factories

LATER = dt.date(2025, 9, 1)


def printed(*lines: str) -> bytes:
    """A PDF that prints these lines in letters that can be read out of it."""
    text = "\n\n".join(('#set text(font: "Noto Sans TC")', *lines))
    fonts = typeface.installed(typeface.FONTS)
    return typst.compile(text.encode(), font_paths=fonts, ignore_system_fonts=True, format="pdf")


def filed(content: bytes = b"", edition: int = 1, day: dt.date = factories.DAY) -> Scan:
    """A scan of an announcement, filed by the announcer; a picture unless it is said otherwise."""
    file = HandedIn("公告.pdf", content or papers_factories.png())
    file_scan(factories.acting("announcer", day), edition, file)
    return Scan.objects.latest("pk")


def corrected(
    number: int, version: int, day: dt.date = factories.DAY, **changes: str | bool | dt.date
) -> Act:
    """A correction by the Office."""
    given = Correction("entered wrongly", "page 2 of the announcement", **changes)  # type: ignore[arg-type]  # drawn by name
    return correct_entry(factories.acting("office", day), number, version, given)


def renamed_on(day: dt.date = LATER, number: str = "示範字第1號", scan: HandedIn | None = None) -> int:
    """Item 12 under its new name from a day on; gives back the edition."""
    case = factories.pre_announced_case(factories.renaming())
    act = announce(factories.acting("announcer", day), Notice((case.reference,), number, day, day, scan))
    return int(act.subject.split("/")[1])
