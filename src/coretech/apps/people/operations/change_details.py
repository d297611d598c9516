"""Changing a name, an address or a language; the old address and the new one are both told."""

from collections.abc import Iterator
from dataclasses import dataclass

from coretech.apps.accounts.letters import letter_to, told_letter
from coretech.apps.accounts.locking import lock_account, written
from coretech.apps.accounts.models import Account
from coretech.apps.accounts.naming import free_address, known_language
from coretech.apps.accounts.password_links import end_links, make_link, send_link
from coretech.apps.accounts.sign_in import forget_addresses
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import Letter, post
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Person
from coretech.apps.people.naming import sound_names
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_CHANGED = Sentence("您的 coretech 帳號資料已變更", "The details of your coretech account have changed")
_MOVED = Sentence(
    "系統管理者已變更您帳號登記的電子郵件，此後的通知改寄新的地址。這封信同時寄到原來與新的地址；若不是您要求的，請立即洽系統管理者。",
    "An administrator has changed the e-mail address of your account; notices go to the new one from now on. "
    "This mail goes to the old address and the new one. If you did not ask for it, tell an administrator at once.",
)
_RENAMED = Sentence(
    "系統管理者已變更您帳號登記的姓名或語言。若不正確，請洽系統管理者。",
    "An administrator has changed the name or the language of your account. If it is wrong, tell an administrator.",
)


@dataclass(frozen=True, slots=True)
class Details:
    """What the account is to say; an account without a person behind it has no name."""

    email: str
    language: str
    name_zh: str = ""
    name_en: str = ""


def check(by: Acting) -> None:
    """Whether this person may change the details of accounts."""
    allow(by, Action.MANAGE_ACCOUNTS)


@operation
def change_details(by: Acting, account_id: int, given: Details, seen: int | None = None) -> Act:
    """Change what differs; a link that was out goes to the new address again."""
    check(by)
    account = lock_account(account_id, seen)
    person = Person.objects.select_for_update().filter(account=account).first()
    before = _details(account, person)
    _write(account, person, given)
    after = _details(account, person)
    if before == after:
        raise wrong_state("資料沒有變更。", "Nothing differs from what is on record.")
    act = record(
        by,
        "accounts.details_changed",
        f"account/{account.pk}",
        confidential={"before": before, "after": after},
    )
    post(act, _letters(account, before["email"]))
    if before["email"] != account.email:
        forget_addresses(account)
        if end_links(account, by.at) and account.is_active:
            send_link(act, make_link(account, by.at))
    return act


def _write(account: Account, person: Person | None, given: Details) -> None:
    account.email = free_address(given.email, account)
    account.language = known_language(given.language)
    written(account, "email", "language")
    if person is not None:
        person.name_zh, person.name_en = sound_names(given.name_zh, given.name_en)
        person.save(update_fields=["name_zh", "name_en"])


def _details(account: Account, person: Person | None) -> dict[str, str]:
    names = {} if person is None else {"name_zh": person.name_zh, "name_en": person.name_en}
    return {"email": account.email, "language": account.language, **names}


def _letters(account: Account, old: str) -> Iterator[Letter]:
    if old == account.email:
        if account.is_active:
            yield told_letter(account, _CHANGED, _RENAMED)
        return
    yield from (letter_to(address, _CHANGED, _MOVED) for address in (old, account.email) if address)
