"""The reporting cycle: from opening a quarter to its publication, and what nobody may do on the way."""

import datetime as dt
from decimal import Decimal
from functools import partial

import pytest

from coretech.apps.audit.models import Outbox
from coretech.apps.people.models import Posting
from coretech.apps.reports.models import (
    Entry,
    MeasureStanding,
    Observation,
    ReportingPeriod,
    Sheet,
    SheetDraft,
    SheetStep,
)
from coretech.apps.reports.operations.check_sheet import check_sheet
from coretech.apps.reports.operations.open_period import open_period
from coretech.apps.reports.operations.publish_period import publish_period
from coretech.apps.reports.operations.remind import remind
from coretech.apps.reports.operations.return_sheet import return_sheet
from coretech.apps.reports.operations.save_draft import save_draft
from coretech.apps.reports.operations.set_steering import set_steering
from coretech.apps.reports.operations.sign_sheet import sign_sheet
from coretech.apps.reports.operations.submit_sheet import submit_sheet
from coretech.apps.reports.sheets.access import Moved
from coretech.apps.reports.sheets.completeness import completeness
from coretech.apps.reports.sheets.content import PartContent, WorkSaid
from coretech.apps.reports.sheets.drafts import drafts_of, whole_digest
from coretech.apps.reports.sheets.parts import parts_of
from coretech.kit.refusal import Refused
from tests.factories import DAY, plans_factories
from tests.factories import cycle_factories as made

pytestmark = pytest.mark.usefixtures("stage")
STATE = Sheet.State


def state(cycle: made.Cycle, code: str = "moea") -> str:
    return cycle.sheet(code).state


def test_each_lead_agency_gets_its_own_sheet_with_its_own_work_items() -> None:
    cycle = made.opened()

    (own,) = parts_of(cycle.sheet("moea"))
    (other,) = parts_of(cycle.sheet("motc"))
    assert [work.work_no for work in own.works] == ["1.1.1"]
    assert [work.work_no for work in other.works] == ["1.1.2"]
    assert own.key == other.key
    assert cycle.period.due_on == made.FIRST + dt.timedelta(days=15)
    assert len(own.indicators) + len(other.indicators) == 1
    told = set(Outbox.objects.filter(act__kind="period.opened").values_list("recipient__username", flat=True))
    assert {"officer-moea", "officer-motc"} <= told
    assert "head-moea" not in told


def test_a_quarter_goes_its_way_and_is_published_with_its_figures() -> None:
    cycle = made.published(made.opened())

    assert {sheet.state for sheet in Sheet.objects.all()} == {STATE.LOCKED}
    assert cycle.period.state == ReportingPeriod.State.PUBLISHED
    measure = Entry.objects.get(sheet__agency__code="moea", work_key="")
    assert (measure.progress, measure.own_light) == ("平台已完成規劃。", "green")
    item = Entry.objects.get(sheet__agency__code="moea", work_key__gt="")
    assert (item.standing, item.done_share) == ("under_way", Decimal(30))
    observed = Observation.objects.get()
    assert (observed.year, observed.quarter, observed.value, observed.nature) == (
        111,
        1,
        Decimal(3),
        "actual",
    )
    whole = MeasureStanding.objects.get(agency=None)
    assert whole.under_way == 2
    assert MeasureStanding.objects.exclude(agency=None).count() == 2
    assert whole.own_light == "green"
    assert list(cycle.sheet().steps.values_list("step", flat=True)) == ["submit", "sign", "accept", "lock"]


def test_a_quarter_is_not_opened_twice_nor_before_it_is_over_nor_outside_the_plan() -> None:
    cycle = made.opened()
    by = made.acting("controller-1")

    with pytest.raises(Refused, match="not opened twice"):
        open_period(by, cycle.plan.slug, 111, 1)
    with pytest.raises(Refused, match="not over yet"):
        open_period(by, cycle.plan.slug, 111, 2)
    with pytest.raises(Refused, match="outside the plan"):
        open_period(by, cycle.plan.slug, 110, 4)
    with pytest.raises(Refused, match="by the quarter"):
        open_period(by, cycle.plan.slug, 111, None)
    with pytest.raises(Refused, match="within 180 days"):
        open_period(made.acting("controller-1", made.SECOND), cycle.plan.slug, 111, 2, dt.date(2022, 7, 4))


def test_a_yearly_plan_is_reported_by_the_year() -> None:
    plan = made.controlled(cycle="yearly")
    by = made.acting("controller-1", dt.date(2023, 1, 4))

    with pytest.raises(Refused, match="reported yearly"):
        open_period(by, plan.slug, 111, 4)
    open_period(by, plan.slug, 111, None)
    assert ReportingPeriod.objects.get().quarter is None


@pytest.mark.parametrize("username", ["officer-moea", "head-moea", "office", "public", "moea-controller-1"])
def test_only_the_plan_s_controller_opens_and_publishes(username: str) -> None:
    cycle = made.opened()
    by = made.acting(username)

    attempts = (
        partial(open_period, by, cycle.plan.slug, 111, 1),
        partial(publish_period, by, cycle.period.pk, "x"),
        partial(remind, by, cycle.period.pk),
    )
    for attempt in attempts:
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.status == 403


def test_a_plan_that_nobody_controls_is_not_opened_and_only_the_office_names_a_controller() -> None:
    made.people()
    plan = plans_factories.taken_over(plans_factories.programme())

    with pytest.raises(Refused):
        open_period(made.acting("controller-1"), plan.slug, 111, 1)
    with pytest.raises(Refused) as refused:
        set_steering(made.acting("controller-1"), plan.slug, "ndc", "quarterly")
    assert refused.value.status == 403
    for bad in (("none", "quarterly", 15), ("ndc", "weekly", 15), ("ndc", "yearly", 0)):
        with pytest.raises(Refused) as refused:
            set_steering(made.acting("office", DAY), plan.slug, bad[0], bad[1], days=bad[2])
        assert refused.value.status == 422


def test_last_quarter_s_words_stand_ready_and_are_not_resent_without_a_word() -> None:
    cycle = made.published(made.opened())
    second = made.Cycle(cycle.plan, made.reopened(cycle.plan, 2, made.SECOND))
    sheet, by = second.sheet(), made.acting("officer-moea", made.SECOND)
    (part,) = parts_of(sheet)

    ready = drafts_of(sheet, (part,))[part.key]
    assert not ready.begun
    assert ready.content.progress == "平台已完成規劃。"
    assert ready.content.works[part.works[0].key] == WorkSaid("under_way", "30", "進行中")
    assert set(ready.content.carried) == {"progress", "next_work", "risks", "works"}
    assert (ready.content.highlights, ready.content.own_light, dict(ready.content.actuals)) == ("", "", {})

    save_draft(by, sheet.pk, part.key, made.written(part), confirmed=("progress",))
    kept = drafts_of(sheet, (part,))
    assert set(kept[part.key].content.carried) == {"next_work", "risks", "works"}
    with pytest.raises(Refused, match="confirmed by nobody"):
        submit_sheet(by, sheet.pk)

    changed = made.written(part, "平台已上線。")
    save_draft(by, sheet.pk, part.key, changed, confirmed=("next_work", "risks", "works"))
    submit_sheet(by, sheet.pk)
    assert state(second) == STATE.SUBMITTED


def test_an_incomplete_sheet_is_not_submitted_and_says_which_measure_lacks_what() -> None:
    cycle = made.opened()
    sheet, by = cycle.sheet(), made.acting("officer-moea")
    (part,) = parts = parts_of(sheet)

    with pytest.raises(Refused, match="Nothing is filled in yet"):
        submit_sheet(by, sheet.pk)
    save_draft(by, sheet.pk, part.key, PartContent(progress="x", own_light="red"))
    found = completeness(parts, drafts_of(sheet, parts))[part.key]
    assert [each.field for each in found.missing] == [f"work-{part.works[0].key}-standing", "own_reason"]
    assert [each.key for each in found.lacking] == [each.key for each in part.indicators]


def test_two_savers_do_not_overwrite_each_other() -> None:
    cycle = made.opened()
    sheet, by = cycle.sheet(), made.acting("officer-moea")
    (part,) = parts_of(sheet)
    save_draft(by, sheet.pk, part.key, PartContent(progress="first"), seen=0)

    with pytest.raises(Moved):
        save_draft(by, sheet.pk, part.key, PartContent(progress="second"), seen=0)
    assert SheetDraft.objects.get().content["progress"] == "first"
    save_draft(by, sheet.pk, part.key, PartContent(progress="second"), seen=1)
    assert SheetDraft.objects.get().revision == 2


def test_what_was_checked_is_what_is_submitted() -> None:
    cycle = made.opened()
    sheet, by = cycle.sheet(), made.acting("officer-moea")
    parts = parts_of(sheet)
    made.filled(sheet)
    seen = whole_digest(drafts_of(sheet, parts))
    made.filled(sheet, progress="changed meanwhile")

    with pytest.raises(Moved):
        submit_sheet(by, sheet.pk, seen)
    submit_sheet(by, sheet.pk, whole_digest(drafts_of(sheet, parts)))


def test_nobody_signs_the_own_submission_nor_for_another_agency() -> None:
    cycle = made.opened()
    made.post("officer-moea", "moea", Posting.Kind.HEAD)
    made.submitted(cycle.sheet())

    with pytest.raises(Refused, match="somebody else signs"):
        sign_sheet(made.acting("officer-moea"), cycle.sheet().pk)
    for username in ("head-motc", "controller-1", "public"):
        with pytest.raises(Refused) as refused:
            sign_sheet(made.acting(username), cycle.sheet().pk)
        assert refused.value.status == 403
    sign_sheet(made.acting("head-moea"), cycle.sheet().pk, seen=1)
    assert state(cycle) == STATE.SIGNED


def test_a_sheet_of_the_controller_s_own_needs_two_who_neither_submitted_nor_signed() -> None:
    cycle = made.opened("moea")
    made.post("head-moea", "moea", Posting.Kind.CONTROLLER)
    made.signed(cycle.sheet())
    sheet = cycle.sheet().pk

    with pytest.raises(Refused, match="somebody else checks"):
        check_sheet(made.acting("head-moea"), sheet)
    check_sheet(made.acting("moea-controller-1"), sheet, "as the figures say")
    assert state(cycle) == STATE.CHECKED
    with pytest.raises(Refused, match="somebody else checks"):
        check_sheet(made.acting("moea-controller-1"), sheet)
    with pytest.raises(Refused, match="still wait for your check"):
        publish_period(made.acting("moea-controller-1"), cycle.period.pk, "x")
    check_sheet(made.acting("moea-controller-2"), sheet)
    assert state(cycle) == STATE.ACCEPTED


def test_a_sheet_goes_back_with_reasons_by_measure_and_comes_again() -> None:
    cycle = made.opened()
    made.signed(cycle.sheet())
    (part,) = parts_of(cycle.sheet())
    by, pk = made.acting("controller-1"), cycle.sheet().pk

    for bad in ({}, {part.key: "  "}, {"no-such": "x"}):
        with pytest.raises(Refused) as refused:
            return_sheet(by, pk, bad)
        assert refused.value.status == 422
    return_sheet(by, pk, {part.key: "請補充數據來源。"}, seen=1)
    assert state(cycle) == STATE.RETURNED
    assert SheetStep.objects.get(step="return").reasons == {part.key: "請補充數據來源。"}
    assert Outbox.objects.filter(act__kind="sheet.returned", recipient__username="officer-moea").exists()

    made.submitted(cycle.sheet())
    assert cycle.sheet().versions.count() == 2
    with pytest.raises(Moved):
        sign_sheet(made.acting("head-moea"), pk, seen=1)


def test_a_head_hands_a_submitted_sheet_back_and_the_controller_does_not_see_to_it() -> None:
    cycle = made.opened()
    made.submitted(cycle.sheet())

    with pytest.raises(Refused) as refused:
        return_sheet(made.acting("controller-1"), cycle.sheet().pk, {}, "x")
    assert refused.value.status == 403
    return_sheet(made.acting("head-moea"), cycle.sheet().pk, {}, "請再核對。")
    assert state(cycle) == STATE.RETURNED
