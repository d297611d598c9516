"""One account: who is behind it, what it may do and why, how it signs in, and what happened to it."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.accounts.models import Account
from coretech.apps.accounts.operations import (
    close_account,
    make_administrator,
    reopen_account,
    send_password_link,
    unmake_administrator,
)
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import acts_of
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.directory import Listed, find_account, listed
from coretech.apps.bodies.reasons import posting_told, reasons, seat_told
from coretech.apps.people.models import Person, Posting
from coretech.apps.people.operations import end_posting
from coretech.apps.people.queries import postings_ever
from coretech.kit.sentence import Sentence
from coretech.law.access import role_name
from coretech.web.accounts.words import LANGUAGES, act_told, state_of
from coretech.web.acting import acting
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column, Event
from coretech.web.shell.words import say, tr

_ROLES = (Column(Sentence("角色", "Role")), Column(Sentence("由來", "What it comes from")))
_POSTINGS = (Column(Sentence("職務", "Posting")), Column(Sentence("結束", "Ending")))
_NEWEST = 20


@require_safe
def account_shown(request: HttpRequest, account_id: int) -> HttpResponse:
    """The account, for administrators."""
    by = acting(request)
    (row,) = listed([find_account(by, account_id)], by.today)
    context = {
        "account": row.account,
        "person": row.person,
        "state": state_of(row),
        "rows": _rows(row),
        "role_columns": _ROLES,
        "roles": [
            (say(role_name(each.role)), say(each.why)) for each in reasons(row.account, row.person, by.today)
        ],
        "posting_columns": _POSTINGS,
        "postings": _postings(by, row.person),
        "events": [_event(act) for act in acts_of(f"account/{row.account.pk}")],
        "done": list(Act.objects.filter(account=row.account).order_by("-seq")[:_NEWEST]),
        **_gates(by, row.account),
    }
    return render(request, "accounts/account.jinja", context)


def _gates(by: Acting, account: Account) -> dict[str, object]:
    """What keeps each step from being taken; None where it is open."""
    asked = (close_account, reopen_account, make_administrator, unmake_administrator, send_password_link)
    return {each.__name__.rpartition(".")[2]: refusal_of(each.check, by, account) for each in asked}


def _rows(row: Listed) -> list[tuple[Sentence, object]]:
    account, person = row.account, row.person
    return [
        (Sentence("姓名", "Name"), _name(person)),
        (Sentence("電子郵件", "E-mail address"), account.email or tr("未填", "None")),
        (
            Sentence("通知語言", "Language of mails"),
            say(LANGUAGES.get(account.language, LANGUAGES["zh-hant"])),
        ),
        (Sentence("密碼", "Password"), _password(account)),
        (
            Sentence("第二道驗證", "Second factor"),
            tr("已啟用", "On") if row.second_factor else tr("未啟用", "Off"),
        ),
        (Sentence("最近登入", "Last signed in"), _moment(account.last_login)),
        (Sentence("開立", "Opened"), both_dates(account.date_joined)),
        (Sentence("今日席位", "Seats today"), _seats(row)),
    ]


def _name(person: Person | None) -> str:
    if person is None:
        return tr("沒有登錄人員，只管理帳號", "No person on record; it manages accounts alone")
    both = person.name_zh == person.name_en
    return person.name_zh if both else f"{person.name_zh} {person.name_en}"


def _password(account: Account) -> str:
    return tr("已設定", "Set") if account.has_usable_password() else tr("尚未設定", "Not set yet")


def _moment(at: dt.datetime | None) -> object:
    return tr("從未登入", "Never") if at is None else both_dates(at)


def _seats(row: Listed) -> str:
    return tr("、", "; ").join(say(seat_told(held)) for held in row.seats) or tr("無", "None")


def _postings(by: Acting, person: Person | None) -> list[tuple[Posting, str, bool]]:
    """Every posting there was, newest first, and whether this one may be ended."""
    if person is None:
        return []
    return [
        (each, say(posting_told(each, by.today)), refusal_of(end_posting.check, by, each) is None)
        for each in postings_ever(person)
    ]


def _event(act: Act) -> Event:
    """An act on the account: who did it, and why where a reason was given."""
    who, why = act.confidential.get("account", ""), act.confidential.get("why", "")
    return Event(
        when=act.at,
        what=act_told(act),
        who=Sentence(who, who) if who else None,
        note=Sentence(why, why) if why else None,
    )
