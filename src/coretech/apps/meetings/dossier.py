"""A case's dossier, for those it opens to: each part by its own level."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.queries import acts_of
from coretech.apps.audit.rulings import require
from coretech.apps.cases.fields import SeenCase, seen_by
from coretech.apps.cases.models import Case, OfficeCheck, PanelReview, Part
from coretech.apps.meetings.queries import dossier_matter, dossier_ruling
from coretech.law.ruling import Ruling

_WITH_A_REASON = (
    "case.withdrawn",
    "case.deferred",
    "case.returned_to_council",
    "case.reopened",
    "case.deferred_by_panel",
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the case was withdrawn or deferred: the act's kind, its moment, and the words."""

    kind: str
    at: dt.datetime
    why: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """All there is to read of a case: each part's newest version; reviews, checks and reasons, oldest first.

    ``closed`` are the parts that are written and do not open to this reader, each with the ruling that keeps it so.
    """

    parts: Mapping[str, Part]
    reviews: tuple[PanelReview, ...]
    checks: tuple[OfficeCheck, ...]
    reasons: tuple[Reason, ...]
    closed: Mapping[str, Ruling]


def seen(by: Acting, case: Case) -> SeenCase:
    """The case as this reader sees it, field by field; for page, API, command, search, count, export and mail."""
    return seen_by(by, case, dossier_matter(by, case))


def open_dossier(by: Acting, case: Case) -> Dossier:
    """The dossier, where the law opens it to this reader; of its parts those that open at their own level.

    Raises:
        Refused: (HTTP 403) with the ruling that keeps it closed.
    """
    require(dossier_ruling(by, case), status=403)
    view = seen(by, case)
    rulings = {name: view.part(name) for name in view.parts}
    acts = acts_of(case.subject).filter(kind__in=_WITH_A_REASON)
    return Dossier(
        parts={name: part for name, part in view.parts.items() if rulings[name].is_yes},
        reviews=view.shown(case.reviews.all(), "opinion"),
        checks=view.shown(case.checks.all(), "note"),
        reasons=tuple(Reason(act.kind, act.at, str(act.confidential.get("why", ""))) for act in acts),
        closed={name: ruling for name, ruling in rulings.items() if not ruling.is_yes},
    )


def open_part(by: Acting, case: Case, name: str) -> Part | None:
    """The newest version of a part, where it opens to this reader at its level; None where it is not written yet.

    The level of the newest version counts for the older ones too: whoever shows those asks this first.

    Raises:
        Refused: (HTTP 403) with the ruling that keeps it closed.
    """
    view = seen(by, case)
    require(view.part(name), status=403)
    return view.parts.get(name)
