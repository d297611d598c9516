"""One flipped bit anywhere in the log is found and named."""

import json
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.apps.audit.auditing.found import MOST_NAMED, Fault, Wrong
from coretech.apps.audit.heads import signed_head
from coretech.apps.audit.models import Act, Block, Checkpoint
from coretech.apps.audit.queries import audit
from coretech.engines.ledger.leaf import canonical, leaf_hash
from coretech.engines.ledger.ranges import BLOCK
from coretech.engines.ledger.tree import root_of
from tests import factories
from tests.factories.audit_factories import add_acts, behind, flip, named, undone, unguard, write_acts

pytestmark = pytest.mark.usefixtures("unguarded")

COLUMNS = ("at", "kind", "subject", "account_id", "public", "confidential", "salt", "leaf", "leaf_hash")
NAMED = {"account_id": "account", "confidential": "confidential or salt", "salt": "confidential or salt"}
FEW = 5
DIFFERS = "differs from what was written"


@pytest.fixture
def unguarded(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    """A stage on which whoever holds the database changes the log as they like."""
    unguard("audit_act", "audit_block", "audit_checkpoint", "audit_logkey")


def differs(act: int, column: str) -> list[str]:
    return [f"act {act}: {NAMED.get(column, column)} {DIFFERS}"]


def of_acts() -> list[str]:
    """The faults named but those of rows: what an act keeps of its rows is lost with its confidential part."""
    return [fault for fault in named() if not fault.endswith("written by no act")]


def test_an_untouched_log_holds() -> None:
    write_acts(FEW)

    found = audit()

    assert (found.broken, found.faults) == ((), 0)
    assert found.size == Act.objects.count()
    assert found.root == root_of(bytes(act.leaf_hash) for act in Act.objects.all()).hex()
    assert found.rows > 0


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_of_every_act_is_recomputed(column: str) -> None:
    write_acts(FEW)

    for act in range(1, Act.objects.count() + 1):
        with undone():
            flip("audit_act", ("seq", act), column, bit=act)
            assert (of_acts() if column == "confidential" else named()) == differs(act, column)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(act=st.integers(1, 3), column=st.sampled_from(COLUMNS), bit=st.integers(0, 10_000))
def test_any_bit_of_any_act_is_found_and_named(act: int, column: str, bit: int) -> None:
    with undone():
        flip("audit_act", ("seq", act), column, bit)
        assert (of_acts() if column == "confidential" else named()) == differs(act, column)


def test_each_leaf_is_recomputed_byte_by_byte() -> None:
    write_acts(1)
    last = Act.objects.latest("seq")

    for place in range(len(bytes(last.leaf))):
        with undone():
            flip("audit_act", ("seq", last.seq), "leaf", bit=8 * place)
            assert named() == differs(last.seq, "leaf")


@pytest.mark.parametrize("value", ["'infinity'", "'-infinity'", "'294276-12-31'", "'4713-01-01 BC'"])
def test_a_moment_that_no_calendar_reaches_stops_no_audit(value: str) -> None:
    assert behind(f"UPDATE audit_act SET at = {value} WHERE seq = 2") == 1  # noqa: S608 - the values above
    assert named() == differs(2, "at")


@pytest.mark.parametrize(
    "value",
    [
        "[1]",
        "null",
        '"text"',
        '{"n": 1e300}',
        '{"n": ' + "9" * 5000 + "}",
        '{"n": ' + "[" * 900 + "]" * 900 + "}",
    ],
    ids=["list", "null", "text", "fraction", "long", "deep"],
)
@pytest.mark.parametrize("column", ["public", "confidential"])
def test_json_of_any_shape_stops_no_audit(column: str, value: str) -> None:
    assert behind(f"UPDATE audit_act SET {column} = %s::jsonb WHERE seq = 2", [value]) == 1  # noqa: S608 - the columns above
    assert differs(2, column)[0] in named()


def test_an_act_with_another_number_is_named_by_its_own() -> None:
    write_acts(FEW)
    behind("UPDATE audit_act SET seq = 100000 WHERE seq = 4")

    assert named() == ["act 4: missing", *differs(4, "seq")]


def test_an_act_taken_out_is_missed() -> None:
    write_acts(FEW)
    behind("DELETE FROM audit_act WHERE seq IN (4, 5)")

    assert named() == ["acts 4 to 5: missing"]


def test_an_act_slipped_in_before_all_is_not_taken_for_one() -> None:
    first = Act.objects.get(seq=1)
    first.seq = -3
    first.save(force_insert=True)

    assert named() == ["act 1: seq differs from what was written", "act 1: its number is taken"]


def test_two_acts_that_change_places_are_both_named() -> None:
    behind("UPDATE audit_act SET seq = CASE seq WHEN 1 THEN -2 ELSE -1 END WHERE seq IN (1, 2)")
    behind("UPDATE audit_act SET seq = -seq WHERE seq < 0")

    assert {"act 1: seq differs from what was written", "act 2: seq differs from what was written"} <= set(
        named()
    )


def test_many_faults_are_all_counted_and_the_first_ones_named() -> None:
    add_acts(MOST_NAMED + 50)
    behind("UPDATE audit_act SET kind = 'forged' WHERE seq > 3")

    found = audit()

    assert len(found.broken) == MOST_NAMED
    assert found.faults > MOST_NAMED


def test_a_fault_is_told_in_both_languages() -> None:
    sentence = Fault("act 17", "public", Wrong.DIFFERS).sentence

    assert (sentence.zh, sentence.en) == (
        "act 17: public 與當初寫入的不同",
        "act 17: public differs from what was written",
    )


class TestALogOfBlocks:
    """A log of more than one block, with heads signed on the way."""

    @pytest.fixture(autouse=True)
    def _blocks(self, unguarded: None) -> None:  # noqa: ARG002 - asked for, not read
        by = factories.acting("office")
        signed_head(by.at)
        add_acts(BLOCK)
        signed_head(by.at)
        add_acts(FEW)
        signed_head(by.at)

    def test_it_holds(self) -> None:
        assert (named(), Block.objects.count(), Checkpoint.objects.count()) == ([], 1, 3)

    @pytest.mark.parametrize("column", ["leaf_hash", "leaf", "public"])
    def test_a_flip_in_an_act_is_named_there_and_nowhere_else(self, column: str) -> None:
        flip("audit_act", ("seq", 700), column, 3)

        assert named() == differs(700, column)

    def test_a_flip_in_a_block_is_named_there(self) -> None:
        flip("audit_block", ("number", 0), "root", 77)

        assert named() == [f"block 0: root {DIFFERS}"]

    def test_a_block_taken_out_is_missed(self) -> None:
        behind("DELETE FROM audit_block")

        assert named() == ["block 0: missing"]

    def test_a_block_beyond_the_log_is_named(self) -> None:
        Block.objects.create(number=7, root=bytes(32))

        assert named() == ["block 7: written by no act"]

    def test_an_act_missing_in_a_block_spoils_no_head(self) -> None:
        behind("DELETE FROM audit_act WHERE seq = 500")

        assert named() == ["act 500: missing"]

    def test_an_act_rewritten_with_its_leaf_is_given_away_by_block_and_heads(self) -> None:
        act = Act.objects.get(seq=500)
        leaf = canonical({**json.loads(bytes(act.leaf)), "kind": "test.forged"})
        forged = [leaf, leaf_hash(leaf)]
        behind("UPDATE audit_act SET kind = 'test.forged', leaf = %s, leaf_hash = %s WHERE seq = 500", forged)
        heads = Checkpoint.objects.filter(size__gt=500).order_by("pk")

        assert named() == [
            f"block 0: root {DIFFERS}",
            *(f"checkpoint {head.pk}: the log is no longer what it signed" for head in heads),
        ]

    def test_acts_cut_off_at_the_end_are_given_away_by_the_heads(self) -> None:
        behind("DELETE FROM audit_act WHERE seq > %s", [BLOCK + 5])
        last = Checkpoint.objects.latest("size")

        assert named() == [f"checkpoint {last.pk}: the log no longer reaches as far as it signed"]

    @pytest.mark.parametrize("column", ["size", "root", "key_id", "note"])
    def test_every_column_of_a_head_that_says_something_of_the_log_is_checked(self, column: str) -> None:
        head = Checkpoint.objects.earliest("size")
        part = "key" if column == "key_id" else column

        with undone():
            flip("audit_checkpoint", ("id", head.pk), column, 20)
            assert named() == [f"checkpoint {head.pk}: {part} {DIFFERS}"]

    def test_a_key_of_the_log_is_checked(self) -> None:
        key = Checkpoint.objects.earliest("size").key
        flip("audit_logkey", ("id", key.pk), "verifier", 5)

        assert f"log key {key.pk}: verifier {DIFFERS}" in named()


def test_memory_does_not_grow_with_the_log() -> None:
    peaks = []
    for _ in range(2):
        add_acts(6 * BLOCK)
        tracemalloc.start()
        try:
            assert audit().broken == ()
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[1] < 1.1 * peaks[0]
