"""Accounts, for administrators: who they are, what they may do and why, and every step that changes one."""

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query, Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.places_in_room import PersonShown
from coretech.api.schemas import (
    NO_NUL,
    AddressNumber,
    Count,
    Given,
    Id,
    Moment,
    Named,
    Page,
    Paging,
    Shown,
    Words,
    cut,
)
from coretech.apps.accounts.operations.close_account import close_account
from coretech.apps.accounts.operations.make_administrator import make_administrator
from coretech.apps.accounts.operations.reopen_account import reopen_account
from coretech.apps.accounts.operations.send_password_link import send_password_link
from coretech.apps.accounts.operations.unmake_administrator import unmake_administrator
from coretech.apps.bodies.directory import Listed, Only, directory, find_account, listed
from coretech.apps.bodies.reasons import reasons
from coretech.apps.people.models import Posting
from coretech.apps.people.operations.change_details import Details, change_details
from coretech.apps.people.operations.open_account import Opening, open_account
from coretech.law.access import role_name

router = Router(tags=["accounts"])

Username = Annotated[str, StringConstraints(strict=True, max_length=150, pattern=NO_NUL)]
Address = Annotated[str, StringConstraints(strict=True, max_length=200, pattern=NO_NUL)]
PersonName = Annotated[str, StringConstraints(strict=True, max_length=80, pattern=NO_NUL)]
Reason = Annotated[str, StringConstraints(strict=True, max_length=300, pattern=NO_NUL)]
Language = Literal["zh-hant", "en"]


class AccountsWanted(Paging):
    """Which accounts are wanted: by words, or by what they lack."""

    q: Annotated[str, StringConstraints(max_length=80, pattern=NO_NUL)] = Field(
        "", description="Part of a name, an account's name, an address or an agency."
    )
    only: Literal["all", "closed", "never", "no_post", "no_second"] = "all"


class AccountOpeningGiven(Given):
    """The account to open: for somebody on record by ``person``, or for somebody new by name."""

    username: Username
    email: Address
    language: Language = "zh-hant"
    name_zh: PersonName = ""
    name_en: PersonName = ""
    person: Id | None = None


class DetailsGiven(Given):
    """Name, address and language as they shall be; ``seen`` is the lock they were read with."""

    email: Address
    language: Language
    name_zh: PersonName = ""
    name_en: PersonName = ""
    seen: Count | None = None


class AccountReasonGiven(Given):
    """Why, which stays on record; ``seen`` is the lock of the account it was decided on."""

    why: Reason
    seen: Count | None = None


class AccountSeenGiven(Given):
    """The lock of the account that was seen."""

    seen: Count | None = None


class PostingShown(Shown):
    """A posting, both days served."""

    id: int
    agency: Named
    kind: str
    start: dt.date
    end: dt.date | None


class AccountBrief(Shown):
    """An account in one line; ``lock`` is what a write may say it has seen."""

    id: int
    username: str
    person: PersonShown | None
    is_open: bool
    administrator: bool
    last_login: Moment | None
    second_factor: bool
    postings: list[PostingShown]
    lock: int


class RoleShown(Named):
    """A role of today, and what it comes from."""

    why: Words


class AccountShown(AccountBrief):
    """An account with its address and today's roles."""

    email: str
    language: str
    has_password: bool
    roles: list[RoleShown]


@router.get("", response=Page[AccountBrief], summary="帳號 / Accounts")
def list_accounts(request: HttpRequest, wanted: Annotated[AccountsWanted, Query()]) -> Page[AccountBrief]:
    """The accounts by name, closed ones too; addresses are told of one account at a time."""
    by = acting(request)
    total, rows = cut(directory(by, wanted.q, Only(wanted.only)), wanted)
    return Page(total=total, items=[_brief(row, by.today) for row in listed(rows, by.today)])


@router.get("/{account_id}", response=AccountShown, summary="一個帳號 / One account")
def show_account(request: HttpRequest, account_id: AddressNumber) -> AccountShown:
    """Who is behind an account, how it signs in, and what it may do today and why."""
    by = acting(request)
    (row,) = listed([find_account(by, account_id)], by.today)
    return AccountShown(
        **_brief(row, by.today).model_dump(),
        email=row.account.email,
        language=row.account.language,
        has_password=row.account.has_usable_password(),
        roles=[
            RoleShown(
                code=each.role.value,
                zh=role_name(each.role).zh,
                en=role_name(each.role).en,
                why=Words.of(each.why),
            )
            for each in reasons(row.account, row.person, by.today)
        ],
    )


@router.post("", response=WRITTEN, summary="開立帳號 / Open an account")
def open_an_account(request: HttpRequest, given: AccountOpeningGiven) -> Status[Done]:
    """Open an account without a password; a link to set one goes out by mail and works once within 7 days."""
    opening = Opening(**given.model_dump())
    return written(request, lambda by: open_account(by, opening))


@router.put("/{account_id}/details", response=WRITTEN, summary="變更資料 / Change details")
def change_account_details(
    request: HttpRequest, account_id: AddressNumber, given: DetailsGiven
) -> Status[Done]:
    """Change name, address or language; the old address and the new one are both told by mail."""
    details = Details(given.email, given.language, given.name_zh, given.name_en)
    return written(
        request, lambda by: change_details(by, account_id, details, given.seen), _place(account_id)
    )


@router.post("/{account_id}/link", response=WRITTEN, summary="寄出設定密碼的連結 / Send a link")
def send_a_link(request: HttpRequest, account_id: AddressNumber, given: AccountSeenGiven) -> Status[Done]:
    """Send a new link to set a password; earlier ones open nothing any more."""
    return written(request, lambda by: send_password_link(by, account_id, given.seen), _place(account_id))


@router.post("/{account_id}/closing", response=WRITTEN, summary="停用帳號 / Close an account")
def close_an_account(
    request: HttpRequest, account_id: AddressNumber, given: AccountReasonGiven
) -> Status[Done]:
    """Close an account: its sessions end and its tokens stop; what it did stays."""
    return written(
        request, lambda by: close_account(by, account_id, given.why, given.seen), _place(account_id)
    )


@router.post("/{account_id}/reopening", response=WRITTEN, summary="重新開通 / Open an account again")
def reopen_an_account(
    request: HttpRequest, account_id: AddressNumber, given: AccountReasonGiven
) -> Status[Done]:
    """Open a closed account again; tokens that ended stay ended."""
    return written(
        request, lambda by: reopen_account(by, account_id, given.why, given.seen), _place(account_id)
    )


@router.post(
    "/{account_id}/administrator", response=WRITTEN, summary="設為系統管理者 / Make an administrator"
)
def make_an_administrator(
    request: HttpRequest, account_id: AddressNumber, given: AccountReasonGiven
) -> Status[Done]:
    """Let an account manage accounts; it opens no case."""
    return written(
        request, lambda by: make_administrator(by, account_id, given.why, given.seen), _place(account_id)
    )


@router.post(
    "/{account_id}/administrator/ending",
    response=WRITTEN,
    summary="取消系統管理者 / Unmake an administrator",
)
def unmake_an_administrator(
    request: HttpRequest, account_id: AddressNumber, given: AccountReasonGiven
) -> Status[Done]:
    """Take the power over accounts back; never one's own, and never the last administrator's."""
    return written(
        request, lambda by: unmake_administrator(by, account_id, given.why, given.seen), _place(account_id)
    )


def posting_shown(posting: Posting, day: dt.date) -> PostingShown:
    """A posting as the API shows it."""
    return PostingShown(
        id=posting.pk,
        agency=Named.under(posting.agency.code, posting.agency.name_on(day)),
        kind=posting.kind,
        start=posting.start,
        end=posting.end,
    )


def _brief(row: Listed, day: dt.date) -> AccountBrief:
    account, person = row.account, row.person
    return AccountBrief(
        id=account.pk,
        username=account.username,
        person=None if person is None else PersonShown(id=person.pk, name=Words.of(person.name)),
        is_open=account.is_active,
        administrator=account.is_superuser,
        last_login=account.last_login,
        second_factor=row.second_factor,
        postings=[posting_shown(each, day) for each in row.postings],
        lock=account.lock,
    )


def _place(account_id: int) -> str:
    return reverse("api:show_account", kwargs={"account_id": account_id})
