"""One find to be judged, in its queue: by buttons, or by keys where scripts run."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.finds.catalogue import Entry, read
from coretech.apps.inventory.finds.comparing import project_of
from coretech.apps.inventory.finds.explained import carried_by, learned_of
from coretech.apps.inventory.finds.finding import find_find
from coretech.apps.inventory.finds.judgements import shown_to, word_of
from coretech.apps.inventory.finds.portfolios import find_portfolio
from coretech.apps.inventory.finds.queue import Queue, Why, queue_of
from coretech.apps.inventory.finds.using import readiness_of
from coretech.apps.inventory.models import Find, FindJudgement
from coretech.apps.inventory.operations import assess_readiness, judge_find, propose_find
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.finds.again import elsewhere
from coretech.web.finds.marking import marked
from coretech.web.finds.words import NONE, QUEUES, REASONS, VERDICTS, WHY
from coretech.web.finds.written import as_written
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both, say

_UNDONE = Sentence("已取消判斷。", "The judgement is taken back.")


class JudgeForm(forms.Form):
    """The word on a find."""

    verdict = forms.ChoiceField(choices=FindJudgement.Verdict.choices)
    reason = forms.ChoiceField(choices=FindJudgement.Reason.choices, required=False)
    note = forms.CharField(
        label=both("說明（選填）", "Note, if you like"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=judge_find.LONGEST_NOTE,
        required=False,
    )

    def __init__(
        self, find: Find, entries: dict[str, Entry], data: Mapping[str, object] | None = None
    ) -> None:
        """Offer the items most like the project first, then all others."""
        super().__init__(_with_verdict(data), initial={"item": find.item})
        scores = {find.item: find.score} | dict(find.others)
        order = sorted(entries, key=lambda key: -scores.get(key, -1.0))
        self.fields["item"] = forms.ChoiceField(
            label=both("列入哪一項技術", "The technology it is accepted for"),
            choices=[
                ("", say(NONE)),
                *((key, _named(entries[key], scores.get(key))) for key in order),
            ],
            required=False,
        )


def _with_verdict(data: Mapping[str, object] | None) -> Mapping[str, object] | None:
    """A button that says why also says that the find is set aside."""
    if data is None or data.get("verdict") or not data.get("reason"):
        return data
    return {**{name: data[name] for name in data}, "verdict": FindJudgement.Verdict.SET_ASIDE.value}


def _named(entry: Entry, score: float | None) -> str:
    told = f" – {score:.2f}" if score is not None else ""
    return f"{say(entry.name)}{told}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a find stands in its queue: the one before and after, how many are left, and why it is asked."""

    before: str | None
    after: str | None
    left: int
    why: Why | None


@require_safe
def portfolio_queue(request: HttpRequest, portfolio_id: int, queue: str) -> HttpResponse:
    """Go to the first find that waits in the queue, or say that none does."""
    by = acting(request)
    found = find_portfolio(by, portfolio_id)
    if queue not in set(Queue):
        raise not_found("沒有這個清單。", "There is no such queue.")
    waiting = queue_of(by, found, Queue(queue))
    if waiting:
        return redirect(_page(waiting[0][0], Queue(queue)))
    return draw(request, "finds/nothing.jinja", {"portfolio": found, "queue": QUEUES[Queue(queue)]})


@require_http_methods(["GET", "HEAD", "POST"])
def find_page(request: HttpRequest, find_id: int) -> HttpResponse:
    """The project beside the item, with what carried the score; a word on it leads to the next."""
    by = acting(request)
    find = find_find(by, find_id)
    queue = _queue(request)
    second = queue is Queue.SECOND
    entries = {entry.key: entry for entry in read(find.portfolio.catalogue)}
    form = JudgeForm(find, entries, sent(request))
    if form.is_bound and attempt(
        form, lambda: judge_find.judge_find(by, find.pk, _judged(form), second=second)
    ):
        return _onward(request, find, queue, str(form.cleaned_data["verdict"]))
    word = shown_to(word_of(find), find.portfolio, by.person_id)
    context = {
        **_beside(find, entries),
        "find": find,
        "form": form,
        "queue": queue,
        "place": _place(by, find, queue),
        "queues": QUEUES,
        "why": WHY,
        "word": word,
        "verdicts": VERDICTS,
        "reasons": REASONS,
        "elsewhere": elsewhere(find),
        "last": _last(request, by, find),
        "refusal": refusal_of(judge_find.check, by, find, second=second),
        "ready": refusal_of(assess_readiness.check, by, find) is None,
        "readiness": readiness_of(find),
        "propose": refusal_of(propose_find.check, by, [find]) is None,
    }
    return draw(request, "finds/find.jinja", context, form)


def _beside(find: Find, entries: dict[str, Entry]) -> dict[str, object]:
    """The project and the item with the words that carried the score marked."""
    project, entry = project_of(find), entries.get(find.item)
    carried = carried_by(project, entry) if entry else ()
    return {
        "project": project,
        "entry": entry,
        "nothing": NONE,
        "project_text": marked(project.text, [each.left for each in carried]),
        "entry_text": marked(entry.text, [each.right for each in carried]) if entry else "",
        "carried": carried,
        "learned": [
            (as_written(each.term), each.weight) for each in learned_of(project, find.item, find.batch.model)
        ],
    }


def _judged(form: JudgeForm) -> judge_find.Judged:
    data = form.cleaned_data
    return judge_find.Judged(data["verdict"], data["item"], data["reason"], data["note"])


def _queue(request: HttpRequest) -> Queue:
    told = request.POST.get("queue") or request.GET.get("queue", "")
    return Queue(told) if told in set(Queue) else Queue.FIRST


def _place(by: Acting, find: Find, queue: Queue) -> Place:
    """The queue's order is made anew each time; a judged find stands before all that wait."""
    waiting = queue_of(by, find.portfolio, queue)
    keys = [key for key, _ in waiting]
    at = keys.index(find.pk) if find.pk in keys else -1
    before = _page(keys[at - 1], queue) if at > 0 else None
    after = _page(keys[at + 1], queue) if at + 1 < len(keys) else None
    return Place(before, after, len(keys), waiting[at][1] if at >= 0 else None)


def _page(find_id: int, queue: Queue) -> str:
    return f"{reverse('find', args=[find_id])}?queue={queue}"


def _onward(request: HttpRequest, find: Find, queue: Queue, verdict: str) -> HttpResponse:
    """To the next that waits, from where the last word can be taken back; back to the find where it was."""
    if verdict == FindJudgement.Verdict.UNDONE:
        response = done(request, _UNDONE, "find", find.pk)
        response["Location"] = _page(find.pk, queue)
        return response
    request.session["judged"] = find.pk
    said = VERDICTS[FindJudgement.Verdict(verdict)].words
    told = Sentence(f"前一筆：{said.zh}。", f"The one before: {said.en.lower()}.")
    return done(request, told, "portfolio_queue", find.portfolio_id, queue.value)


def _last(request: HttpRequest, by: Acting, find: Find) -> int | None:
    """The find this reader judged last in the same portfolio, for taking that back."""
    key = request.session.get("judged")
    if not isinstance(key, int) or key == find.pk:
        return None
    mine = FindJudgement.objects.filter(find=key, find__portfolio=find.portfolio_id, by=by.person_id or 0)
    return key if mine.exists() else None
