"""What takes long to make is made once; a damaged or missing place costs time only."""

from pathlib import Path

import pytest

from coretech.engines.matching.cached import cached

WORDS = {"量子": "quantum", "雷達": "radar"}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "coretech"


def _never() -> dict[str, str]:
    message = "it was made again"
    raise AssertionError(message)


def test_what_was_made_is_read_the_next_time(place: Path) -> None:
    assert cached("words", lambda: WORDS) == WORDS
    assert [file.name for file in place.iterdir()] == ["words.json"]
    assert cached("words", _never) == WORDS


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"{}", b"\xff\xfe"])
def test_a_damaged_file_is_made_anew(place: Path, content: bytes) -> None:
    place.mkdir()
    (place / "words.json").write_bytes(content)

    assert cached("words", lambda: WORDS) == WORDS
    assert cached("words", _never) == WORDS


def test_without_a_place_it_is_made_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert cached("words", lambda: WORDS) == WORDS
    assert cached("words", lambda: WORDS) == WORDS
