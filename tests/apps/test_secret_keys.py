"""The key of a secret vote: made with it, gone with it, and what happens when it is lost."""

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from coretech.apps.audit.keys import key_ring
from coretech.apps.meetings.models import Attendance, Envelope, Item, RollEntry
from coretech.apps.meetings.operations.annul_vote import annul_vote
from coretech.apps.meetings.operations.cast_secret_vote import cast_secret_vote
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.secret import destroy_leftovers
from coretech.engines.sealing import KeyMissingError
from tests import factories
from tests.apps.refusing import refused
from tests.factories.votes_factories import fresh, listed_item, open_item, username

pytestmark = pytest.mark.usefixtures("stage")
CHAIR = "member-01"


def scope(item: Item, number: int = 1) -> str:
    return f"vote-{item.pk}-{number}"


def voted(choices: str) -> Item:
    item, members = open_item("secret")
    words = {"f": "for", "a": "against", "x": "abstain"}
    for seat, letter in zip(members, choices, strict=False):
        cast_secret_vote(factories.acting(username(seat)), item.pk, words[letter])
    return item


def test_the_key_is_destroyed_once_the_close_is_written_and_not_before(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    item = voted("fffffff")

    with django_capture_on_commit_callbacks(execute=True):
        close_vote(factories.acting("office"), item.pk)
        assert scope(item) in key_ring().scopes()

    with pytest.raises(KeyMissingError):
        key_ring().scope_key(scope(item))


def test_a_close_that_is_refused_keeps_the_key(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    item = voted("ff")
    first = RollEntry.objects.first()
    assert first is not None
    Attendance.objects.filter(appointment=first.appointment_id).update(status="absent")

    with django_capture_on_commit_callbacks(execute=True):
        refused(lambda: close_vote(factories.acting("office"), item.pk))

    assert scope(item) in key_ring().scopes()
    assert Envelope.objects.count() == 2


def test_without_its_key_a_vote_is_not_counted_but_annulled_and_held_anew(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    item = voted("fff")
    key_ring().destroy_scope(scope(item))

    assert "金鑰" in refused(lambda: close_vote(factories.acting("office"), item.pk)).sentence.zh
    with django_capture_on_commit_callbacks(execute=True):
        annul_vote(factories.acting(CHAIR), item.pk, "the key is lost")
    open_vote(factories.acting("office"), item.pk, "secret")
    cast_secret_vote(factories.acting("member-02"), item.pk, "against")

    assert fresh(item).round == 2
    assert key_ring().scopes(f"vote-{item.pk}-") == [scope(item, 2)]
    assert sorted(RollEntry.objects.values_list("round", flat=True)) == [1, 1, 1, 2]


def test_an_envelope_that_vanished_is_noticed_at_the_close() -> None:
    item = voted("ffffff")
    Envelope.objects.filter(pk=item.envelopes.all()[0].pk).delete()

    assert "投票名冊" in refused(lambda: close_vote(factories.acting("office"), item.pk)).sentence.zh


def test_an_envelope_of_another_vote_is_noticed() -> None:
    item = voted("ffffff")
    envelope = item.envelopes.all()[0]
    envelope.sealed = bytes(envelope.sealed)[:-1] + bytes([bytes(envelope.sealed)[-1] ^ 1])
    envelope.save()

    assert "更動" in refused(lambda: close_vote(factories.acting("office"), item.pk)).sentence.zh


def test_a_vote_cast_by_somebody_who_left_since_cannot_be_taken_out_so_the_vote_is_held_anew() -> None:
    item, members = open_item("secret", present=14)
    for seat in members[:8]:
        cast_secret_vote(factories.acting(username(seat)), item.pk, "for")
    Attendance.objects.filter(appointment=members[7]).update(status="absent")

    assert "作廢" in refused(lambda: close_vote(factories.acting("office"), item.pk)).sentence.zh


def test_keys_that_no_open_vote_needs_are_destroyed_and_the_others_stay() -> None:
    item = voted("f")
    for left in (scope(item, 7), "vote-999999-1"):
        key_ring().create_scope(left)

    assert destroy_leftovers() >= 2

    kept = key_ring().scopes(f"vote-{item.pk}-")
    assert kept == [scope(item)]


def test_a_key_left_by_an_opening_that_was_never_written_is_replaced() -> None:
    item, _ = listed_item()
    old = key_ring().create_scope(scope(item))

    open_vote(factories.acting("office"), item.pk, "secret")

    assert key_ring().scope_key(scope(item)) != old
