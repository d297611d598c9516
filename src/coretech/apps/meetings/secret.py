"""The envelopes of a secret ballot: sealed under a key outside the database, and written anew with every vote.

Whoever votes is put on the roll; the choice goes into an envelope that bears no name, no moment and no order. All
envelopes of the vote are rewritten together, so a row's number, its place in the table and the transaction that wrote
it say nothing. The key is destroyed when the vote ends; old copies of envelopes then open for nobody.
"""

import secrets
from functools import partial

from django.db import transaction

from coretech.apps.audit.keys import key_ring, keys_needed
from coretech.apps.meetings.facts import sums
from coretech.apps.meetings.models import Envelope, Item, Meeting
from coretech.engines.sealing import open_sealed, seal
from coretech.kit.refusal import wrong_state

_PREFIX = "vote-"
_LENGTH = 16
"""Every choice is padded to this many bytes, so that its length does not tell it."""


def begin(item: Item) -> None:
    """Make the key of this round; one that an opening left behind before it was written is destroyed first."""
    key_ring().destroy_scope(_scope(item))
    with keys_needed():
        key_ring().create_scope(_scope(item))


def put_in(item: Item, choice: str) -> None:
    """Add a choice: open all envelopes, shuffle, seal all of them anew and replace the old ones."""
    choices = [*_opened(item), choice]
    secrets.SystemRandom().shuffle(choices)
    with keys_needed():
        key = key_ring().scope_key(_scope(item))
    item.envelopes.all().delete()
    Envelope.objects.bulk_create(
        Envelope(item=item, sealed=seal(key, each.encode().ljust(_LENGTH), _context(item)))
        for each in choices
    )


def secret_tally(item: Item) -> dict[str, int]:
    """How many envelopes are for, against and abstaining.

    Raises:
        Refused: (HTTP 409) where the key is lost, an envelope was tampered with, or they are not as many as the roll.
    """
    choices = _opened(item)
    if len(choices) != item.roll.filter(round=item.round).count():
        raise wrong_state(
            "票數與投票名冊人數不符，不得計票；請主席宣告本次表決作廢，重新表決。",
            "There are not as many envelopes as names on the roll, so they are not counted. "
            "Let the chair annul this vote and open it anew.",
        )
    return sums(choices)


def finish(item: Item) -> None:
    """Delete the envelopes, and destroy their key once that is written; see `destroy_leftovers`."""
    item.envelopes.all().delete()
    transaction.on_commit(partial(key_ring().destroy_scope, _scope(item)))


def destroy_leftovers() -> int:
    """Destroy the keys that no open vote needs, left where the program was stopped in between; says how many."""
    return sum(map(_destroy_leftover, key_ring().scopes(_PREFIX)))


def _destroy_leftover(scope: str) -> bool:
    number = scope.removeprefix(_PREFIX).partition("-")[0]
    with transaction.atomic():
        # An opening that is being written holds this row: its key is needed, though nobody can see the vote yet.
        meetings = Meeting.objects.select_for_update(of=("self",)).filter(items=int(number))
        needed = meetings.exists() and any(
            _scope(item) == scope
            for item in Item.objects.filter(pk=number, method=Item.Method.SECRET, state=Item.State.VOTING)
        )
        if not needed:
            key_ring().destroy_scope(scope)
    return not needed


def _opened(item: Item) -> list[str]:
    sealed = [bytes(envelope.sealed) for envelope in item.envelopes.all()]
    with keys_needed():
        key = key_ring().scope_key(_scope(item))
        return [open_sealed(key, each, _context(item)).decode().strip() for each in sealed]


def _scope(item: Item) -> str:
    return f"{_PREFIX}{item.pk}-{item.round}"


def _context(item: Item) -> bytes:
    return _scope(item).encode()
