"""A confidential portfolio: whom it opens to, and whether terms may be learned from it."""

from collections.abc import Mapping

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.finds.portfolios import find_portfolio
from coretech.apps.inventory.models import Portfolio, PortfolioReader, TrainingLeave
from coretech.apps.inventory.operations.allow_training import LONGEST_WHY, allow_training
from coretech.apps.inventory.operations.name_portfolio_reader import name_portfolio_reader
from coretech.apps.inventory.yearly.panelists import panelists_of
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.sending import done
from coretech.web.shell.words import both, say

_NAMED = Sentence("已指名這位委員閱覽。", "The member is named and may open it.")
_LEAVE = Sentence("已登錄機關的決定。", "The agency's word is recorded.")


class ReaderForm(forms.Form):
    """Whom of the panel to name."""

    def __init__(self, by: Acting, portfolio: Portfolio, data: Mapping[str, object] | None = None) -> None:
        """Offer whoever sits on the panel and is not named yet."""
        super().__init__(data)
        named = set(_readers(portfolio).values_list("person", flat=True))
        open_to = [each for each in panelists_of(portfolio.round.agency, by.today) if each.pk not in named]
        self.fields["person"] = forms.TypedChoiceField(
            label=both("專家審查會委員", "Member of the panel"),
            choices=[(str(each.pk), say(each.name)) for each in open_to],
            coerce=int,
        )


class LeaveForm(forms.Form):
    """Whether terms may be learned from it, and why."""

    allowed = forms.ChoiceField(
        label=both("學習詞彙", "Learning terms from it"),
        choices=[("yes", both("同意", "Allow it")), ("no", both("不同意", "Do not allow it"))],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=both("理由或簽准文號", "Why, or the number of the approval"), max_length=LONGEST_WHY
    )


def confidential_part(by: Acting, portfolio: Portfolio) -> dict[str, object]:
    """What the portfolio's page shows of it to its agency's officers."""
    readers = [each.person.name for each in _readers(portfolio).select_related("person")]
    leaves = list(TrainingLeave.objects.filter(portfolio=portfolio.projects_key).select_related("by"))
    return {
        "confiding": {"readers": readers, "leaves": leaves},
        "reader_form": ReaderForm(by, portfolio),
        "leave_form": LeaveForm(),
    }


def _readers(portfolio: Portfolio) -> QuerySet[PortfolioReader]:
    return PortfolioReader.objects.filter(portfolio=portfolio.projects_key)


@require_POST
def portfolio_readers(request: HttpRequest, portfolio_id: int) -> HttpResponse:
    """Name one of the panel."""
    by = acting(request)
    found = find_portfolio(by, portfolio_id)
    form = ReaderForm(by, found, request.POST)
    if not form.is_valid():
        raise bad_input("person", "請選擇一位委員。", "Choose a member.")
    once(lambda: name_portfolio_reader(by, found.pk, form.cleaned_data["person"]))
    return done(request, _NAMED, "portfolio", found.pk)


@require_POST
def portfolio_training(request: HttpRequest, portfolio_id: int) -> HttpResponse:
    """Allow that terms are learned from it, or take that back."""
    by = acting(request)
    found = find_portfolio(by, portfolio_id)
    form = LeaveForm(request.POST)
    if not form.is_valid():
        raise bad_input("why", "請選擇是否同意，並寫明理由。", "Choose, and say why.")
    allowed = form.cleaned_data["allowed"] == "yes"
    once(lambda: allow_training(by, found.pk, form.cleaned_data["why"], allowed=allowed))
    return done(request, _LEAVE, "portfolio", found.pk)
