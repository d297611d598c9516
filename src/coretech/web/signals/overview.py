"""Signals by technology: what has most that is new since it was assessed stands first; and one technology's stream."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.lists.corpus import item_address
from coretech.apps.watch.models import Assessment
from coretech.apps.watch.operations import assess_signals, log_scan
from coretech.apps.watch.scanning.assessing import Followed, assessments_of, followed, since
from coretech.apps.watch.signals.gathering import require_reader, stream
from coretech.apps.watch.signals.topics import Topic, find_topic
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.lists.words import title_of
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.signals.words import brief_day, kind_tag, linked, named, row_of, verdict_tag
from coretech.web.work.areas import areas

_LINK = Markup('<a class="govuk-link" href="{}">{}</a>')
_OVERVIEW = (
    Column(Sentence("技術", "Technology")),
    Column(Sentence("新訊號", "New"), numeric=True),
    Column(Sentence("全部", "All"), numeric=True),
    Column(Sentence("最近一則", "The newest")),
    Column(Sentence("最近的評估", "Last assessed")),
)
STREAM = (
    Column(Sentence("日期", "Day")),
    Column(Sentence("種類", "Kind")),
    Column(Sentence("訊號", "Signal")),
    Column(Sentence("來源", "Source")),
)
_PAST = (
    Column(Sentence("日期", "Day")),
    Column(Sentence("評估", "Assessment")),
    Column(Sentence("理由", "Reasons")),
    Column(Sentence("評估者", "By")),
)


@require_safe
def signals(request: HttpRequest) -> HttpResponse:
    """Every technology; for the Office and officers of agencies."""
    by = acting(request)
    rows = followed(by)
    context = {
        "columns": _OVERVIEW,
        "fresh": [_row(each) for each in rows if each.fresh],
        "quiet": [_quiet(each) for each in rows if not each.fresh],
        "logs": refusal_of(log_scan.check, by) is None,
        "areas": areas(by, "signals"),
    }
    return render(request, "signals/signals.jinja", context)


@require_safe
def signals_of(request: HttpRequest, signal_topic: str) -> HttpResponse:
    """One technology's stream, the newest first, and what was made of it. HTTP 404 where there is none."""
    by = acting(request)
    require_reader(by)
    topic = find_topic(signal_topic)
    found, past = stream(by, topic), assessments_of(by, topic)
    newest = past[0] if past else None
    fresh = {each.key for each in since(found, newest)}
    context = {
        "topic": topic,
        "name": named(topic),
        "columns": STREAM,
        "rows": [row_of(each, fresh=newest is not None and each.key in fresh) for each in found],
        "fresh": len(fresh),
        "newest": newest,
        "verdict_tag": verdict_tag,
        "past_columns": _PAST,
        "past": [_past(each) for each in past[1:]],
        "refusal": refusal_of(assess_signals.check, by),
        "pages": list(_pages(topic)),
        "listed": [
            linked(
                item_address(each.version.code, each.code),
                f"{title_of(each.version)} {each.code} {say(each.name)}",
            )
            for each in topic.listed
        ],
        "logs": refusal_of(log_scan.check, by) is None,
    }
    return render(request, "signals/stream.jinja", context)


def _row(each: Followed) -> list[object]:
    newest, past = (each.signals[0] if each.signals else None), each.assessment
    address = reverse("signals_of", args=[each.topic.key])
    return [
        _LINK.format(address, named(each.topic)),
        len(each.fresh),
        len(each.signals),
        "–" if newest is None else _brief(kind_tag(newest.kind), brief_day(newest)),
        tr("尚未評估", "Not yet")
        if past is None
        else _brief(verdict_tag(past.verdict), both_dates(past.at.astimezone(TAIPEI).date())),
    ]


def _quiet(each: Followed) -> Markup:
    """A technology with nothing new: its name, with what was last made of it."""
    link = _LINK.format(reverse("signals_of", args=[each.topic.key]), named(each.topic))
    return (
        link
        if each.assessment is None
        else Markup("{} {}").format(link, verdict_tag(each.assessment.verdict))
    )


def _pages(topic: Topic) -> Iterator[Markup]:
    """The pages of the technology: the item's, and that of the watch."""
    if topic.number is not None:
        yield linked(topic.href, tr(f"清單第{topic.number}項", f"Item {topic.number} of the list"))
    if topic.watched:
        yield linked(f"/watch/{topic.watched}/", tr("觀測指標", "What the watch counts"))
    if topic.href and topic.number is None and not topic.watched:
        yield linked(topic.href, tr("這項技術的頁面", "The technology’s own page"))


def _past(row: Assessment) -> list[object]:
    address = reverse("signal_assessment", args=[row.pk])
    return [
        _LINK.format(address, both_dates(row.at.astimezone(TAIPEI).date())),
        verdict_tag(row.verdict),
        row.reasons,
        "–" if row.by is None else say(row.by.name),
    ]


def _brief(mark: Markup, when: str | Markup) -> Markup:
    return Markup("{}<br>{}").format(mark, when)
