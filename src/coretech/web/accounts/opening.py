"""Opening an account: asked, checked, confirmed; the password is chosen by its holder."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.models import Act
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.people.models import Person
from coretech.apps.people.naming import namesakes
from coretech.apps.people.operations import open_account
from coretech.kit.sentence import Sentence
from coretech.web.accounts.forms import OpenForm
from coretech.web.accounts.words import LANGUAGES, trail
from coretech.web.acting import acting
from coretech.web.bodies.answers import Answers, Dialogue, Shown, hold_dialogue
from coretech.web.sending import done, row_of
from coretech.web.shell.words import say

_OPENED = Sentence(
    "帳號已開立，設定密碼的連結已寄出。", "The account is open, and the link to set a password is on its way."
)
_LEAD = Sentence(
    "密碼由本人設定：系統會寄出連結，7日內有效，只能使用一次。",
    "Whoever the account is for chooses the password: a link goes out by mail, works once, and lasts 7 days.",
)


@require_http_methods(["GET", "HEAD", "POST"])
def account_open(request: HttpRequest) -> HttpResponse:
    """Who it is for, account name, address, language; ``?person=`` chooses somebody on record."""
    by = acting(request)
    open_account.check(by)
    form = OpenForm(request.POST or None, person=request.GET.get("person", ""))

    def write() -> Act:
        return open_account.open_account(by, form.opening())

    dialogue: Dialogue[Act] = Dialogue(
        body=None,
        title=Sentence("開立帳號", "Open an account"),
        foresee=lambda: rehearsed(write),
        show=lambda _: Shown(list(_answers(form.opening())), warnings=list(_warnings(form.opening()))),
        write=write,
        done=lambda act: done(request, _OPENED, "accounts_shown", row_of(act)),
        lead=_LEAD,
        trail=trail(),
    )
    return hold_dialogue(request, form, dialogue)


def _answers(given: open_account.Opening) -> Answers:
    person = Person.objects.filter(pk=given.person or 0).first()
    zh, en = (given.name_zh, given.name_en) if person is None else (person.name_zh, person.name_en)
    return [
        (Sentence("姓名", "Name"), f"{zh} {en}".strip()),
        (Sentence("帳號名稱", "Account name"), given.username),
        (Sentence("電子郵件", "E-mail address"), given.email),
        (Sentence("通知語言", "Language of mails"), say(LANGUAGES[given.language])),
    ]


def _warnings(given: open_account.Opening) -> Iterator[Sentence]:
    """Somebody of the same name may be the same person."""
    for same in namesakes(given.name_zh) if given.person is None else []:
        name = f"（{same.account.username}）" if same.account else ""
        name_en = f" ({same.account.username})" if same.account else ""
        yield Sentence(
            f"已有同名人員（編號{same.pk}）{name}；若是同一人，請改選該人員。",
            f"Somebody of this name is on record, number {same.pk}{name_en}; "
            "if it is the same person, choose that one.",
        )
