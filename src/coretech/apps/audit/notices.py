"""Notices an act owes: written with it, sent afterwards, with no confidential word in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.audit.models import Act, Outbox
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Letter:
    """What one account is told: a subject, the page to go to, a text in its own language, a calendar file.

    Somebody without an account is written to at an ``address`` outside, and ``account`` is None.
    ``link_to`` names what the link's secret opens, where the page's address ends in one.
    """

    account: int | None
    subject: Sentence
    path: str
    text: str = ""
    calendar: str = ""
    address: str = ""
    link_to: str = ""


def notify(act: Act, accounts: Iterable[int], subject: Sentence, path: str) -> None:
    """Put one notice per account into the outbox, in the operation's transaction."""
    post(act, [Letter(account, subject, path) for account in sorted(set(accounts))])


def post(act: Act, letters: Iterable[Letter]) -> None:
    """The same, for letters that differ from account to account."""
    Outbox.objects.bulk_create(
        Outbox(
            act=act,
            recipient_id=letter.account,
            address=letter.address,
            subject_zh=letter.subject.zh,
            subject_en=letter.subject.en,
            path=letter.path,
            link_to=letter.link_to,
            text=letter.text,
            calendar=letter.calendar,
        )
        for letter in letters
    )
