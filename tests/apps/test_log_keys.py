"""The keys that sign the log's heads: outside the database, lost and replaced."""

import json
import stat
from pathlib import Path

import pytest
from pytest_django import Settings

from coretech.apps.audit.heads import signed_head
from coretech.apps.audit.log_keys import KeyLost, current_key, log_keys, signer_of
from coretech.apps.audit.models import Checkpoint, LogKey
from coretech.apps.audit.operations.rotate_log_key import rotate_log_key
from coretech.apps.audit.proving import Proof, proof_of_key
from coretech.apps.register.proving import item_proof
from coretech.engines.ledger.signing import Signer
from coretech.engines.ledger.verify import ProofError, open_checkpoint, read_keys
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import log_factories
from tests.factories.log_factories import AT, checked, grow

pytestmark = pytest.mark.usefixtures("stage")


@pytest.fixture(autouse=True)
def _own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_KEYS = tmp_path / "keys"


def test_the_private_key_lies_outside_the_database_for_its_owner_alone() -> None:
    key = signed_head(AT).key
    file = log_factories.private_file(key)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert file.with_suffix(".pub").read_text().strip() == key.verifier
    # PRIVATE+KEY+name+id+base64: the last may hold a "+" of its own.
    seed = file.read_text().strip().split("+", 4)[4]
    assert len(seed) > 40
    assert seed not in json.dumps(list(LogKey.objects.values()), default=str)


def test_a_lost_key_stops_new_heads_and_says_the_way_out() -> None:
    head = signed_head(AT)
    log_factories.private_file(head.key).unlink()

    assert checked(item_proof(factories.acting("public"), 12))
    assert signed_head(AT) == head
    grow()
    with pytest.raises(KeyLost, match="rotate-key --lost"):
        signed_head(AT)
    assert checked(item_proof(factories.acting("public"), 12))


@pytest.mark.parametrize("content", ["", "PRIVATE+KEY+x", "another"])
def test_a_damaged_key_is_a_lost_one(content: str) -> None:
    key = current_key(AT)
    log_factories.private_file(key).write_text(content)

    with pytest.raises(KeyLost):
        signer_of(key)


def test_the_key_of_another_log_in_its_place_is_not_used() -> None:
    key = current_key(AT)
    log_factories.private_file(key).write_text(Signer("other.example", bytes(32)).as_text())

    with pytest.raises(KeyLost):
        signer_of(key)


def test_a_new_key_is_vouched_for_by_the_former() -> None:
    former = signed_head(AT).key
    act = rotate_log_key(log_factories.administrator())
    new = current_key(AT)
    head = Checkpoint.objects.get(size=act.seq)

    assert new.from_size == act.seq
    for key in (former, new):
        assert open_checkpoint(head.note, read_keys(key.verifier))[1] == act.seq
    said = checked(proof_of_key(new), former.verifier)
    assert said["item"] == {"key": new.verifier, "follows": former.verifier}


def test_after_a_new_key_proofs_are_signed_by_it_and_old_ones_hold_on() -> None:
    old = item_proof(factories.acting("public"), 12)
    former = current_key(AT)
    rotate_log_key(log_factories.administrator())
    for new in (item_proof(factories.acting("public"), 12), _after_one_more_act()):
        assert checked(new)["verifier"] == current_key(AT).verifier
        with pytest.raises(ProofError) as told:
            checked(new, former.verifier)
        assert told.value.fault == "other_key"

    assert checked(old, former.verifier)
    assert len(log_keys(AT)) == 2


def _after_one_more_act() -> Proof:
    grow()
    return item_proof(factories.acting("public"), 12)


def test_the_first_key_and_one_that_followed_a_lost_key_are_vouched_for_by_nobody() -> None:
    first = current_key(AT)
    log_factories.private_file(first).unlink()
    with pytest.raises(KeyLost):
        rotate_log_key(log_factories.administrator())
    rotate_log_key(log_factories.administrator(), lost=True)

    for key in (first, current_key(AT)):
        with pytest.raises(Refused, match="vouches"):
            proof_of_key(key)
    assert signed_head(AT).key == current_key(AT) != first


def test_a_key_that_is_there_is_not_passed_over_as_lost() -> None:
    signed_head(AT)
    with pytest.raises(Refused, match="leave out --lost"):
        rotate_log_key(log_factories.administrator(), lost=True)

    assert LogKey.objects.count() == 1


@pytest.mark.parametrize("username", ["public", "office", "member-05", "announcer"])
def test_nobody_but_an_administrator_brings_a_new_key(username: str) -> None:
    with pytest.raises(Refused) as told:
        rotate_log_key(factories.acting(username))

    assert told.value.status == 403
    assert not LogKey.objects.exists()
