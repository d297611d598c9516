"""Publishing a period: accepted sheets are locked, their words become entries, their figures observations."""

from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.reports.cycle.periods import last_of, lock_period, name_of
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.measured.standings import standings_of
from coretech.apps.reports.models import (
    Entry,
    MeasureStanding,
    Observation,
    ReportingPeriod,
    Sheet,
    SheetStep,
    SheetVersion,
)
from coretech.apps.reports.sheets.content import from_json
from coretech.apps.reports.sheets.locking import Accepted, entries_of, observations_of
from coretech.apps.reports.sheets.parts import Asked, asked_in
from coretech.apps.reports.sheets.states import State
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_WHY = 2000
_IN_HAND = frozenset({State.SIGNED, State.CHECKED})


def check(by: Acting, period: ReportingPeriod) -> None:
    """Whether this person may publish the period, it is open, and nothing waits for the controller's own check."""
    allow(by, Action.OPEN_PERIOD, matter_of(period.plan))
    if period.state == ReportingPeriod.State.PUBLISHED:
        raise wrong_state(
            "本期已發布，不能再發布一次；補充請以修正說明辦理。",
            "The period is published already and is not published twice; later facts are amendments.",
        )
    waiting = [
        sheet.agency.code
        for sheet in period.sheets.select_related("agency")
        if State(sheet.state) in _IN_HAND
    ]
    if waiting:
        raise wrong_state(
            f"還有機關的填報表待檢核：{'、'.join(waiting)}。",
            f"Sheets still wait for your check: {', '.join(waiting)}.",
        )


@operation
def publish_period(by: Acting, period_id: int, without: str = "") -> Act:
    """Publish; ``without`` says why, where agencies did not report: of them it is only told that they did not."""
    period = lock_period(period_id)
    check(by, period)
    asked = asked_in(period)
    sheets = [_accepted(sheet, asked) for sheet in _sheets(period)]
    missing = [each.sheet.agency.code for each in sheets if not each.contents]
    _refuse_bad(missing, without)
    rows = _written(by, period, sheets)
    period.state, period.published_at = ReportingPeriod.State.PUBLISHED, by.at
    period.save(update_fields=["state", "published_at"])
    public = {
        "plan": period.plan.slug,
        "period": name_of(period.year, period.quarter),
        "agencies": [each.sheet.agency.code for each in sheets if each.contents],
        "not_reported": missing,
    }
    return record(by, "period.published", period.subject, public=public, rows=rows, why=without.strip())


def _sheets(period: ReportingPeriod) -> list[Sheet]:
    rows = period.sheets.select_for_update(of=("self",)).select_related(
        "agency", "period__plan", "period__version"
    )
    return list(rows.order_by("pk"))


def _accepted(sheet: Sheet, asked: Asked) -> Accepted:
    parts = asked.parts.get(sheet.agency.code, ())
    version = _newest(sheet) if State(sheet.state) is State.ACCEPTED else None
    content = {} if version is None else version.content
    return Accepted(sheet, parts, {key: from_json(stored) for key, stored in content.items()})


def _newest(sheet: Sheet) -> SheetVersion | None:
    return sheet.versions.order_by("-number").first()


def _refuse_bad(missing: list[str], without: str) -> None:
    if missing and not without.strip():
        raise bad_input(
            "without",
            f"尚有機關未完成填報：{'、'.join(missing)}。仍要發布，請寫明理由；這些機關將載明「未填報」。",
            f"Agencies that have not reported: {', '.join(missing)}. To publish all the same say why; "
            "they will be told as not having reported.",
        )
    if len(without) > LONGEST_WHY:
        raise bad_input("without", f"理由請在{LONGEST_WHY}字以內。", f"At most {LONGEST_WHY} characters.")


def _written(by: Acting, period: ReportingPeriod, sheets: list[Accepted]) -> list[Model]:
    """Everything publication writes, in an order in which each row finds what it rests on."""
    rows: list[Model] = []
    for each in sheets:
        rows += Entry.objects.bulk_create(entries_of(each, last_of(period)))
        rows += Observation.objects.bulk_create(observations_of(each, by.at))
        rows += _locked(by, each)
    return rows + MeasureStanding.objects.bulk_create(standings_of(period, sheets, by.today))


def _locked(by: Acting, accepted: Accepted) -> list[SheetStep]:
    sheet, version = accepted.sheet, _newest(accepted.sheet)
    sheet.state = State.LOCKED
    sheet.save(update_fields=["state"])
    if version is None:
        return []
    step = SheetStep.Step.LOCK
    return [SheetStep.objects.create(sheet=sheet, version=version, step=step, by_id=by.person_id, at=by.at)]
