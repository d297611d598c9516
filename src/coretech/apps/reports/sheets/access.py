"""Finding sheets, who may read or write them, and locking one for a step."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.models import ReportingPeriod, Sheet, SheetStep, SheetVersion
from coretech.apps.reports.sheets.states import ARROWS, Arrow, State, Step, require_step
from coretech.engines.ledger.leaf import canonical
from coretech.kit.refusal import Refused, not_found, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Matter, who_may

_LARGEST = 2**63 - 1
_CONTROLLERS = frozenset({Action.CHECK_SHEET, Action.OPEN_PERIOD})
UNSEEN = frozenset({State.OPEN, State.SUBMITTED, State.RETURNED})
"""Where a sheet is still the agency's own affair: the controller sees that it stands there, and not a word of it."""


class Moved(Refused):
    """Somebody wrote to it after the caller had seen it (HTTP 409)."""


_MOVED = Sentence(
    "您開啟本頁之後，內容已有變動；請重新載入，確認現況後再辦理。",
    "This has moved since you opened the page; reload it, look, and decide again.",
)


def matter_of_sheet(sheet: Sheet) -> Matter:
    """The sheet as its agency's matter."""
    return Matter(agencies=frozenset({sheet.agency.code}))


def is_own(by: Acting, sheet: Sheet) -> bool:
    """Whether this person serves or signs for the sheet's agency."""
    own = replace(by.standing, controls=frozenset())
    return who_may(Action.READ_SHEET, own, matter_of_sheet(sheet), by.today).is_yes


def is_controlled(by: Acting, sheet: Sheet) -> bool:
    """Whether this person controls the sheet's plan."""
    return who_may(Action.CHECK_SHEET, by.standing, matter_of(sheet.period.plan), by.today).is_yes


def may_read_content(by: Acting, sheet: Sheet) -> bool:
    """Whether the words open to this person: the agency's people at any time, the controller once it is signed."""
    return is_own(by, sheet) or (is_controlled(by, sheet) and State(sheet.state) not in UNSEEN)


def all_sheets() -> QuerySet[Sheet]:
    """Every sheet with what its line needs."""
    return Sheet.objects.select_related("agency", "period__plan", "period__version").prefetch_related(
        "agency__names"
    )


def own_sheets(by: Acting) -> QuerySet[Sheet]:
    """The sheets of the agencies this person serves or signs for, the newest period first."""
    codes = by.standing.agencies | by.standing.heads
    return all_sheets().filter(agency__code__in=codes).order_by("-period__year", "-period__quarter", "pk")


def require_sheet_reader(by: Acting) -> None:
    """Refuse whoever reports for no agency, signs for none and controls no plan (HTTP 403)."""
    everything = by.standing.agencies | by.standing.heads | by.standing.controls
    allow(by, Action.READ_SHEET, Matter(agencies=everything))


def find_sheet(by: Acting, sheet_id: int) -> Sheet:
    """The sheet, where this person may know of it.

    Raises:
        Refused: (HTTP 403) for whoever reports and controls nothing; (HTTP 404) for one that is not theirs to see.
    """
    require_sheet_reader(by)
    found = all_sheets().filter(pk=min(sheet_id, _LARGEST)).first()
    if found is None or not (is_own(by, found) or is_controlled(by, found)):
        raise not_found(
            "沒有這份填報表，或您無權閱覽。", "There is no such sheet, or it is not yours to see."
        )
    return found


def lock_sheet(sheet_id: int) -> Sheet:
    """The sheet, its row locked until the transaction ends.

    Raises:
        Refused: (HTTP 404) where there is none.
    """
    rows = Sheet.objects.select_for_update(of=("self",))
    found = (
        rows.select_related("agency", "period__plan", "period__version")
        .filter(pk=min(sheet_id, _LARGEST))
        .first()
    )
    if found is None:
        raise not_found("沒有這份填報表。", "There is no such sheet.")
    return found


def check_step(by: Acting, sheet: Sheet, step: Step) -> Arrow:
    """Require that this person may take the step, that the sheet stands where it is taken, and the period is open."""
    arrow = require_may(by, sheet, step)
    if sheet.period.state == ReportingPeriod.State.PUBLISHED:
        raise wrong_state(
            "本期已發布，填報表不再變更；請以修正說明補充。",
            "The period is published and its sheets no longer change; file an amendment instead.",
        )
    require_step(step, sheet)
    return arrow


def require_may(by: Acting, sheet: Sheet, step: Step) -> Arrow:
    """Refuse whoever does not hold the step's power over this sheet (HTTP 403)."""
    arrow = ARROWS[step]
    matter = matter_of(sheet.period.plan) if arrow.action in _CONTROLLERS else matter_of_sheet(sheet)
    allow(by, arrow.action, matter)
    return arrow


def newest_version(sheet: Sheet) -> SheetVersion | None:
    """The sheet as it was submitted last."""
    return sheet.versions.order_by("-number").first()


def submitted_version(sheet: Sheet, seen: int | None = None) -> SheetVersion:
    """The version before head and controller.

    Raises:
        Refused: (HTTP 409) where nothing was submitted yet; `Moved` where the caller saw another one.
    """
    found = newest_version(sheet)
    if found is None:
        raise wrong_state("這份填報表尚未送核。", "The sheet was not submitted yet.")
    if seen is not None and seen != found.number:
        raise Moved(_MOVED)
    return found


def moved() -> Moved:
    """The refusal of a write on what somebody changed since."""
    return Moved(_MOVED)


def take_step(  # noqa: PLR0913 - who, on what, which way, and what was said
    by: Acting,
    version: SheetVersion,
    arrow: Arrow,
    step: SheetStep.Step,
    *,
    note: str = "",
    reasons: Mapping[str, str] | None = None,
) -> SheetStep:
    """Move the version's sheet and keep who did it, and what was said of the whole and of its measures."""
    sheet = version.sheet
    if arrow.target is not None:
        sheet.state = arrow.target
        sheet.save(update_fields=["state"])
    return SheetStep.objects.create(
        sheet=sheet,
        version=version,
        step=step,
        by_id=by.person_id,
        note=note.strip(),
        reasons=dict(reasons or {}),
        at=by.at,
    )


def digest_of(content: Mapping[str, Any]) -> str:
    """What tells one content from another: SHA-256 of its canonical JSON, the first 16 digits."""
    return hashlib.sha256(canonical(content)).hexdigest()[:16]
