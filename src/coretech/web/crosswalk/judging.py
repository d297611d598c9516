"""One mapping with its reasons, judging it by one press, and the queue of those that wait."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.lists.mappings import Judged, find_mapping
from coretech.apps.lists.models import MappingJudgement
from coretech.apps.lists.operations import judge_mapping
from coretech.apps.lists.operations.judge_mapping import LONGEST_WHY, Verdict
from coretech.apps.lists.queue import next_waiting, waiting
from coretech.apps.lists.relations import JUDGED, WORDS, Judgement
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.crosswalk.ends import ends_of
from coretech.web.crosswalk.words import state_tag
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.parts import Event
from coretech.web.shell.words import both, say, tr


@dataclass(frozen=True, slots=True)
class Press:
    """A button that judges: what it sends, its words, its key, and the reason it stands for."""

    value: str
    words: Sentence
    key: str
    judgement: str
    relation: str = ""
    why: Sentence | None = None


_OTHERS = tuple(
    Press(f"other:{relation}", word.word, str(at), Judgement.OTHER.value, relation)
    for at, (relation, word) in enumerate(WORDS.items(), 1)
)
_REST = (
    Press(
        "rejected:technology",
        Sentence("不成立：是不同的技術", "Rejected: another technology"),
        "r",
        Judgement.REJECTED.value,
        why=Sentence("是不同的技術", "another technology"),
    ),
    Press(
        "rejected:wording",
        Sentence("不成立：只是用字相同", "Rejected: only words in common"),
        "w",
        Judgement.REJECTED.value,
        why=Sentence("只是用字相同", "only words in common"),
    ),
    Press(
        "unsure",
        Sentence("不確定：現有資料不足", "Unsure: too little is known"),
        "u",
        Judgement.UNSURE.value,
        why=Sentence("現有資料不足以判斷", "too little is known to tell"),
    ),
)
_ACCEPT = Press("accepted", Sentence("成立", "Accept"), "a", Judgement.ACCEPTED.value)
PRESSES = {each.value: each for each in (_ACCEPT, *_OTHERS, *_REST)}


class VerdictForm(forms.Form):
    """One press, and what somebody wants to add."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=both("判斷", "Judgement"), choices=[(each, each) for each in PRESSES], widget=forms.HiddenInput
    )
    why = forms.CharField(
        label=both("補充理由（選填）", "Anything to add (optional)"),
        help_text=both("會公開，請勿寫入個人資料。", "It is public; name nobody."),
        max_length=LONGEST_WHY - 100,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def verdict_given(self) -> Verdict:
        """What the press says; for a valid form."""
        press = PRESSES[self.cleaned_data["verdict"]]
        ready = "" if press.why is None else str(press.why)
        why = " – ".join(filter(None, (ready, self.cleaned_data["why"].strip())))
        return Verdict(press.judgement, why, press.relation)


@require_http_methods(["GET", "HEAD", "POST"])
def mapping(request: HttpRequest, mapping_pk: int) -> HttpResponse:
    """A mapping with its reasons and judgements, and the buttons for those who judge. Public; HTTP 404 for none.

    ``?queue=1`` goes on to the next one that waits, of ``left`` and ``right`` where those are told.
    """
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    found = find_mapping(mapping_pk)
    form = VerdictForm(sent(request), initial={"seen": judge_mapping.newest_judgement(mapping_pk)})
    if form.is_bound and attempt(
        form,
        lambda: judge_mapping.judge_mapping(by, mapping_pk, form.verdict_given(), form.cleaned_data["seen"]),
    ):
        told = Sentence("判斷已登錄。", "The judgement is recorded.")
        return (
            _on(request, mapping_pk) if "queue" in request.GET else done(request, told, "mapping", mapping_pk)
        )
    refusal = refusal_of(judge_mapping.check, by)
    ends = ends_of(found, by.today)
    context = {
        "form": form,
        "found": found,
        "ends": ends,
        "why": _why(found),
        "carried": _carried(found),
        "relation": WORDS[found.relation],
        "state": state_tag(found),
        "events": [_event(each, named=refusal is None) for each in found.mapping.judgements.order_by("-pk")],
        "accept": _ACCEPT,
        "others": [each for each in _OTHERS if each.relation != found.mapping.relation],
        "rest": _REST,
        "refusal": refusal,
        "signed_in": by.account_id is not None,
        "next": _next(request, mapping_pk) if refusal is None else None,
        "before": _before(request),
        "queue": _query(request),
    }
    return draw(request, "crosswalk/mapping.jinja", context, form)


@require_safe
def mapping_queue(request: HttpRequest) -> HttpResponse:
    """The next mapping that waits, or that none does. For those who judge."""
    by = acting(request)
    judge_mapping.check(by)
    chosen = _chosen(request)
    found = next_waiting(*chosen)
    if found is not None:
        return redirect(f"{reverse('mapping', args=[found.mapping.pk])}?{_query(request)}")
    return draw(
        request, "crosswalk/done.jinja", {"chosen": all(chosen), "pair": chosen, "before": _before(request)}
    )


def _on(request: HttpRequest, judged: int) -> HttpResponse:
    left, right = _chosen(request)
    query = urlencode({"left": left, "right": right, "after": judged})
    return redirect(f"{reverse('mapping_queue')}?{query}")


def _query(request: HttpRequest) -> str:
    """What is carried along the queue."""
    left, right = _chosen(request)
    after = request.GET.get("after", "")
    return urlencode({"queue": 1, "left": left, "right": right, "after": after if after.isdigit() else ""})


def _chosen(request: HttpRequest) -> tuple[str, str]:
    return request.GET.get("left", "")[:60], request.GET.get("right", "")[:60]


def _before(request: HttpRequest) -> int | None:
    """The mapping judged just now, for looking at it again."""
    after = request.GET.get("after", "")
    return int(after) if after.isascii() and after.isdigit() and len(after) < 19 else None  # noqa: PLR2004 - as many digits as a row's number has


def _next(request: HttpRequest, mapping_pk: int) -> tuple[int, Markup] | None:
    """How many more wait, and the one that comes next."""
    if "queue" not in request.GET:
        return None
    chosen = _chosen(request)
    left = waiting(*chosen).exclude(pk=mapping_pk).count()
    coming = next_waiting(*chosen, passing=mapping_pk)
    if coming is None:
        return (left, Markup(""))
    names = [say(coming.mapping.left.name), say(coming.far_name)]
    return (left, Markup("{} ↔ {}").format(*names))


def _why(found: Judged) -> list[str]:
    """The reasons of a proposal, one a line."""
    row, why = found.mapping, found.mapping.why
    lines = []
    if row.score is not None:
        lines.append(tr(f"相似度 {row.score:.2f}（0到1）", f"Likeness {row.score:.2f} (of 0 to 1)"))
    terms = tr("、", ", ").join(
        f"{left} = {right}" if left != right else str(left) for left, right, _ in why.get("terms", ())
    )
    if terms:
        lines.append(tr(f"兩邊都有：{terms}", f"Said by both: {terms}"))
    if covered := why.get("covered"):
        one, other = (round(100 * share) for share in covered)
        lines.append(
            tr(
                f"左邊名稱的{one}%見於右邊，右邊名稱的{other}%見於左邊",
                f"{one}% of the left name is said on the right, {other}% of the right name on the left",
            )
        )
    if words := why.get("words"):
        lines.append(tr(f"提出的理由：{words}", f"Why it was proposed: {words}"))
    return lines


def _carried(found: Judged) -> tuple[int, str] | None:
    """The mapping between items of the same names that it was carried over from, and what was judged of it."""
    told = found.mapping.why.get("carried")
    return None if told is None else (int(told["mapping"]), say(JUDGED[str(told["judgement"])]))


def _event(row: MappingJudgement, *, named: bool) -> Event:
    words = JUDGED[row.judgement]
    if row.judgement == Judgement.OTHER:
        relation = WORDS[row.relation].word
        words = Sentence(f"成立，關係為「{relation.zh}」", f"accepted as “{relation.en}”")
    who = row.by.name if named and row.by is not None else None
    return Event(row.at, words, who, _told(row.why) if row.why else None)


def _told(why: str) -> Sentence:
    """Why, with the reason of a press in the language of the page; what somebody added stays as it was written."""
    for ready in (each.why for each in _REST if each.why is not None):
        if why.startswith(str(ready)):
            added = why.removeprefix(str(ready))
            return Sentence(ready.zh + added, ready.en + added)
    return Sentence(why, why)
