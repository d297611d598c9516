"""``coretech account``: who signs in, and who is posted where."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.accounts.operations import (
    close_account,
    make_administrator,
    reopen_account,
    send_password_link,
    unmake_administrator,
)
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.directory import Only, account_called, directory, listed
from coretech.apps.people.models import Person, Posting
from coretech.apps.people.operations import change_details, end_posting, open_account, post_person
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import Why, day
from coretech.cli.installation.people import account_file
from coretech.cli.installation.people.account_told import account_told, accounts_told
from coretech.cli.installation.people.body_options import NameEn, NameZh, PersonId
from coretech.cli.installation.told import Told
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action

app = group("帳號：開立、停用、職務、匯入", "accounts: open, close, post, import")
account_file.add_to(app)

Name = Annotated[str, typer.Argument(metavar="NAME", help="帳號名稱 / the account's name")]
Email = Annotated[str, typer.Option(metavar="ADDRESS", help="電子郵件 / the e-mail address")]
Language = Annotated[str, typer.Option(metavar="TAG", help="通知語言 / the language of mails: zh-hant, en")]
PostingId = Annotated[
    int, typer.Argument(metavar="POSTING", help="職務編號（見 account show） / see account show")
]


@reads(app, "list")
def list_accounts(
    by: Acting,
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="姓名、帳號或機關 / a name, an account, an agency")
    ] = "",
    *,
    only: Annotated[Only, typer.Option(help="哪些帳號 / which accounts")] = Only.ALL,
) -> Told:
    """列出帳號 / List the accounts."""
    return accounts_told(listed(directory(by, words, only), by.today), by.today)


@reads(app, "show")
def show_account(by: Acting, name: Name) -> Told:
    """一個帳號：人員、職務、今日的角色與由來 / One account: its person, posts, and roles today with their ground."""
    (row,) = listed([account_called(by, name)], by.today)
    return account_told(row, by.today)


@writes(app, "open")
def open_one(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    username: Name,
    *,
    email: Email,
    name: NameZh = "",
    name_en: NameEn = "",
    person: PersonId = None,
    language: Language = "zh-hant",
) -> Act:
    """開立帳號，並寄出設定密碼的連結 / Open an account; a link to set the password goes out by mail."""
    given = open_account.Opening(username, email, language, name, name_en, person)
    return open_account.open_account(by, given)


@writes(app, "link")
def send_link(by: Acting, name: Name) -> Act:
    """再寄一次設定密碼的連結 / Send a new link to set the password."""
    return send_password_link.send_password_link(by, account_called(by, name).pk)


@writes(app, "change")
def change_one(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    username: Name,
    *,
    email: Email = "",
    name: NameZh = "",
    name_en: NameEn = "",
    language: Language = "",
) -> Act:
    """變更姓名、電子郵件或語言；未給的不變 / Change name, address or language; what is not given stays."""
    found = account_called(by, username)
    person = Person.objects.filter(account=found).first()
    details = change_details.Details(
        email or found.email,
        language or found.language,
        name or (person.name_zh if person else ""),
        name_en or (person.name_en if person else ""),
    )
    return change_details.change_details(by, found.pk, details)


@writes(app, "close")
def close_one(by: Acting, name: Name, *, why: Why) -> Act:
    """停用帳號 / Close an account."""
    return close_account.close_account(by, account_called(by, name).pk, why)


@writes(app, "reopen")
def reopen_one(by: Acting, name: Name, *, why: Why) -> Act:
    """重新開通 / Open a closed account again."""
    return reopen_account.reopen_account(by, account_called(by, name).pk, why)


@writes(app, "administrator")
def set_administrator(
    by: Acting,
    name: Name,
    *,
    why: Why,
    end: Annotated[bool, typer.Option("--end", help="取消 / take it back")] = False,
) -> Act:
    """設為或取消系統管理者 / Make an administrator, or unmake one."""
    run = unmake_administrator.unmake_administrator if end else make_administrator.make_administrator
    return run(by, account_called(by, name).pk, why)


@writes(app, "post")
def post_one(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    name: Name,
    agency: Annotated[str, typer.Argument(metavar="AGENCY", help="機關代碼 / the agency's code")],
    *,
    start: Annotated[dt.date | None, day("--from", "起日（預設今天）", "the first day; today")] = None,
    until: Annotated[dt.date | None, day("--until", "迄日", "the last day")] = None,
    kind: Annotated[Posting.Kind, typer.Option(help="職務 / the post")] = Posting.Kind.OFFICER,
) -> Act:
    """登錄職務 / Post the account's holder to an agency."""
    allow(by, Action.POST_PEOPLE)
    person = Person.objects.filter(account=account_called(by, name)).first()
    if person is None:
        raise wrong_state("這個帳號沒有登錄人員。", "There is no person behind this account.")
    given = post_person.Post(agency, kind.value, start or by.today, until)
    return post_person.post_person(by, person.pk, given)


@writes(app, "end-post")
def end_post(
    by: Acting,
    posting: PostingId,
    *,
    last: Annotated[dt.date | None, day("--last", "最後一日（預設今天）", "the last day; today")] = None,
) -> Act:
    """結束職務 / End a posting."""
    return end_posting.end_posting(by, posting, last or by.today)
