"""Witnesses outside sign the log's heads too; what is kept of theirs was checked, and is kept once."""

import datetime as dt
from pathlib import Path

import pytest
from pytest_django import Settings

from coretech.apps.audit.heads import signed_head, text_of
from coretech.apps.audit.models import Act, Cosignature, Witness
from coretech.apps.audit.operations.end_witness import end_witness
from coretech.apps.audit.operations.name_witness import name_witness
from coretech.apps.audit.witnessing import MOST_LINES, accept_cosignatures, witnesses
from coretech.engines.ledger.cosigning import cosign
from coretech.engines.ledger.signing import Signer
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import log_factories
from tests.factories.log_factories import AT, WITNESS, WITNESS_KEY

pytestmark = pytest.mark.usefixtures("stage")


@pytest.fixture(autouse=True)
def _own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_KEYS = tmp_path / "keys"


def named() -> Act:
    return name_witness(log_factories.administrator(), WITNESS_KEY)


def line(time: dt.datetime = AT, signer: Signer = WITNESS) -> str:
    return cosign(signer.name, signer.seed, text_of(signed_head(AT)), int(time.timestamp()))


def refused(size: int, lines: str) -> tuple[int, str]:
    with pytest.raises(Refused) as told:
        accept_cosignatures(size, lines, AT)
    return told.value.status, told.value.sentence.en


def test_a_cosignature_is_kept_once() -> None:
    named()
    size = signed_head(AT).size

    first = accept_cosignatures(size, f"{line()}\n", AT)
    again = accept_cosignatures(size, line(AT + dt.timedelta(minutes=1)), AT)

    assert [each.pk for each in first] == [each.pk for each in again]
    assert Cosignature.objects.get().line == line()
    assert Act.objects.count() == size


def test_an_older_head_may_be_cosigned_later() -> None:
    named()
    older, cosigned = signed_head(AT).size, line()
    name_witness(log_factories.administrator(), log_factories.OTHER_WITNESS_KEY)
    signed_head(AT)

    assert accept_cosignatures(older, cosigned, AT)[0].checkpoint.size == older


def test_what_is_no_cosignature_of_a_witness_under_this_head_is_refused() -> None:
    named()
    size = signed_head(AT).size
    other = signed_head(AT).note.replace(f"\n{size}\n", f"\n{size + 1}\n").partition("\n\n")[0] + "\n"

    assert refused(size, "hello") == (422, "A line is no cosignature.")
    assert refused(size, "") == refused(size, "\n".join([line()] * (MOST_LINES + 1)))
    assert refused(size + 5, line())[0] == 404
    assert refused(size, line(signer=Signer("stranger.example", bytes(32))))[1].startswith("Whoever cosigned")
    assert refused(size, cosign(WITNESS.name, WITNESS.seed, other, 5))[1].startswith("A cosignature is not")
    assert refused(size, line(AT + dt.timedelta(days=1)))[1] == "The cosignature's time lies ahead."
    assert refused(size, line().replace("witness.example/w1", "witness.example/w2"))[0] == 422
    assert not Cosignature.objects.exists()


def test_with_one_bad_line_none_is_kept() -> None:
    named()
    size = signed_head(AT).size

    assert refused(size, f"{line()}\nhello")[0] == 422
    assert not Cosignature.objects.exists()


def test_a_witness_that_ended_signs_no_more_and_what_it_signed_stays() -> None:
    named()
    accept_cosignatures(signed_head(AT).size, line(), AT)
    end_witness(log_factories.administrator(), WITNESS.name)

    assert refused(signed_head(AT).size, line())[1].startswith("Whoever cosigned")
    assert Cosignature.objects.count() == 1
    assert not witnesses().exists()


def test_a_witness_that_ended_may_begin_again() -> None:
    named()
    end_witness(log_factories.administrator(), WITNESS.name)
    again = named()

    assert again.public == {"verifier": WITNESS_KEY}
    assert Witness.objects.get().ended_at is None


@pytest.mark.parametrize(
    "verifier",
    ["", "hello", WITNESS.verifier, f"{WITNESS_KEY}\n{WITNESS_KEY}", "w" * 400, "a+00000000+" + "A" * 44],
)
def test_what_is_no_key_of_a_witness_is_not_taken(verifier: str) -> None:
    with pytest.raises(Refused) as told:
        name_witness(log_factories.administrator(), verifier)

    assert (told.value.status, told.value.field) == (422, "verifier")


def test_a_witness_is_named_once() -> None:
    named()
    with pytest.raises(Refused, match="is a witness already"):
        named()
    with pytest.raises(Refused) as told:
        end_witness(log_factories.administrator(), "nobody")

    assert told.value.status == 404


@pytest.mark.parametrize("username", ["public", "office", "member-05", "announcer"])
def test_only_an_administrator_names_and_ends_witnesses(username: str) -> None:
    by = factories.acting(username)
    with pytest.raises(Refused) as naming:
        name_witness(by, WITNESS_KEY)
    with pytest.raises(Refused) as ending:
        end_witness(by, WITNESS.name)

    assert naming.value.status == ending.value.status == 403
