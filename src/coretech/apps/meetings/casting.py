"""Casting one's vote by whichever method the item is voted on."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations import cast_secret_vote, cast_vote


def check_own_vote(by: Acting, item: Item) -> Appointment:
    """The seat one votes from, where one may vote now; what the button asks."""
    secret = item.method == Item.Method.SECRET
    return cast_secret_vote.check(by, item) if secret else cast_vote.check(by, item)


def cast(by: Acting, item: Item, choice: str) -> Act:
    """Cast one's vote: sealed where the ballot is secret, under one's name otherwise."""
    if item.method == Item.Method.SECRET:
        return cast_secret_vote.cast_secret_vote(by, item.pk, choice)
    return cast_vote.cast_vote(by, item.pk, choice)
