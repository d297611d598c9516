"""Screening a portfolio again: what is new since, looked over and confirmed; and the screenings beside one another."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.finds.catalogue import Entry, read
from coretech.apps.inventory.finds.portfolios import allow_screening, find_portfolio
from coretech.apps.inventory.finds.renewing import Renewal, renewal_of
from coretech.apps.inventory.finds.screenings import screenings_of
from coretech.apps.inventory.models import Find, Portfolio, TermModel, UnchangedFind
from coretech.apps.inventory.operations import screen_again as screening
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.finds.words import NONE, STATES
from coretech.web.sending import done, draw, row_of
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

_BEGUN = Sentence(
    "已開始重新比對；原有的判斷在結果相同處沿用。",
    "The new screening has begun; judgements stay where it says the same as before.",
)
_SCREENINGS = (
    Column(Sentence("比對", "Screening")),
    Column(Sentence("開始", "Begun")),
    Column(Sentence("清單項目", "Items compared"), numeric=True),
    Column(Sentence("詞彙", "Learned terms")),
    Column(Sentence("狀態", "State")),
)


@require_http_methods(["GET", "HEAD", "POST"])
def portfolio_again(request: HttpRequest, portfolio_id: int) -> HttpResponse:
    """What is new since the last screening; confirmed, a new one begins."""
    by = acting(request)
    found = find_portfolio(by, portfolio_id)
    allow_screening(by, found)
    if request.method == "POST":
        foreign = request.POST.get("foreign") == "yes"
        act = once(lambda: screening.screen_again(by, found.pk, foreign=foreign))
        return done(request, _BEGUN, "portfolio", row_of(act))
    foreign = {"yes": True, "no": False}.get(request.GET.get("foreign", ""), found.foreign)
    renewal = renewal_of(found, by.today, foreign=foreign)
    context = {
        "portfolio": found,
        "foreign": foreign,
        "renewal": renewal,
        "listed": [(words, _named(entries)) for words, entries in _differences(renewal) if entries],
        "terms": (_version(found.model), _version(renewal.model)),
        "refusal": refusal_of(screening.check, by, found) or _nothing_new(renewal),
    }
    return draw(request, "finds/again.jinja", context)


def screenings_part(by: Acting, portfolio: Portfolio) -> dict[str, object]:
    """What the portfolio's page shows of its screenings: this one among them, and whether a new one is worth it."""
    rows = list(screenings_of(portfolio))
    newest = rows[-1]
    open_to = refusal_of(screening.check, by, portfolio) is None
    renewal = renewal_of(portfolio, by.today, foreign=portfolio.foreign) if open_to else None
    unchanged = UnchangedFind.objects.filter(find__portfolio=portfolio).count()
    return {
        "screening_columns": _SCREENINGS,
        "screenings": [_line(each) for each in rows] if len(rows) > 1 else [],
        "newer": newest if newest.pk != portfolio.pk else None,
        "renewal": renewal,
        "unchanged": (unchanged, portfolio.screened - unchanged) if portfolio.number > 1 else None,
    }


def elsewhere(find: Find) -> list[tuple[Find, str]]:
    """What the other screenings found of the same project, the first first, each with the item's name."""
    others = Find.objects.filter(row=find.row_id).exclude(pk=find.pk).select_related("portfolio")
    return [(each, _item_of(each)) for each in others.order_by("portfolio__number")]


def _item_of(find: Find) -> str:
    entries = read(find.portfolio.catalogue)
    return next((say(entry.name) for entry in entries if entry.key == find.item), say(NONE))


def _line(portfolio: Portfolio) -> tuple[Portfolio, int, Sentence, object]:
    """A screening with how many items it compared with, its terms, and its state."""
    items = len(Portfolio.objects.values_list("catalogue", flat=True).get(pk=portfolio.pk))
    return portfolio, items, _version(portfolio.model), STATES[Portfolio.State(portfolio.state)]


def _version(model: TermModel | None) -> Sentence:
    if model is None:
        return Sentence("未學習", "none")
    return Sentence(f"第{model.number}版", f"version {model.number}")


def _differences(renewal: Renewal) -> Sequence[tuple[Sentence, tuple[Entry, ...]]]:
    return (
        (Sentence("新增的項目", "Items added"), renewal.added),
        (Sentence("文字變更的項目", "Items reworded"), renewal.reworded),
        (Sentence("不再列的項目", "Items gone"), renewal.gone),
    )


def _named(entries: Sequence[Entry]) -> list[str]:
    return [f"{say(each.name)}{f' ({each.source})' if each.source else ''}" for each in entries]


def _nothing_new(renewal: Renewal) -> Refused | None:
    return None if renewal.differs else screening.nothing_new()
