"""The steps that carry an item: what each asks, runs and says afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations import (
    adopt_without_objection,
    annul_vote,
    close_vote,
    count_hands,
    defer_item,
    note_item,
    open_vote,
    record_hands,
    record_paper_declarations,
    settle_reading,
)
from coretech.kit.sentence import Sentence
from coretech.web.meetings import vote_forms as votes
from coretech.web.meetings.gates import Gate, gate_of
from coretech.web.meetings.item_forms import DEFER, HANDS, PAPER, HandsForm, PaperForm


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the check behind its button, the operation, and the sentence on the next page."""

    check: Callable[[Acting, Item], object]
    run: Callable[[Acting, Item, forms.Form], Act]
    afterwards: Sentence


def _paper(by: Acting, item: Item, form: forms.Form) -> Act:
    ticked = cast("PaperForm", form).ticked()
    return record_paper_declarations.record_paper_declarations(by, item.pk, ticked)


def _hands(by: Acting, item: Item, form: forms.Form) -> Act:
    return record_hands.record_hands(by, item.pk, cast("HandsForm", form).hands())


def _count(by: Acting, item: Item, form: forms.Form) -> Act:
    return count_hands.count_hands(by, item.pk, count_hands.Hands(**form.cleaned_data))


def _open(by: Acting, item: Item, form: forms.Form) -> Act:
    method = form.cleaned_data["method"] or Item.Method.NAMED.value
    return open_vote.open_vote(by, item.pk, method, changes=form.cleaned_data["changes"])


def _adopt(by: Acting, item: Item, form: forms.Form) -> Act:
    return adopt_without_objection.adopt_without_objection(by, item.pk, asked=form.cleaned_data["asked"])


def _settle(by: Acting, item: Item, form: forms.Form) -> Act:
    return settle_reading.settle_reading(by, item.pk, form.cleaned_data["reading"], form.cleaned_data["why"])


STEPS: Mapping[str, Step] = {
    PAPER: Step(
        record_paper_declarations.check,
        _paper,
        Sentence("紙本申報已登錄。", "The paper declarations are entered."),
    ),
    votes.OPEN: Step(
        open_vote.check,
        _open,
        Sentence("已宣布表決，委員可以投票。", "The vote is open; members can vote now."),
    ),
    votes.ADOPT: Step(
        adopt_without_objection.check,
        _adopt,
        Sentence("本案無異議通過。", "The item is adopted without objection."),
    ),
    votes.NOTE: Step(
        note_item.check,
        lambda by, item, _: note_item.note_item(by, item.pk),
        Sentence("報告事項已洽悉。", "The report is noted."),
    ),
    DEFER: Step(
        defer_item.check,
        lambda by, item, form: defer_item.defer_item(by, item.pk, form.cleaned_data["why"]),
        Sentence("本案保留，可排入下次議程。", "The item is deferred; its case may go on another agenda."),
    ),
    HANDS: Step(record_hands.check, _hands, Sentence("舉手表決已登錄。", "The show of hands is entered.")),
    votes.COUNT: Step(
        count_hands.check,
        _count,
        Sentence(
            "點票已登錄，表決結束後公布。", "The count is entered; it is shown once the vote is closed."
        ),
    ),
    votes.CLOSE: Step(
        close_vote.check,
        lambda by, item, _: close_vote.close_vote(by, item.pk),
        Sentence("表決已結束。", "The vote is closed."),
    ),
    votes.SETTLE: Step(
        settle_reading.check, _settle, Sentence("已認定採用的解讀。", "It is settled which reading applies.")
    ),
    votes.ANNUL: Step(
        annul_vote.check,
        lambda by, item, form: annul_vote.annul_vote(by, item.pk, form.cleaned_data["why"]),
        Sentence("本次表決作廢，可以重新表決。", "This vote is annulled; it can be held anew."),
    ),
}


def step_gates(by: Acting, item: Item) -> Mapping[str, Gate]:
    """The buttons of the reader's own role, by step."""
    gates = {name: gate_of(step.check, by, item) for name, step in STEPS.items()}
    return {name: gate for name, gate in gates.items() if gate is not None}
