"""Keys lie outside the database, are made once, and are gone when destroyed."""

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from coretech.engines.sealing import KeyMissingError, KeyRing, ScopeTakenError, open_sealed, seal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "keys"


def made_by_another_process(folder: Path) -> str:
    return KeyRing(folder).make_key("papers").hex()


def scope_made_by_another_process(folder: Path) -> bool:
    try:
        KeyRing(folder).create_scope("vote-1")
    except ScopeTakenError:
        return False
    return True


def test_the_key_of_a_purpose_stays_the_same(folder: Path) -> None:
    made = KeyRing(folder).make_key("papers")

    assert KeyRing(folder).key("papers") == made == KeyRing(folder).make_key("papers")


def test_each_purpose_has_a_key_of_its_own(folder: Path) -> None:
    ring = KeyRing(folder)

    assert ring.make_key("papers") != ring.make_key("minutes")


def test_every_file_is_its_owners_alone(folder: Path) -> None:
    ring = KeyRing(folder)
    ring.make_key("papers")
    ring.create_scope("vote-1")

    assert {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (folder, folder / "scopes")} == {0o700}


def test_processes_that_start_together_agree_on_the_key(folder: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        made = set(pool.map(made_by_another_process, [folder] * 8))

    assert made == {KeyRing(folder).key("papers").hex()}
    assert [path.name for path in folder.iterdir()] == ["master.key"]


def test_of_processes_that_make_a_scope_together_one_does(folder: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        assert sum(pool.map(scope_made_by_another_process, [folder] * 8)) == 1


def test_a_master_key_that_is_not_there_is_not_made_by_asking_for_it(folder: Path) -> None:
    with pytest.raises(KeyMissingError) as caught:
        KeyRing(folder).key("papers")

    assert "master.key" in caught.value.sentence.en
    assert not folder.exists()


@pytest.mark.parametrize("content", [b"", b"xyz", b"ab" * 31, b"\xff" * 64, b"AB" * 32])
def test_a_damaged_key_file_is_no_key(folder: Path, content: bytes) -> None:
    KeyRing(folder).make_key("papers")
    (folder / "master.key").write_bytes(content)

    with pytest.raises(KeyMissingError):
        KeyRing(folder).key("papers")


def test_what_a_destroyed_scope_sealed_opens_no_more(folder: Path) -> None:
    ring = KeyRing(folder)
    sealed = seal(ring.create_scope("vote-7"), b"for", b"vote")
    assert open_sealed(ring.scope_key("vote-7"), sealed, b"vote") == b"for"

    ring.destroy_scope("vote-7")

    with pytest.raises(KeyMissingError) as caught:
        ring.scope_key("vote-7")
    assert "vote-7" in caught.value.sentence.zh
    assert ring.create_scope("vote-7") not in sealed


def test_the_bytes_of_a_destroyed_key_are_overwritten_before_they_are_let_go(folder: Path) -> None:
    ring = KeyRing(folder)
    ring.create_scope("vote-7")
    path = folder / "scopes" / "vote-7.key"
    (folder / "second-name").hardlink_to(path)

    ring.destroy_scope("vote-7")

    assert set((folder / "second-name").read_bytes()) == {0}


def test_destroying_twice_does_no_harm(folder: Path) -> None:
    ring = KeyRing(folder)
    ring.create_scope("vote-7")

    for _ in range(2):
        ring.destroy_scope("vote-7")

    assert ring.scopes() == []


def test_a_scope_keeps_its_first_key(folder: Path) -> None:
    ring = KeyRing(folder)
    first = ring.create_scope("vote-7")

    with pytest.raises(ScopeTakenError):
        ring.create_scope("vote-7")

    assert ring.scope_key("vote-7") == first


def test_scopes_are_listed_by_name(folder: Path) -> None:
    ring = KeyRing(folder)
    assert ring.scopes() == []
    for name in ("vote-2", "vote-1", "other"):
        ring.create_scope(name)

    assert ring.scopes("vote-") == ["vote-1", "vote-2"]


@pytest.mark.parametrize("name", ["", "../master", "a/b", "A", ".hidden", "x" * 101, "票"])
def test_a_scope_names_no_other_file(folder: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name of a scope"):
        KeyRing(folder).create_scope(name)
