"""Changing an account's name, address or language."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.accounts.models import Account
from coretech.apps.audit.models import Act
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.bodies.directory import find_account
from coretech.apps.people.models import Person
from coretech.apps.people.operations import change_details
from coretech.kit.sentence import Sentence
from coretech.web.accounts.forms import DetailsForm
from coretech.web.accounts.words import LANGUAGES, trail
from coretech.web.acting import acting
from coretech.web.bodies.answers import Answers, Dialogue, Shown, hold_dialogue
from coretech.web.sending import done
from coretech.web.shell.words import say

_CHANGED = Sentence("資料已變更。", "The details are changed.")
_LEAD = Sentence(
    "變更電子郵件時，原來與新的地址都會收到通知。",
    "When the e-mail address changes, the old one and the new one are both told.",
)


@require_http_methods(["GET", "HEAD", "POST"])
def account_details(request: HttpRequest, account_id: int) -> HttpResponse:
    """What is on record, to be changed, checked and confirmed."""
    by = acting(request)
    account = find_account(by, account_id)
    form = DetailsForm(
        request.POST or None, account=account, person=Person.objects.filter(account=account).first()
    )

    def write() -> Act:
        return change_details.change_details(by, account.pk, form.details(), form.cleaned_data["seen"])

    dialogue: Dialogue[Act] = Dialogue(
        body=None,
        title=_title(account),
        foresee=lambda: rehearsed(write),
        show=lambda _: Shown(_answers(form.details())),
        write=write,
        done=lambda _: done(request, _CHANGED, "accounts_shown", account.pk),
        lead=_LEAD,
        trail=trail(),
    )
    return hold_dialogue(request, form, dialogue)


def _title(account: Account) -> Sentence:
    return Sentence(f"變更資料：{account.username}", f"Change details: {account.username}")


def _answers(given: change_details.Details) -> Answers:
    named = [(Sentence("姓名", "Name"), f"{given.name_zh} {given.name_en}".strip())] if given.name_zh else []
    return [
        *named,
        (Sentence("電子郵件", "E-mail address"), given.email),
        (Sentence("通知語言", "Language of mails"), say(LANGUAGES[given.language])),
    ]
