"""One round: what is to be done, what the law says of it, what was found, and the agency's rounds before it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.models import Keeper, Round
from coretech.apps.inventory.operations import (
    acknowledge_round,
    name_keeper,
    open_round,
    report_round,
    review_round,
)
from coretech.apps.inventory.yearly.facts import newest_review, owed_by, unreviewed
from coretech.apps.inventory.yearly.keepers import keeper_on
from coretech.apps.inventory.yearly.rounds import find_round, visible_rounds
from coretech.apps.people.kinds import source_of_kind
from coretech.apps.people.models import Agency
from coretech.kit.refusal import Refused
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.rounds.words import AGENCY_KINDS, KEEPERS, STATUSES, state_tag, title_of
from coretech.web.shell.parts import Column, Tag, Task

_DONE = Tag(Sentence("完成", "Done"), "green")
_NOTHING = Tag(Sentence("結果為無", "Nothing found"), "green")
_TO_DO = Tag(Sentence("待辦", "To do"), "blue")
_NOT_YET = Tag(Sentence("尚不能辦理", "Cannot start yet"), "grey")
_CANDIDATES = (Column(Sentence("候選項目", "Candidate")), Column(Sentence("案件", "Case")))
_REVIEWS = (
    Column(Sentence("審查會日期", "The panel met on")),
    Column(Sentence("出席", "Attended"), numeric=True),
    Column(Sentence("贊成", "In favour"), numeric=True),
    Column(Sentence("意見", "Opinion")),
)
_EARLIER = (Column(Sentence("盤點", "Round")), Column(Sentence("結果", "Result")))


@require_safe
def round_page(request: HttpRequest, round_id: int) -> HttpResponse:
    """The round for its agency and the Office."""
    by = acting(request)
    found = find_round(by, round_id)
    owed = owed_by([found.agency], [found], by.today, found.year)[found.agency.code]
    context = {
        "round": found,
        "title": title_of(found),
        "state": state_tag(found),
        "agency": found.agency.name_on(by.today),
        "kind": AGENCY_KINDS[Agency.Kind(found.agency.kind)],
        "kind_source": source_of_kind(found.agency),
        "tasks": _tasks(by, found),
        "duties": [(duty, STATUSES[duty.status]) for duty in owed.values()],
        "candidate_columns": _CANDIDATES,
        "candidates": [(each, getattr(each, "case", None)) for each in found.candidates.all()],
        "unreviewed": unreviewed(found),
        "review_columns": _REVIEWS,
        "reviews": sorted(found.reviews.all(), key=lambda review: -review.pk),
        "earlier_columns": _EARLIER,
        "earlier": [(each, title_of(each), state_tag(each)) for each in _others(by, found)],
        "acknowledge": refusal_of(acknowledge_round.check, by, found),
    }
    return render(request, "rounds/round.jinja", context)


def _others(by: Acting, found: Round) -> list[Round]:
    return list(visible_rounds(by).filter(agency=found.agency).exclude(pk=found.pk))


def _tasks(by: Acting, found: Round) -> list[Task]:
    """The round's steps in their order."""
    return [
        _keeper(by, found),
        _opened(by, found),
        _looked(found),
        _reviewed(by, found),
        _reported(by, found),
    ]


def _keeper(by: Acting, found: Round) -> Task:
    keeper = keeper_on(found.agency, by.today)
    may = refusal_of(name_keeper.check, by, found.agency.code) is None
    page = reverse("keeper_new", args=[found.agency.code]) if may else None
    tag = _TO_DO if keeper is None else _DONE
    return _task(Sentence("指定專責單位或專人", "Name the keeper"), tag, page, _kept_by(keeper))


def _kept_by(keeper: Keeper | None) -> Sentence | None:
    if keeper is None:
        return None
    kind = KEEPERS[Keeper.Kind(keeper.kind)]
    return Sentence(f"{kind.zh}：{keeper.name}", f"{kind.en}: {keeper.name}")


def _opened(by: Acting, found: Round) -> Task:
    title = Sentence("開始盤點，訂定期限及範圍", "Open the round: its due day and scope")
    if found.due_on is None:
        refusal = refusal_of(open_round.check, by, found.agency)
        return _step(title, reverse("round_open", args=[found.agency.code]), refusal, done=False)
    due = said(found.due_on)
    return _task(title, _DONE, None, Sentence(f"期限：{due.zh}", f"Due {due.en}"))


def _looked(found: Round) -> Task:
    count = len(found.candidates.all())
    hint = Sentence(
        f"目前{count}項；沒有可能項目，也要審查並提報。",
        f"{count} so far. Where nothing is found, that is reviewed and reported as well.",
    )
    title = Sentence("登錄候選項目", "Record candidates")
    tag = _DONE if count else _NOTHING if found.nil else _TO_DO
    return _task(title, tag, reverse("candidate_new"), hint)


def _reviewed(by: Acting, found: Round) -> Task:
    done = newest_review(found) is not None and not unreviewed(found)
    refusal = refusal_of(review_round.check, by, found)
    title = Sentence("專家審查會審查全部結果", "The panel reviews all of it")
    return _step(title, reverse("round_review", args=[found.pk]), refusal, done=done)


def _reported(by: Acting, found: Round) -> Task:
    done = found.state == Round.State.REPORTED
    refusal = refusal_of(report_round.check, by, found)
    title = Sentence("經辦公室提報", "Report through the Office")
    return _step(title, reverse("round_report", args=[found.pk]), refusal, done=done)


def _step(title: Sentence, page: str, refusal: Refused | None, *, done: bool) -> Task:
    if done:
        return _task(title, _DONE)
    return _task(title, _TO_DO, page) if refusal is None else _task(title, _NOT_YET, None, refusal.sentence)


def _task(title: Sentence, tag: Tag, page: str | None = None, hint: Sentence | None = None) -> Task:
    return Task(title, tag.words, page, tag.colour, hint)
