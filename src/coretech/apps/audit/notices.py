"""Notices an act owes: written with it, sent afterwards, with no confidential word in them."""

from collections.abc import Iterable

from coretech.apps.audit.models import Act, Outbox
from coretech.kit.sentence import Sentence


def notify(act: Act, accounts: Iterable[int], subject: Sentence, path: str) -> None:
    """Put one notice per account into the outbox, in the operation's transaction."""
    Outbox.objects.bulk_create(
        Outbox(act=act, recipient_id=account, subject_zh=subject.zh, subject_en=subject.en, path=path)
        for account in sorted(set(accounts))
    )
