"""What is sealed opens only under its key, for its place, and unchanged."""

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.sealing import (
    NotSealedError,
    OtherKeyError,
    SealingError,
    TamperedError,
    open_sealed,
    seal,
)
from coretech.engines.sealing.box import MARK, OVERHEAD

KEY = secrets.token_bytes(32)
CONTEXT = b"meeting/3/paper/5"


@given(data=st.binary(max_size=2000), context=st.binary(max_size=50))
def test_what_is_sealed_opens_again(data: bytes, context: bytes) -> None:
    sealed = seal(KEY, data, context)

    assert open_sealed(KEY, sealed, context) == data
    assert len(sealed) == len(data) + OVERHEAD


@given(data=st.binary(max_size=200), place=st.integers(min_value=0), bits=st.integers(1, 255))
def test_any_byte_changed_keeps_it_closed(data: bytes, place: int, bits: int) -> None:
    sealed = bytearray(seal(KEY, data, CONTEXT))
    sealed[place % len(sealed)] ^= bits

    with pytest.raises(SealingError):
        open_sealed(KEY, bytes(sealed), CONTEXT)


@given(data=st.binary(max_size=200), kept=st.integers(min_value=0))
def test_any_byte_left_out_keeps_it_closed(data: bytes, kept: int) -> None:
    sealed = seal(KEY, data, CONTEXT)

    with pytest.raises(SealingError):
        open_sealed(KEY, sealed[: kept % len(sealed)], CONTEXT)


@given(mine=st.binary(max_size=20), other=st.binary(max_size=20))
def test_it_opens_only_in_its_own_place(mine: bytes, other: bytes) -> None:
    sealed = seal(KEY, b"data", mine)

    if mine != other:
        with pytest.raises(TamperedError):
            open_sealed(KEY, sealed, other)


def test_the_same_data_is_never_sealed_alike() -> None:
    assert len({seal(KEY, b"for", CONTEXT) for _ in range(100)}) == 100


def test_what_is_sealed_does_not_show() -> None:
    assert b"the words" not in seal(KEY, b"the words" * 20, CONTEXT)


def test_another_key_is_told_from_tampering() -> None:
    with pytest.raises(OtherKeyError) as caught:
        open_sealed(secrets.token_bytes(32), seal(KEY, b"data", CONTEXT), CONTEXT)

    assert "CORETECH_KEYS" in caught.value.sentence.zh


@pytest.mark.parametrize("bytes_", [b"", b"%PDF-1.7 plain", MARK, b"CTS\x02" + bytes(60)])
def test_what_was_never_sealed_is_said_to_be_so(bytes_: bytes) -> None:
    with pytest.raises(NotSealedError):
        open_sealed(KEY, bytes_, CONTEXT)


@pytest.mark.parametrize("key", [b"", b"short", bytes(33)])
def test_a_key_of_another_length_is_refused(key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        seal(key, b"data", CONTEXT)
