"""Whatever is tried in whatever order: locked is immutable, nobody signs the own submission, nothing leaks early."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.apps.audit.acting import Acting
from coretech.apps.people.models import Posting
from coretech.apps.reports.cycle.published import measures_of
from coretech.apps.reports.models import Entry, Observation, ReportingPeriod, Sheet, SheetStep
from coretech.apps.reports.operations.check_sheet import check_sheet
from coretech.apps.reports.operations.publish_period import publish_period
from coretech.apps.reports.operations.return_sheet import return_sheet
from coretech.apps.reports.operations.save_draft import save_draft
from coretech.apps.reports.operations.sign_sheet import sign_sheet
from coretech.apps.reports.operations.submit_sheet import submit_sheet
from coretech.apps.reports.sheets.access import may_read_content
from coretech.apps.reports.sheets.parts import Part, parts_of
from coretech.kit.refusal import Refused
from tests.factories import cycle_factories as made

pytestmark = pytest.mark.usefixtures("stage")
WHO = ("officer-moea", "officer-motc", "head-moea", "controller-1", "controller-2", "public")
STEPS = ("save", "submit", "sign", "check", "return", "publish")
Tried = list[tuple[str, str]]
LIKELY: Tried = [
    *(("officer-moea", "save"), ("officer-moea", "submit"), ("head-moea", "sign")),
    *(("controller-1", "check"), ("controller-1", "publish")),
]


class Undo(Exception):  # noqa: N818 - no error: it rolls the example back
    """Raised at the end of an example."""


def do(step: str, by: Acting, sheet: Sheet, part: Part) -> None:
    acts: dict[str, Callable[[], object]] = {
        "save": lambda: save_draft(by, sheet.pk, part.key, made.written(part, f"word of {by.username}")),
        "submit": lambda: submit_sheet(by, sheet.pk),
        "sign": lambda: sign_sheet(by, sheet.pk),
        "check": lambda: check_sheet(by, sheet.pk),
        "return": lambda: return_sheet(by, sheet.pk, {part.key: "x"}, "x"),
        "publish": lambda: publish_period(by, sheet.period_id, "the others are late"),
    }
    with suppress(Refused):
        acts[step]()


def published_words() -> list[tuple[object, ...]]:
    entries = Entry.objects.order_by("pk").values_list("pk", "progress", "own_light", "standing")
    return [*entries, *Observation.objects.order_by("pk").values_list("pk", "value", "period_id")]


def sound(cycle: made.Cycle, acts: dict[str, Acting]) -> Iterator[tuple[str, bool]]:
    """What must hold at every moment, with its name."""
    period, sheet = ReportingPeriod.objects.get(pk=cycle.period.pk), cycle.sheet()
    opened = period.state == ReportingPeriod.State.OPEN
    yield (
        "nothing is published while the period is open",
        not (opened and (measures_of(period) or published_words())),
    )
    yield "the public reads no sheet", not may_read_content(acts["public"], sheet)
    yield "another agency reads no sheet", not may_read_content(acts["officer-motc"], sheet)
    unsigned = sheet.state in {"open", "submitted", "returned"}
    yield (
        "the controller reads nothing unsigned",
        not (unsigned and may_read_content(acts["controller-1"], sheet)),
    )
    steps = SheetStep.objects.filter(sheet=sheet)
    for version in sheet.versions.all():
        mine = steps.filter(version=version)
        signers = set(mine.filter(step="sign").values_list("by", flat=True))
        checkers = set(mine.filter(step="accept").values_list("by", flat=True))
        yield "nobody signs the own submission", version.submitted_by_id not in signers
        yield "nobody checks what they signed", not checkers & (signers | {version.submitted_by_id})
    entry = Entry.objects.filter(sheet=sheet, work_key="").first()
    accepted = steps.filter(step="accept").exists()
    yield "what was never accepted is not published", entry is None or accepted or not entry.progress


@settings(max_examples=12)
@given(st.lists(st.tuples(st.sampled_from(WHO), st.sampled_from(STEPS)), max_size=6), st.integers(0, 5))
def test_any_sequence_of_steps_keeps_what_must_hold(noise: Tried, place: int) -> None:
    with suppress(Undo), transaction.atomic():
        cycle = made.opened()
        made.post("officer-moea", "moea", Posting.Kind.HEAD)
        made.post("officer-moea", "ndc", Posting.Kind.CONTROLLER)
        (part,) = parts_of(cycle.sheet())
        acts = {name: made.acting(name) for name in WHO}
        locked: list[tuple[object, ...]] = []
        for who, step in [*LIKELY[:place], *noise, *LIKELY[place:], *noise]:
            do(step, acts[who], cycle.sheet(), part)
            if locked:
                assert published_words() == locked
            elif cycle.sheet().state == Sheet.State.LOCKED:
                locked = published_words()
            assert [name for name, holds in sound(cycle, acts) if not holds] == []
        raise Undo
