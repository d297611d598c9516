"""One portfolio: how far it has come, what is to be judged, what was accepted, and what the judgements tell."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.finds.catalogue import Entry, read
from coretech.apps.inventory.finds.judgements import words_of
from coretech.apps.inventory.finds.portfolios import allow_screening, find_portfolio
from coretech.apps.inventory.finds.queue import Queue, queue_of
from coretech.apps.inventory.finds.sealed_rows import projects_of
from coretech.apps.inventory.finds.standing import standing_of
from coretech.apps.inventory.finds.using import followed
from coretech.apps.inventory.models import Find, Portfolio
from coretech.apps.inventory.operations import hold_screening
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.finds.again import screenings_part
from coretech.web.finds.columns import FAULTS, fault_line
from coretech.web.finds.confiding import confidential_part
from coretech.web.finds.words import QUEUES, STATES
from coretech.web.sending import done, draw
from coretech.web.shell.parts import Column, Task
from coretech.web.shell.words import say

_HELD = Sentence("比對已暫停，已完成的都保留。", "Screening is held; what is done is kept.")
_RESUMED = Sentence("繼續比對。", "Screening goes on.")
_ACCEPTED = (
    Column(Sentence("計畫", "Project")),
    Column(Sentence("技術", "Technology")),
    Column(Sentence("分數", "Score"), numeric=True),
    Column(Sentence("成熟度", "Readiness"), numeric=True),
    Column(Sentence("候選項目", "Candidate")),
)
_LAYERS = (
    Column(Sentence("分數", "Scores")),
    Column(Sentence("計畫數", "Projects"), numeric=True),
    Column(Sentence("抽樣", "Sample"), numeric=True),
    Column(Sentence("已判斷", "Judged"), numeric=True),
    Column(Sentence("列入", "Accepted"), numeric=True),
)
_TO_DO, _DONE = Sentence("待判斷", "To judge"), Sentence("完成", "Done")


@require_safe
def portfolio_page(request: HttpRequest, portfolio_id: int) -> HttpResponse:
    """The portfolio for its agency, and for its panel where it opens to them."""
    by = acting(request)
    found = find_portfolio(by, portfolio_id)
    officer = refusal_of(allow_screening, by, found) is None
    context: dict[str, object] = {
        "portfolio": found,
        "agency": found.round.agency.name_on(by.today),
        "state": STATES[Portfolio.State(found.state)],
        "share": 100 * found.screened // max(found.total, 1),
        "officer": officer,
        "standing": None,
        **screenings_part(by, found),
        "fault_columns": FAULTS,
        "faults": [fault_line(each) for each in found.faults],
        **(confidential_part(by, found) if officer and found.confidential else {"confiding": None}),
    }
    if found.screened:
        context |= _judging(by, found)
    response = draw(request, "finds/portfolio.jinja", context)
    if request.headers.get("HX-Request") and found.state != Portfolio.State.SCREENING:
        response["HX-Refresh"] = "true"  # what waits to be judged stands outside the part that is asked for
    return response


@require_POST
def portfolio_hold(request: HttpRequest, portfolio_id: int) -> HttpResponse:
    """Hold the screening, or go on with it."""
    by = acting(request)
    found = find_portfolio(by, portfolio_id)
    hold = request.POST.get("hold") == "yes"
    once(lambda: hold_screening.hold_screening(by, found.pk, hold=hold))
    return done(request, _HELD if hold else _RESUMED, "portfolio", found.pk)


def _judging(by: Acting, found: Portfolio) -> dict[str, object]:
    standing, accepted = standing_of(found), _accepted(found)
    return {
        "standing": standing,
        "tasks": [_task(by, found, queue) for queue in Queue],
        "accepted_columns": _ACCEPTED,
        "accepted": accepted,
        "groupable": sum(line[-1] is None for line in accepted) > 1,
        "layer_columns": _LAYERS,
        "layers": [
            (
                f"{layer.drawn.low:.2f}–{layer.drawn.high:.2f}",
                layer.drawn.size,
                len(layer.drawn.sample),
                layer.judged,
                layer.relevant,
            )
            for layer in standing.layers
        ],
    }


def _task(by: Acting, found: Portfolio, queue: Queue) -> Task:
    """A queue with how many wait in it."""
    waiting = len(queue_of(by, found, queue))
    hint = Sentence(f"{waiting}筆", f"{waiting} waiting")
    page = reverse("portfolio_queue", args=[found.pk, queue.value])
    return Task(QUEUES[queue], _TO_DO if waiting else _DONE, page, "blue" if waiting else "green", hint)


def _accepted(found: Portfolio) -> list[list[object]]:
    """The accepted finds, the highest score first: title, item, score, readiness, candidate."""
    words = words_of(found)
    keys = [key for key, word in words.items() if word.accepted]
    rows = Find.objects.filter(pk__in=keys).select_related("row__intake").order_by("-score", "pk")
    finds = list(rows)
    projects = projects_of([find.row for find in finds])
    levels, made = followed(found)
    catalogue = Portfolio.objects.values_list("catalogue", flat=True).get(pk=found.pk)
    entries = {entry.key: entry for entry in read(catalogue)}
    return [
        [
            (find.pk, project.title),
            _item(entries, first.item) if (first := words[find.pk].first) else "",
            f"{find.score:.2f}",
            levels.get(words[find.pk].root),
            _made(made, words[find.pk].root),
        ]
        for find, project in zip(finds, projects, strict=True)
    ]


def _made(made: Mapping[int, int], root: int) -> tuple[int, int] | None:
    """The candidate made of a find, and of how many finds it was made."""
    key = made.get(root)
    return None if key is None else (key, sum(each == key for each in made.values()))


def _item(entries: Mapping[str, Entry], key: str) -> str:
    return say(entries[key].name) if key in entries else key
