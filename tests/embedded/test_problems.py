"""What cannot be served is said in a sentence, and nothing is changed."""

from pathlib import Path

import pytest

from coretech import embedded
from coretech.embedded.settle import find
from tests.embedded.clients import Client


def test_data_of_another_version_are_left_alone(home: Path) -> None:
    with Client(home) as client:
        client.ready().leave()
    version = find(home).cluster / "PG_VERSION"
    version.write_text("17\n")
    with pytest.raises(embedded.EmbeddedError) as refused:
        embedded.ensure(home)
    assert "17" in refused.value.sentence.en
    assert "pg_dump" in refused.value.sentence.zh
    assert version.read_text() == "17\n"


def test_a_home_that_is_a_file_is_refused(absent: Path) -> None:
    absent.parent.mkdir(exist_ok=True)
    absent.write_text("mine")
    with pytest.raises(embedded.EmbeddedError) as refused:
        embedded.ensure(absent)
    assert str(absent) in refused.value.sentence.en
    assert "CORETECH_HOME" in refused.value.sentence.zh
    assert absent.read_text() == "mine"


def test_damaged_data_are_reported_with_postgres_own_words(home: Path) -> None:
    with Client(home) as client:
        client.ready().leave()
    control = find(home).cluster / "global" / "pg_control"
    control.write_bytes(b"\0" * 8192)
    with pytest.raises(embedded.EmbeddedError) as refused:
        embedded.ensure(home)
    assert str(find(home).cluster) in refused.value.sentence.en
    assert "control" in refused.value.detail


def test_somebody_elses_folder_in_the_sockets_place_is_refused(absent: Path) -> None:
    absent.mkdir(parents=True)
    absent.chmod(0o711)
    (absent / "postgres.run").mkdir(mode=0o755)
    with pytest.raises(embedded.EmbeddedError) as refused:
        embedded.ensure(absent)
    assert "postgres.run" in refused.value.sentence.zh
