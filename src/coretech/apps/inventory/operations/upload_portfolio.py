"""Uploading a portfolio of projects to the agency's round of the year; its columns are named next (art. 9)."""

import hashlib
import secrets
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.finds.sealed_rows import sealed_file
from coretech.apps.inventory.models import Portfolio, Round
from coretech.apps.inventory.yearly.rounds import find_agency
from coretech.engines.matching.matcher import THRESHOLD, VERSION
from coretech.kit.refusal import bad_input
from coretech.law.access import Action, Matter
from coretech.readers.portfolios.tables import read_table

_LONGEST_NAME = 200


LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """The file as it was handed in: what the agency calls it, and how it is to be treated.

    ``foreign`` compares it with the foreign lists in force as well.
    """

    title: str
    name: str
    raw: bytes
    confidential: bool = False
    foreign: bool = False


def check(by: Acting, agency: str) -> None:
    """Whether this person screens for this agency."""
    allow(by, Action.SCREEN_PORTFOLIO, Matter(agencies=frozenset({agency})))


@operation
def upload_portfolio(by: Acting, agency_code: str, upload: Upload) -> Act:
    """Keep the file, sealed, until its columns are named; what it holds is in no act and no log."""
    agency = find_agency(by, agency_code)
    check(by, agency.code)
    if not 0 < len(upload.title.strip()) <= LONGEST_TITLE:
        raise bad_input(
            "title",
            f"請為計畫組合取名（{LONGEST_TITLE}字以內）。",
            f"Give the portfolio a title, {LONGEST_TITLE} characters at most.",
        )
    table = read_table(upload.raw)
    digest = hashlib.sha256(upload.raw).hexdigest()
    round_, _ = Round.objects.get_or_create(agency=agency, year=by.today.year)
    portfolio = Portfolio.objects.create(
        round=round_,
        title=upload.title.strip(),
        name=upload.name[-_LONGEST_NAME:],
        sha256=digest,
        confidential=upload.confidential,
        foreign=upload.foreign,
        content=sealed_file(digest, upload.raw),
        headings=list(table.headings),
        threshold=THRESHOLD,
        matcher=VERSION,
        seed=secrets.randbits(62),
        uploaded_by_id=by.person_id or 0,
        uploaded_at=by.at,
    )
    return record(
        by,
        "inventory.portfolio_uploaded",
        portfolio.subject,
        public={"agency": agency.code, "year": round_.year},
        confidential={"sha256": digest, "bytes": len(upload.raw), "secret": upload.confidential},
    )
