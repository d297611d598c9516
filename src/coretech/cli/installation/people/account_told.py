"""Accounts as a command tells them: on one line each, and one whole."""

import datetime as dt
from collections.abc import Iterable, Sequence

from coretech.apps.audit.models import Act
from coretech.apps.bodies.directory import Listed
from coretech.apps.bodies.reasons import Reason, posting_told, reasons
from coretech.apps.people.models import Posting
from coretech.apps.people.queries import postings_ever
from coretech.cli.installation.told import Told, act_line, moment, table
from coretech.kit.sentence import Sentence
from coretech.law.access import role_name

_CLOSED, _NEVER = Sentence("已停用", "closed"), Sentence("從未登入", "never signed in")
_OPEN = Sentence("使用中", "in use")
_ONE_FACTOR = Sentence("無第二道驗證", "no second factor")
_NONE = Sentence("沒有符合的帳號。", "No account fits.")


def accounts_told(rows: Sequence[Listed], day: dt.date) -> Told:
    """The accounts, one a line: name, person, posts, state."""

    def lines(language: str) -> list[str]:
        return table([_line(row, day, language) for row in rows])

    return Told([_data(row, day) for row in rows], lines, None if rows else _NONE)


def account_told(row: Listed, day: dt.date) -> Told:
    """One account with its address, roles, postings and acts."""
    account = row.account
    why = reasons(account, row.person, day)
    postings = list(postings_ever(row.person)) if row.person else []
    acts = list(Act.objects.filter(subject=f"account/{account.pk}"))
    data = {
        **_data(row, day),
        "email": account.email,
        "language": account.language,
        "has_password": account.has_usable_password(),
        "roles": [{"role": each.role.value, "why": each.why.as_dict()} for each in why],
        "postings": [_posting(each, day) for each in postings],
    }

    def lines(language: str) -> Iterable[str]:
        yield "  ".join(_line(row, day, language))
        yield f"{account.email}  {account.language}"
        yield from table([_role(each, language) for each in why])
        yield from table([(f"#{each.pk}", posting_told(each, day).say(language)) for each in postings])
        yield from table([act_line(act) for act in acts])

    return Told(data, lines)


def _data(row: Listed, day: dt.date) -> dict[str, object]:
    account, person = row.account, row.person
    return {
        "id": account.pk,
        "username": account.username,
        "person": None if person is None else person.pk,
        "name": None if person is None else person.name.as_dict(),
        "open": account.is_active,
        "administrator": account.is_superuser,
        "last_login": None if account.last_login is None else moment(account.last_login),
        "second_factor": row.second_factor,
        "postings": [_posting(each, day) for each in row.postings],
    }


def _posting(posting: Posting, day: dt.date) -> dict[str, object]:
    return {
        "id": posting.pk,
        "agency": posting.agency.code,
        "agency_name": posting.agency.name_on(day).as_dict(),
        "kind": posting.kind,
        "start": posting.start.isoformat(),
        "end": None if posting.end is None else posting.end.isoformat(),
    }


def _line(row: Listed, day: dt.date, language: str) -> tuple[str, ...]:
    name = "-" if row.person is None else row.person.name.say(language)
    posts = "; ".join(posting_told(each, day).say(language) for each in row.postings) or "-"
    return row.account.username, name, posts, _state(row).say(language)


def _state(row: Listed) -> Sentence:
    if not row.account.is_active:
        return _CLOSED
    if row.account.last_login is None:
        return _NEVER
    return _OPEN if row.second_factor else _ONE_FACTOR


def _role(reason: Reason, language: str) -> tuple[str, str]:
    return role_name(reason.role).say(language), reason.why.say(language)
