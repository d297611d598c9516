"""Naming who keeps an agency's inventory."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.operations import name_keeper
from coretech.apps.inventory.yearly.keepers import officers_on
from coretech.apps.inventory.yearly.rounds import find_agency
from coretech.apps.people.models import Agency
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.rounds.stepping import Step, show_step
from coretech.web.rounds.words import KEEPERS
from coretech.web.sending import attempt, done, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say

_NAMED = Sentence("已指定。", "The keeper is named.")


class KeeperForm(forms.Form):
    """A unit by name, or a person: one of the agency's officers, or somebody else by name."""

    kind = forms.ChoiceField(
        label=both("由誰負責盤點？", "Who keeps the inventory?"),
        choices=[(kind.value, both(words.zh, words.en)) for kind, words in KEEPERS.items()],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=both("單位或人員名稱", "Name of the unit or the person"),
        help_text=both("選擇下列承辦人者，此欄可不填。", "Leave it empty where you choose an officer below."),
        max_length=name_keeper.LONGEST_NAME,
        required=False,
    )
    person = forms.ChoiceField(required=False)
    since = DayField(label=both("自何日起", "From which day on"))

    def __init__(self, data: Mapping[str, object] | None, *, by: Acting, agency: Agency) -> None:
        """Offer today's officers of the agency."""
        super().__init__(data, initial={"since": by.today, "person": ""})
        officers = [(str(person.pk), say(person.name)) for person in officers_on(agency, by.today)]
        self.fields["person"] = forms.ChoiceField(
            label=both("承辦人（專人時可選）", "An officer, where a person keeps it"),
            choices=[("", both("不指定", "None")), *officers],
            required=False,
        )

    def named(self) -> name_keeper.Named:
        """The keeper; for a valid form."""
        given = self.cleaned_data
        person = int(given["person"]) if given["person"] else None
        return name_keeper.Named(given["kind"], given["since"], given["name"], person)


@require_http_methods(["GET", "HEAD", "POST"])
def keeper_new(request: HttpRequest, agency_code: str) -> HttpResponse:
    """Name the keeper from a day on."""
    by = acting(request)
    agency = find_agency(by, agency_code)
    form = KeeperForm(sent(request), by=by, agency=agency)
    if form.is_bound and attempt(form, lambda: name_keeper.name_keeper(by, agency.code, form.named())):
        return done(request, _NAMED, "rounds")
    step = Step(
        title=Sentence("指定盤點專責單位或專人", "Name who keeps the inventory"),
        caption=agency.name_on(by.today),
        button=Sentence("指定", "Name the keeper"),
        lead=Sentence(
            "機關應設專責單位或置專人，有一即可（第9條第1項）。",
            "The agency owes a unit or a person; either will do (art. 9(1)).",
        ),
        back=reverse("rounds"),
    )
    return show_step(request, step, form, refusal_of(name_keeper.check, by, agency.code))
