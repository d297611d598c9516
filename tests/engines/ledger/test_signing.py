"""Keys, heads and cosignatures in C2SP's forms: written and read back, and nothing changed gets through."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.ledger.cosigning import COSIGNATURE, cosign, cosigned_by, read_cosignature
from coretech.engines.ledger.signing import Signer, checkpoint_note, checkpoint_text, key_id, verifier_of
from coretech.engines.ledger.verify import Key, ProofError, open_checkpoint, read_keys

ORIGIN = "list.example/log/0a1b2c3d"
SIGNER = Signer(ORIGIN, bytes(range(32)))
OTHER_KEY = Signer(ORIGIN, bytes(range(1, 33)))


def test_the_example_of_the_signed_note_form_is_read() -> None:
    """The key of the example in Go's ``sumdb/note``, which the form comes from."""
    peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    note = (
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n"
        "\n"
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    )
    ((name, own_id, public),) = read_keys(peter)
    text, _, line = note.partition("\n\n")
    signature = base64.b64decode(line.split()[2])

    assert (name, own_id) == ("PeterNeumann", signature[:4])
    assert verifier_of(name, public[1:]) == peter
    Ed25519PublicKey.from_public_bytes(public[1:]).verify(signature[4:], f"{text}\n".encode())


def test_a_private_key_is_read_back_from_its_file_and_nothing_else_is() -> None:
    assert Signer.from_text(SIGNER.as_text()) == SIGNER
    for text in ("", "PRIVATE+KEY+x", SIGNER.as_text().replace("0a1b", "0a1c"), SIGNER.verifier):
        with pytest.raises(ValueError, match="no private key"):
            Signer.from_text(text)


def test_a_head_may_say_more_and_bear_more_signatures() -> None:
    text = checkpoint_text(ORIGIN, 3, bytes(32)) + "more\n"
    note = checkpoint_note(text, OTHER_KEY, SIGNER) + cosign("witness.example", bytes(32), text, 7) + "\n"

    assert open_checkpoint(note, read_keys(SIGNER.verifier))[1:] == (3, bytes(32))
    assert open_checkpoint(note, read_keys(OTHER_KEY.verifier))[1:] == (3, bytes(32))


@pytest.mark.parametrize(
    "text",
    [
        f"{ORIGIN}\n03\nAAAA\n",
        f"{ORIGIN}\n-3\nAAAA\n",
        f"{ORIGIN}\n3\n",
        f"\n3\n{base64.b64encode(bytes(32)).decode()}\n",
        f"{ORIGIN}\t\n3\n{base64.b64encode(bytes(32)).decode()}\n",
    ],
)
def test_a_head_in_another_form_is_none(text: str) -> None:
    with pytest.raises(ProofError) as told:
        open_checkpoint(checkpoint_note(text, SIGNER), read_keys(SIGNER.verifier))

    assert told.value.fault == "not_a_checkpoint"


@given(st.integers(0, 2**40), st.data())
def test_a_cosignature_holds_and_with_any_bit_changed_does_not(time: int, data: st.DataObject) -> None:
    text, name = checkpoint_text(ORIGIN, 3, bytes(32)), "witness.example/w1"
    seed = bytes(range(3, 35))
    public = Signer(name, seed).public
    (witness,) = read_keys(verifier_of(name, public, COSIGNATURE), COSIGNATURE)
    line = cosign(name, seed, text, time)
    changed = bytearray(line.encode())
    bit = data.draw(st.integers(0, len(changed) * 8 - 1))
    changed[bit // 8] ^= 1 << bit % 8

    assert cosigned_by(read_cosignature(line), text, witness)
    assert read_cosignature(line).time == time
    assert not cosigned_by(read_cosignature(line), text.replace("3", "4"), witness)
    assert not holds(changed.decode(errors="replace"), text, witness)


def holds(line: str, text: str, witness: Key) -> bool:
    try:
        return cosigned_by(read_cosignature(line), text, witness)
    except ProofError:
        return False


def test_the_two_kinds_of_keys_are_told_apart() -> None:
    assert key_id("a", bytes(32)) != key_id("a", bytes(32), COSIGNATURE)
    with pytest.raises(ProofError):
        read_keys(verifier_of("a", bytes(32), COSIGNATURE))
