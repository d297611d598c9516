"""Deciding a request: taking it up, which makes a candidate, or not."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.asked.requests import discretion, find_request
from coretech.apps.inventory.models import Candidate, Request
from coretech.apps.inventory.operations import decide_request
from coretech.apps.people.queries import agencies_on
from coretech.apps.register.asked import listed_technologies
from coretech.apps.technologies.queries import sectors
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.requests.rows import what_rows
from coretech.web.requests.words import WISHES
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both, say


class ReasonForm(forms.Form):
    """Why; the sender reads it."""

    reason = forms.CharField(
        label=both("理由", "Reasons"),
        help_text=both(
            "請求人會在追蹤網址看到；請勿寫入不宜對外的內容。",
            "The sender reads them at the secret address; leave out what is not for outsiders.",
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=5000,
    )

    def taken(self) -> decide_request.Taken | None:
        """Nothing is taken up."""
        return None


class TakeUpForm(ReasonForm):
    """The candidate that comes of it; what the list says now stands in the fields."""

    name_zh = forms.CharField(
        label=both("候選項目的中文名稱", "The candidate's name in Chinese"), max_length=200
    )
    name_en = forms.CharField(
        label=both("候選項目的英文名稱", "The candidate's name in English"), max_length=300
    )

    def __init__(self, data: Mapping[str, object] | None, *, request: Request, by: Acting) -> None:
        """Start from the item as listed; ask what changes only of a listed one."""
        super().__init__(data, initial=_initial(request, by))
        offered = [("", both("請選擇", "Choose")), *((each.code, say(each.name)) for each in sectors())]
        agencies = [(agency.code, say(agency.name_on(by.today))) for agency in agencies_on(by.today)]
        self.fields["authority"] = forms.ChoiceField(
            label=both("擬任技術主管機關", "Proposed authority"), choices=agencies
        )
        self.fields["sector"] = forms.ChoiceField(label=both("領域", "Sector"), choices=offered)
        if request.technology is not None:
            self.fields["aspect"] = forms.ChoiceField(
                label=both("要變更什麼？", "What changes?"),
                choices=[(aspect.value, say(WISHES[aspect.value])) for aspect in Candidate.Aspect],
                widget=forms.RadioSelect,
            )

    def taken(self) -> decide_request.Taken:
        """The candidate; for a valid form."""
        names = ("name_zh", "name_en", "authority", "sector", "aspect")
        return decide_request.Taken(**{name: self.cleaned_data.get(name, "") for name in names})


@require_http_methods(["GET", "HEAD", "POST"])
def request_take_up(request: HttpRequest, request_number: str) -> HttpResponse:
    """Proceed: reasons for the sender, and the candidate that comes of the request."""
    by = acting(request)
    found = find_request(by, request_number)
    form = TakeUpForm(sent(request), request=found, by=by)
    said = Sentence("已決定辦理，並列為候選項目。", "Taken up; the candidate is in the inventory.")
    return _decide(request, found, form, "requests/take_up.jinja", said)


@require_http_methods(["GET", "HEAD", "POST"])
def request_decline(request: HttpRequest, request_number: str) -> HttpResponse:
    """Decline, with reasons."""
    found = find_request(acting(request), request_number)
    form = ReasonForm(sent(request))
    said = Sentence("已決定不予辦理，並通知請求人。", "Not taken up; the sender has been told.")
    return _decide(request, found, form, "requests/decline.jinja", said)


def _decide(
    request: HttpRequest, found: Request, form: ReasonForm | TakeUpForm, template: str, said: Sentence
) -> HttpResponse:
    by = acting(request)

    if form.is_bound and attempt(
        form,
        lambda: decide_request.decide_request(by, found.number, form.cleaned_data["reason"], form.taken()),
    ):
        return done(request, said, "request_shown", found.number)
    context = {
        "found": found,
        "rows": what_rows(found, listed_technologies(by.today), by.today),
        "ruling": discretion(found, by.today),
        "closed": refusal_of(decide_request.check, by, found),
        "form": form,
    }
    return draw(request, template, context, form)


def _initial(request: Request, by: Acting) -> dict[str, str]:
    """The item as the list has it today, and what the sender wished for."""
    authority = {"authority": request.authority.code}
    if request.technology is None:
        return authority
    version = listed_technologies(by.today).get(request.technology.pk)
    known = authority | {"aspect": request.aspect}
    if version is None:
        return known
    return known | {"name_zh": version.name_zh, "name_en": version.name_en, "sector": version.sector.code}
