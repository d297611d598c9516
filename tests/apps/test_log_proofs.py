"""The log proves what it holds: items of the list, its own growth, and the keys it signs with."""

import datetime as dt
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from coretech.apps.audit.blocks import complete_block, ranges_of_log
from coretech.apps.audit.heads import log_size, root_at, signed_head
from coretech.apps.audit.log_keys import current_key, signer_of
from coretech.apps.audit.models import Act, Block
from coretech.apps.audit.proving import (
    growth_since,
    growth_since_head,
)
from coretech.apps.register.operations.announce import Notice, announce
from coretech.apps.register.proving import item_proof
from coretech.engines.ledger.consistency import consistent
from coretech.engines.ledger.ranges import BLOCK
from coretech.engines.ledger.signing import Signer, checkpoint_note, checkpoint_text
from coretech.engines.ledger.tree import root_of
from coretech.engines.ledger.verify import open_checkpoint, read_keys
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories.log_factories import AT, checked, grow

pytestmark = pytest.mark.usefixtures("stage")


@pytest.fixture(autouse=True)
def _own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_KEYS = tmp_path / "keys"


def test_every_item_of_the_list_is_proved() -> None:
    for number in range(1, 23):
        said = checked(item_proof(factories.acting("public"), number))["item"]

        assert isinstance(said, dict)
        assert (said["no"], said["version"], said["valid_from"]) == (number, 1, "2023-12-05")


def test_a_leaf_says_what_the_item_says_officially() -> None:
    said = item_proof(factories.acting("public"), 12)["item"]

    assert said == {
        "no": 12,
        "version": 1,
        "change": "added",
        "corrects": None,
        "name": "太空規格主動式相位陣列天線技術",
        "name_announced": "太空規格主動式相位陣列天線技術",
        "damaged": False,
        "scope": "",
        "authority": "nstc",
        "sector": "space",
        "valid_from": "2023-12-05",
        "edition": 1,
        "document_number": "",
        "announced_on": "2023-12-05",
    }


def test_an_item_that_changed_is_proved_version_by_version() -> None:
    day = dt.date(2026, 3, 2)
    case = factories.pre_announced_case(factories.renaming())
    announce(
        factories.acting("announcer", day), Notice((case.reference,), "院臺科字第1150000001號", day, day)
    )
    by = factories.acting("public", day)

    newest = checked(item_proof(by, 12))["item"]
    first = checked(item_proof(by, 12, 1))["item"]

    assert isinstance(newest, dict)
    assert isinstance(first, dict)
    assert (newest["version"], newest["name"]) == (2, factories.NEW_NAME)
    assert newest["document_number"] == "院臺科字第1150000001號"
    assert (first["version"], first["document_number"]) == (1, "")


@pytest.mark.parametrize(("number", "version"), [(12, 2), (99, None)])
def test_what_is_not_on_the_list_is_not_proved(number: int, version: int | None) -> None:
    with pytest.raises(Refused) as told:
        item_proof(factories.acting("public"), number, version)

    assert told.value.status == 404


def test_an_item_that_says_what_the_log_does_not_is_not_proved() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE register_itemversion DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE register_itemversion SET name_zh = 'forged' WHERE item_id = "
            "(SELECT id FROM register_registeritem WHERE number = 12)"
        )

    with pytest.raises(Refused, match="does not say what the register says"):
        item_proof(factories.acting("public"), 12)


def test_a_head_is_signed_once_for_each_size() -> None:
    first, again = signed_head(AT), signed_head(AT + dt.timedelta(days=1))
    grow()
    then = signed_head(AT)

    assert first == again
    assert then.size == first.size + 1
    assert Act.objects.count() == then.size
    key, size, root = open_checkpoint(then.note, read_keys(then.key.verifier))
    assert (size, root) == (then.size, root_of(leaf_hashes()))
    assert key[0] == then.note.split("\n")[0]


def test_the_log_is_named_by_its_address_and_a_mark_of_its_own(settings: Settings) -> None:
    settings.CORETECH_ADDRESS = "https://ckt.example:8443/any"
    origin = signed_head(AT).note.split("\n")[0]

    assert origin.startswith("ckt.example:8443/log/")
    assert len(origin.rpartition("/")[2]) == 8


def test_a_log_that_was_changed_behind_its_back_is_signed_no_more() -> None:
    signed_head(AT)
    grow()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_act DISABLE TRIGGER USER")
        cursor.execute("UPDATE audit_act SET leaf_hash = sha256('forged') WHERE seq = 1")

    with pytest.raises(Refused, match="does not continue the head"):
        signed_head(AT)


def test_a_log_that_was_cut_is_signed_no_more() -> None:
    grow()
    head = signed_head(AT)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_act DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM audit_act WHERE seq = %s", [head.size])

    with pytest.raises(Refused, match="does not continue the head"):
        signed_head(AT)
    with pytest.raises(Refused, match="has been cut"):
        growth_since_head(head.note, AT)


def test_a_missing_act_is_told_and_nothing_is_signed() -> None:
    grow(2)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_act DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM audit_act WHERE seq = %s", [log_size() - 1])

    with pytest.raises(Refused, match="does not continue the head"):
        signed_head(AT)


def test_growth_is_proved_from_every_size() -> None:
    grow(5)
    hashes = leaf_hashes()
    for size in range(len(hashes) + 1):
        growth = growth_since(size, AT)

        assert growth.old_root == root_of(hashes[:size])
        assert consistent(size, growth.old_root, growth.head.size, bytes(growth.head.root), growth.path)


@pytest.mark.parametrize("size", [-1, 10_000])
def test_growth_from_a_size_that_never_was_is_refused(size: int) -> None:
    with pytest.raises(Refused) as told:
        growth_since(size, AT)

    assert told.value.status == 422


def test_an_older_head_is_continued_by_the_newer() -> None:
    old = signed_head(AT).note
    grow(3)

    growth = growth_since_head(old, AT)

    assert (growth.old_size, growth.head.size) == (log_size() - 3, log_size())


def test_a_head_that_is_none_of_this_log_is_refused_in_its_own_words() -> None:
    own = signed_head(AT)
    stranger = Signer("other.example/log", bytes(32))
    text = checkpoint_text("other.example/log", 2, bytes(32))
    forged = own.note.replace(f"\n{own.size}\n", f"\n{own.size - 1}\n")
    told = {}
    for name, note in {"other": checkpoint_note(text, stranger), "forged": forged, "none": "hello"}.items():
        with pytest.raises(Refused) as refused:
            growth_since_head(note, AT)
        told[name] = (refused.value.status, refused.value.sentence.en)

    assert told["other"] == (409, "The head is another log's.")
    assert told["forged"][0] == 409
    assert "forged" in told["forged"][1]
    assert told["none"][0] == 422


def test_a_head_signed_over_other_acts_is_found_out() -> None:
    key = current_key(AT)
    note = checkpoint_note(checkpoint_text(key.verifier.split("+")[0], 1, bytes(32)), signer_of(key))

    with pytest.raises(Refused, match="were changed since"):
        growth_since_head(note, AT)


def test_the_act_that_completes_a_block_writes_its_root() -> None:
    filler = Act.objects.order_by("-seq")[0]
    rows = [
        Act(
            seq=seq,
            at=AT,
            kind="test.filled",
            subject="test/0",
            public={},
            confidential={},
            salt=bytes(32),
            leaf=filler.leaf,
            leaf_hash=bytes(filler.leaf_hash),
        )
        for seq in range(log_size() + 1, BLOCK)
    ]
    Act.objects.bulk_create(rows)
    grow()

    assert log_size() == BLOCK
    assert bytes(Block.objects.get().root) == root_of(leaf_hashes())
    assert complete_block(filler) is None
    grow(2)
    assert root_at(log_size()) == root_of(leaf_hashes())
    assert ranges_of_log().root(0, BLOCK) == bytes(Block.objects.get().root)


def leaf_hashes() -> list[bytes]:
    return [bytes(each) for each in Act.objects.order_by("seq").values_list("leaf_hash", flat=True)]
