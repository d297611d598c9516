"""Agencies: who is posted there, a new one, a new name, and whether article 9(1) binds it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.models import Act
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.bodies.reasons import posting_told
from coretech.apps.people.agency_names import LONGEST_EN, LONGEST_SOURCE, LONGEST_ZH, NewName
from coretech.apps.people.finding import agency_coded
from coretech.apps.people.kinds import source_of_kind
from coretech.apps.people.models import Agency
from coretech.apps.people.operations import found_agency, rename_agency, set_agency_kind
from coretech.apps.people.queries import postings_at
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.accounts.words import KINDS
from coretech.web.acting import acting
from coretech.web.bodies.answers import Answers, Dialogue, Shown, hold_dialogue
from coretech.web.sending import done
from coretech.web.shell.dates import both_dates
from coretech.web.shell.day_field import DayField
from coretech.web.shell.navigation import page_address
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say

_COLUMNS = (
    Column(Sentence("姓名", "Name")),
    Column(Sentence("職務", "Posting")),
    Column(Sentence("帳號", "Account")),
)
_KINDS = [(kind.value, both(words.zh, words.en)) for kind, words in KINDS.items()]


class NameForm(forms.Form):
    """A name in both languages, from which day, and the document it comes from."""

    zh = forms.CharField(label=both("中文名稱", "Name in Chinese"), max_length=LONGEST_ZH)
    en = forms.CharField(label=both("英文名稱", "Name in English"), max_length=LONGEST_EN)
    since = DayField(label=both("自何日起", "From which day on"))
    source = forms.CharField(
        label=both("名稱的依據", "Source of the name"),
        help_text=both("例如組織法、公文字號", "For example the organisation act, or a letter's number"),
        max_length=LONGEST_SOURCE,
    )

    def name(self) -> NewName:
        """The name; for a valid form."""
        given = self.cleaned_data
        return NewName(given["zh"], given["en"], given["since"], given["source"])


class KindForm(forms.Form):
    """Whether article 9(1) binds the agency, and where that comes from."""

    kind = forms.ChoiceField(
        label=both("種類（第9條第1項）", "Kind (art. 9(1))"), choices=_KINDS, widget=forms.RadioSelect
    )
    kind_source = forms.CharField(
        label=both("種類的依據", "Source of the kind"),
        help_text=both("例如預算書、公文字號", "For example the budget, or a letter's number"),
        max_length=LONGEST_SOURCE,
    )


class FoundForm(NameForm, KindForm):
    """All of a new agency."""

    code = forms.CharField(
        label=both("代碼", "Code"),
        help_text=both(
            "小寫英文字母、數字與連字號；不能更改。",
            "Small letters, digits and hyphens; it cannot be changed.",
        ),
        max_length=24,
    )
    field_order = ("code", "zh", "en", "since", "source", "kind", "kind_source")


@require_safe
def agency_people(request: HttpRequest, agency_code: str) -> HttpResponse:
    """Who is posted at the agency, for its officers, the Office and administrators; no address is shown."""
    by = acting(request)
    allow(by, Action.READ_BODY)
    agency = agency_coded(agency_code)
    found = postings_at(by, agency)
    context = {
        "agency": agency,
        "name": agency.name_on(by.today),
        "kind": KINDS[Agency.Kind(agency.kind)],
        "kind_source": source_of_kind(agency),
        "columns": _COLUMNS,
        "rows": [(each, say(posting_told(each, by.today)), each.person.account) for each in found],
        "manages": refusal_of(allow, by, Action.MANAGE_ACCOUNTS) is None,
        "keeps": refusal_of(rename_agency.check, by) is None,
    }
    return render(request, "accounts/agency.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
def agency_new(request: HttpRequest) -> HttpResponse:
    """A new agency: code, name and kind, each with its source."""
    by = acting(request)
    found_agency.check(by)
    form = FoundForm(request.POST or None)

    def write() -> Act:
        given = form.cleaned_data
        return found_agency.found_agency(by, given["code"], form.name(), given["kind"], given["kind_source"])

    dialogue: Dialogue[Act] = Dialogue(
        body=None,
        title=Sentence("新增機關", "Enter an agency"),
        foresee=lambda: rehearsed(write),
        show=lambda _: Shown([*_named(form), *_kind(form)]),
        write=write,
        done=lambda _: done(
            request,
            Sentence("機關已新增。", "The agency is entered."),
            "agency_people",
            form.cleaned_data["code"],
        ),
        trail=_trail(),
    )
    return hold_dialogue(request, form, dialogue)


@require_http_methods(["GET", "HEAD", "POST"])
def agency_rename(request: HttpRequest, agency_code: str) -> HttpResponse:
    """A new name from a day on."""
    by = acting(request)
    rename_agency.check(by)
    name = agency_coded(agency_code).name_on(by.today)
    form = NameForm(request.POST or None)

    def write() -> Act:
        return rename_agency.rename_agency(by, agency_code, form.name())

    dialogue: Dialogue[Act] = Dialogue(
        body=None,
        title=Sentence(f"機關改名：{name.zh}", f"A new name for the {name.en}"),
        foresee=lambda: rehearsed(write),
        show=lambda _: Shown(_named(form)),
        write=write,
        done=lambda _: done(
            request, Sentence("新名稱已登錄。", "The new name is entered."), "agency_people", agency_code
        ),
        lead=Sentence(
            "原名稱用到前一日為止；各頁依各該日期使用當時的名稱。",
            "The old name ends the day before; each page goes on using the name of the day in question.",
        ),
        trail=_trail(),
    )
    return hold_dialogue(request, form, dialogue)


@require_http_methods(["GET", "HEAD", "POST"])
def agency_kind(request: HttpRequest, agency_code: str) -> HttpResponse:
    """Whether article 9(1) binds the agency."""
    by = acting(request)
    set_agency_kind.check(by)
    agency = agency_coded(agency_code)
    name = agency.name_on(by.today)
    form = KindForm(request.POST or None, initial={"kind": agency.kind})

    def write() -> Act:
        given = form.cleaned_data
        return set_agency_kind.set_agency_kind(by, agency_code, given["kind"], given["kind_source"])

    dialogue: Dialogue[Act] = Dialogue(
        body=None,
        title=Sentence(f"機關種類：{name.zh}", f"Kind of the {name.en}"),
        foresee=lambda: rehearsed(write),
        show=lambda _: Shown(_kind(form)),
        write=write,
        done=lambda _: done(
            request, Sentence("種類已登錄。", "The kind is entered."), "agency_people", agency_code
        ),
        lead=Sentence(
            "補助機關與公立研究機關每年應盤點；其他機關得自願辦理（第9條）。",
            "Funding agencies and public institutes keep a yearly inventory; others may (art. 9).",
        ),
        trail=_trail(),
    )
    return hold_dialogue(request, form, dialogue)


def _trail() -> list[tuple[Sentence, str]]:
    return [(Sentence("機關", "Agencies"), page_address("agencies") or "/")]


def _named(form: NameForm | FoundForm) -> Answers:
    given = form.cleaned_data
    code = [(Sentence("代碼", "Code"), given["code"])] if "code" in given else []
    return [
        *code,
        (Sentence("中文名稱", "Name in Chinese"), given["zh"]),
        (Sentence("英文名稱", "Name in English"), given["en"]),
        (Sentence("自何日起", "From which day on"), both_dates(given["since"])),
        (Sentence("名稱的依據", "Source of the name"), given["source"]),
    ]


def _kind(form: KindForm | FoundForm) -> Answers:
    given = form.cleaned_data
    return [
        (Sentence("種類", "Kind"), say(KINDS[Agency.Kind(given["kind"])])),
        (Sentence("種類的依據", "Source of the kind"), given["kind_source"]),
    ]
