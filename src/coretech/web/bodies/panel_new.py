"""An agency's officer forming its panel: everybody on one page, checked against article 8, confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.nomination import CONVENING
from coretech.apps.bodies.operations import form_panel
from coretech.kit.sentence import Sentence
from coretech.law.terms import Group
from coretech.law.wording import named
from coretech.web.acting import acting
from coretech.web.bodies.answers import Dialogue, Shown, hold_dialogue
from coretech.web.bodies.words import CONVENING as CONVENING_WORDS
from coretech.web.sending import done, row_of
from coretech.web.shell.dates import both_dates
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say, upfirst

_PLACES = 11
_FORMED = Sentence("專家審查會已組成。", "The panel is formed.")
_LEAD = Sentence(
    "專家審查會五人至十一人，召集人由首長或其指派之代表兼任並計入（第8條第2項）。第一位為召集人，不需要的列請留空。",
    "A panel has five to eleven people, the convener among them, who is the agency's head or a delegate (art. 8(2)). "
    "The first one convenes; leave lines you do not need empty.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """The fields of one person."""

    number: int
    name_zh: BoundField
    name_en: BoundField
    group: BoundField


class PanelForm(forms.Form):
    """Since when, by what the convener convenes, and up to eleven people."""

    start = DayField(label=both("就任日", "First day"))
    convenes_as = forms.ChoiceField(
        label=both("召集人的職務", "By what post the convener convenes"),
        widget=forms.RadioSelect,
        choices=[
            (each.value, both(CONVENING_WORDS[each].zh, CONVENING_WORDS[each].en))
            for each in Appointment.Convening
            if each in CONVENING[Body.Kind.PANEL]
        ],
    )

    def __init__(self, data: QueryDict | None) -> None:
        """Make three fields a person."""
        super().__init__(data)
        groups = [("", both("請選擇", "Choose"))]
        groups += [(each.value, both(named(each).zh, upfirst(named(each).en))) for each in Group]
        for number in range(1, _PLACES + 1):
            for name, zh, en in (
                ("zh", "姓名", "name"),
                ("en", "英文姓名（選填）", "name in English (optional)"),
            ):
                self.fields[f"name_{name}_{number}"] = forms.CharField(
                    label=both(f"第{number}位{zh}", f"Person {number}, {en}"), required=False, max_length=80
                )
            self.fields[f"group_{number}"] = forms.ChoiceField(
                label=both(f"第{number}位組別", f"Person {number}, group"), required=False, choices=groups
            )

    def panel(self, agency: str) -> form_panel.Panel:
        """The panel the form gives; lines without a name are left out."""
        given = self.cleaned_data
        members = tuple(
            form_panel.Member(given[f"name_zh_{n}"], given[f"name_en_{n}"], given[f"group_{n}"])
            for n in range(1, _PLACES + 1)
            if given[f"name_zh_{n}"].strip()
        )
        return form_panel.Panel(agency, given["start"], given["convenes_as"], members)

    def lines(self) -> Iterator[Line]:
        """The people's fields, one line each."""
        for n in range(1, _PLACES + 1):
            yield Line(n, self[f"name_zh_{n}"], self[f"name_en_{n}"], self[f"group_{n}"])


@require_http_methods(["GET", "HEAD", "POST"])
def panel_new(request: HttpRequest, agency_code: str) -> HttpResponse:
    """Form the panel of one's own agency."""
    by = acting(request)
    agency = form_panel.check(by, agency_code)
    form, name = PanelForm(request.POST or None), agency.name_on(by.today)
    dialogue = Dialogue(
        body=None,
        title=Sentence(f"組成{name.zh}專家審查會", f"Form the panel of the {name.en}"),
        foresee=lambda: form_panel.foresee(by, form.panel(agency_code)),
        show=_shown,
        write=lambda: form_panel.form_panel(by, form.panel(agency_code)),
        done=lambda act: done(request, _FORMED, "body", row_of(act)),
        lead=_LEAD,
    )
    return hold_dialogue(request, form, dialogue)


def _shown(formed: form_panel.Formed) -> Shown:
    rows: list[tuple[Sentence, object]] = [(Sentence("名稱", "Name"), say(formed.body.name))]
    for placed in formed.placed:
        made = placed.appointment
        number, group = made.seat.number, named(Group(made.seat.group))
        who = Sentence(f"{made.person.name_zh}（{group.zh}）", f"{made.person.name_en} ({group.en})")
        rows.append((Sentence(f"第{number}席", f"Seat {number}"), say(who)))
    first = formed.placed[0].appointment
    rows.append((Sentence("就任日", "First day"), both_dates(first.start)))
    rows.append((Sentence("任期末日", "Last day"), both_dates(first.end)))
    return Shown(rows, (formed.ruling,), formed.warnings)
