"""Pairs of eyes: nobody signs or checks the own work, and the controller's own sheet needs two who check."""

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.reports.cycle.steering import steering_of
from coretech.apps.reports.models import Sheet, SheetStep, SheetVersion
from coretech.kit.refusal import wrong_state

_OWN = (SheetStep.Step.SUBMIT, SheetStep.Step.SIGN)


def refuse_submitter(by: Acting, version: SheetVersion) -> None:
    """Refuse to let somebody sign a sheet that the same person submitted, in this version or before (HTTP 409)."""
    if _steps(by, version).filter(step=SheetStep.Step.SUBMIT).exists():
        raise wrong_state(
            "這份填報表由您送核，須由另一人核章。",
            "You submitted this sheet yourself; somebody else signs it.",
        )


def refuse_own_work(by: Acting, version: SheetVersion) -> None:
    """Refuse to let somebody check what the same person submitted, signed, or checked first (HTTP 409)."""
    steps = _steps(by, version)
    first = steps.filter(version=version, step=SheetStep.Step.CHECK)
    if steps.filter(step__in=_OWN).exists() or first.exists():
        raise wrong_state(
            "您已送核、核章或檢核過這份填報表，須由另一人檢核。",
            "You submitted, signed or checked this sheet yourself; somebody else checks it.",
        )


def needs_two(sheet: Sheet) -> bool:
    """Whether the sheet is the controller's own and needs two different people to check it."""
    steering = steering_of(sheet.period.plan)
    return steering is not None and steering.controller_id == sheet.agency_id


def _steps(by: Acting, version: SheetVersion) -> QuerySet[SheetStep]:
    return SheetStep.objects.filter(sheet=version.sheet_id, by=by.person_id)
