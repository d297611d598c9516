"""The reporting cycle at its end and beside it: publication, late facts, units, reminders, lights."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import ProgrammingError, connection, transaction

from coretech.apps.audit.models import Outbox
from coretech.apps.reports.measured.light_rules import rules_of
from coretech.apps.reports.models import (
    Amendment,
    Entry,
    MeasureStanding,
    Observation,
    Sheet,
    SheetDraft,
    SheetStep,
)
from coretech.apps.reports.operations.file_amendment import file_amendment
from coretech.apps.reports.operations.publish_period import publish_period
from coretech.apps.reports.operations.remind import remind
from coretech.apps.reports.operations.rule_amendment import rule_amendment
from coretech.apps.reports.operations.save_draft import save_draft
from coretech.apps.reports.operations.set_light_rules import set_light_rules
from coretech.apps.reports.sheets.content import ActualSaid, PartContent
from coretech.apps.reports.sheets.parts import parts_of
from coretech.engines.progress.thresholds import Rules
from coretech.kit.refusal import Refused
from tests.factories import cycle_factories as made

pytestmark = pytest.mark.usefixtures("stage")
STATE = Sheet.State


def test_a_period_is_published_without_an_agency_only_with_a_reason_and_never_twice() -> None:
    cycle = made.opened()
    made.accepted(cycle.sheet())
    made.filled(cycle.sheet("motc"), "officer-motc", progress="secret draft")
    by = made.acting("controller-1")

    with pytest.raises(Refused, match="motc"):
        publish_period(by, cycle.period.pk)
    publish_period(by, cycle.period.pk, "逾期未報。")
    blank = Entry.objects.get(sheet__agency__code="motc", work_key="")
    assert (blank.progress, blank.own_light) == ("", "")
    assert not Entry.objects.filter(progress__contains="secret").exists()
    with pytest.raises(Refused, match="not published twice"):
        publish_period(by, cycle.period.pk, "x")
    with pytest.raises(Refused, match="no longer change"):
        save_draft(
            made.acting("officer-motc"), cycle.sheet("motc").pk, blank.element_key, PartContent(progress="x")
        )


@pytest.mark.parametrize("model", [Entry, MeasureStanding, SheetStep, Observation])
def test_the_database_refuses_to_change_what_is_published(model: type[Entry]) -> None:
    made.published(made.opened())
    table = model._meta.db_table  # noqa: SLF001 - Django's own name for what a model says of itself

    for statement in ("UPDATE {} SET id = id", "DELETE FROM {}"):
        with (
            pytest.raises(ProgrammingError, match="Cannot update or delete"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.format(table))


def test_a_late_fact_is_filed_ruled_by_another_and_stands_beside_the_entry() -> None:
    cycle = made.published(made.opened())
    entry = Entry.objects.get(sheet__agency__code="moea", work_key="")
    with pytest.raises(Refused) as refused:
        file_amendment(made.acting("officer-motc"), entry.pk, "x", "y")
    assert refused.value.status == 403
    with pytest.raises(Refused) as refused:
        file_amendment(made.acting("officer-moea"), entry.pk, " ", "y")
    assert refused.value.field == "text"

    file_amendment(made.acting("officer-moea"), entry.pk, "輔導家數應為4家。", "漏計一家。")
    amendment = Amendment.objects.get()
    with pytest.raises(Refused) as refused:
        rule_amendment(made.acting("public"), amendment.pk, accepted=True)
    assert refused.value.status == 404
    with pytest.raises(Refused) as refused:
        rule_amendment(made.acting("controller-1"), amendment.pk, accepted=False)
    assert refused.value.field == "why"
    rule_amendment(made.acting("controller-1"), amendment.pk, accepted=True)
    with pytest.raises(Refused, match="ruled on already"):
        rule_amendment(made.acting("controller-2"), amendment.pk, accepted=True)
    assert Entry.objects.get(pk=entry.pk).progress == "平台已完成規劃。"
    assert cycle.period.state == "published"


def test_a_figure_in_another_unit_is_converted_or_refused_with_a_sentence() -> None:
    cycle = made.opened()
    sheet = next(
        each
        for each in Sheet.objects.select_related("agency", "period__version")
        if parts_of(each)[0].indicators
    )
    (part,) = parts_of(sheet)
    (asked,) = part.indicators
    by = made.acting(f"officer-{sheet.agency.code}")
    wrong = {"value": ("三家", "家"), "unit": ("3", "公噸"), "none": ("3", "")}

    for value, unit in wrong.values():
        with pytest.raises(Refused) as refused:
            save_draft(by, sheet.pk, part.key, PartContent(actuals={asked.key: ActualSaid(value, unit)}))
        assert (refused.value.status, refused.value.field) == (422, f"actual-{asked.key}-value")
    save_draft(by, sheet.pk, part.key, PartContent(actuals={asked.key: ActualSaid("１,２00", "家", "0.2")}))
    assert SheetDraft.objects.get().content["actuals"][asked.key]["value"] == "1200"
    save_draft(by, sheet.pk, part.key, PartContent(actuals={asked.key: ActualSaid("-", "家")}))
    assert SheetDraft.objects.get().content["actuals"] == {}
    assert cycle.plan.slug


def test_reminders_go_to_officers_and_once_late_to_heads_too_once_a_day() -> None:
    cycle = made.opened()
    made.submitted(cycle.sheet("motc"), "officer-motc")

    first = remind(made.acting("controller-1"), cycle.period.pk)
    assert told(first.seq) == {"officer-moea", "head-motc"}
    with pytest.raises(Refused, match="went out today"):
        remind(made.acting("controller-2"), cycle.period.pk)
    late = remind(made.acting("controller-1", cycle.period.due_on + dt.timedelta(days=1)), cycle.period.pk)
    assert told(late.seq) == {"officer-moea", "head-moea", "head-motc"}


def told(seq: int) -> set[str]:
    return {
        str(name)
        for name in Outbox.objects.filter(act__seq=seq).values_list("recipient__username", flat=True)
    } - {
        "agency-moea",
        "agency-motc",
    }


def test_the_controller_sets_the_rules_of_the_lights() -> None:
    cycle = made.opened()
    rules = Rules(made.FIRST, Decimal("0.9"), Decimal("0.5"))

    with pytest.raises(Refused) as refused:
        set_light_rules(made.acting("officer-moea"), cycle.plan.slug, rules, "x")
    assert refused.value.status == 403
    with pytest.raises(Refused) as refused:
        set_light_rules(made.acting("controller-1"), cycle.plan.slug, rules, " ")
    assert refused.value.status == 422
    set_light_rules(made.acting("controller-1"), cycle.plan.slug, rules, "依行政院函。")
    assert rules_of(cycle.plan, made.FIRST) == rules
