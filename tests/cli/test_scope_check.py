"""``coretech scope check``."""

from pathlib import Path

import pytest

from coretech.apps.audit.models import Act
from tests.cli.conftest import Run


@pytest.fixture
def described(tmp_path: Path) -> Path:
    file = tmp_path / "mine.txt"
    file.write_text("以液體培養大量繁殖香菇菌種，控制溶氧與攪拌", encoding="utf-8")
    return file


def test_a_file_is_checked_and_nothing_is_recorded(run: Run, described: Path) -> None:
    before = Act.objects.count()
    told = run("scope", "check", str(described), "--foreign", "--json")

    assert told.data["items"][0]["key"] == "register/15"
    assert told.data["items"][0]["terms"]
    assert isinstance(told.data["foreign"], list)
    assert Act.objects.count() == before
    assert "binds nobody" in run("scope", "check", str(described)).out


def test_figures_are_given_by_name(run: Run, described: Path) -> None:
    told = run("scope", "check", str(described), "--kind", "logic", "--figure", "node_nm=14 nm")

    assert "register/18" in told.out
    assert "tw-nckt" in told.out
    assert run("scope", "check", str(described), "--figure", "size=3").status == 2
    assert run("scope", "check", str(described), "--kind", "spoon").status == 2


def test_a_marked_file_is_checked_only_when_it_is_said_to_hold_no_secrets(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("CONFIDENTIAL: satellite operation", encoding="utf-8")
    refused = run("scope", "check", str(file))

    assert refused.status == 2
    assert "CONFIDENTIAL" in refused.err
    assert run("scope", "check", str(file), "--no-secrets").status == 0
