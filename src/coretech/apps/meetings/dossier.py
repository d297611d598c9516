"""A case's dossier, for those it opens to."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.queries import acts_of
from coretech.apps.audit.rulings import require
from coretech.apps.cases.facts import newest_parts
from coretech.apps.cases.models import Case, OfficeCheck, PanelReview, Part
from coretech.apps.meetings.queries import dossier_ruling

_WITH_A_REASON = ("case.withdrawn", "case.deferred", "case.deferred_by_panel")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the case was withdrawn or deferred: the act's kind, its moment, and the words."""

    kind: str
    at: dt.datetime
    why: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """All there is to read of a case: each part's newest version; reviews, checks and reasons, oldest first."""

    parts: Mapping[str, Part]
    reviews: tuple[PanelReview, ...]
    checks: tuple[OfficeCheck, ...]
    reasons: tuple[Reason, ...]


def open_dossier(by: Acting, case: Case) -> Dossier:
    """The dossier, where the law opens it to this reader.

    Raises:
        Refused: (HTTP 403) with the ruling that keeps it closed.
    """
    require(dossier_ruling(by, case), status=403)
    acts = acts_of(case.subject).filter(kind__in=_WITH_A_REASON)
    return Dossier(
        parts=newest_parts(case),
        reviews=tuple(case.reviews.all()),
        checks=tuple(case.checks.all()),
        reasons=tuple(Reason(act.kind, act.at, str(act.confidential.get("why", ""))) for act in acts),
    )
