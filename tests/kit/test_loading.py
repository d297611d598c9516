"""No garbage is collected while a program loads, and it is again afterwards."""

import gc
from collections.abc import Iterator

import pytest

from coretech.kit.loading import uncollected


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    before = gc.isenabled()
    gc.enable()
    yield
    if not before:
        gc.disable()


def test_no_garbage_is_collected_meanwhile() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_collected_again_where_loading_fails() -> None:
    with pytest.raises(ImportError), uncollected():
        raise ImportError
    assert gc.isenabled()


def test_where_it_was_not_collected_before_it_is_not_afterwards() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()
