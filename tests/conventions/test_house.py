"""The house's own checks see what they are there to see, and see nothing in this house."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tools import house

NOQA, IGNORE = "noqa", "type: ignore"  # apart from their hash, so that nothing takes them at their word
LONG = "x = 1\n" * (house.LONGEST + 1)
UNEXPLAINED = '[tool.ruff.lint]\nignore = [\n    "D203",\n    "E501",  # long addresses\n]\n'
FAULTS: list[tuple[Callable[[Path], house.Complaints], str, str, str]] = [
    (house.small_files, "src/coretech/long.py", LONG, "301 lines"),
    (house.nothing_foreign, "docs/notes.md", "look in /home" + "/somebody/notes", "path of one machine"),
    (house.nothing_foreign, "docs/notes.md", "from https://py" + "pi.org/simple", "package registry"),
    (house.nothing_foreign, "tests/test_x.py", "import unittest" + ".mock", "a mock"),
    (house.nothing_foreign, "src/coretech/x.py", f"raise {'NotImplemented'}Error", "left undone"),
    (house.explained_exceptions, "src/coretech/x.py", f"x = 1  # {NOQA}: F401\n", "noqa without"),
    (house.explained_exceptions, "src/coretech/x.py", f"x = 1  # {IGNORE}\n", "type: ignore without"),
    (house.explained_rules, "pyproject.toml", UNEXPLAINED, "pyproject.toml:3"),
    (house.clean_locks, "requirements.txt", f"--{'index'}-url https://example.org/\n", "requirements.txt:1"),
    (house.clean_locks, "package-lock.json", '{"resolved": "x"}\n', "package-lock.json:1"),
    (house.pure_core, "src/coretech/law/x.py", "from django.db import models\n", "imports django.db"),
    (
        house.pure_core,
        "src/coretech/kit/x.py",
        "import coretech.law, coretech.apps\n",
        "imports coretech.apps",
    ),
    (
        house.clock_as_argument,
        "src/coretech/engines/x.py",
        "import datetime\ndatetime.date.today()\n",
        "clock",
    ),
]


@pytest.mark.parametrize("check", house.CHECKS, ids=lambda check: str(check.__name__))
def test_the_house_is_in_order(check: Callable[[Path], house.Complaints]) -> None:
    assert list(check(house.ROOT)) == []


@pytest.mark.parametrize(("check", "name", "text", "complaint"), FAULTS)
def test_a_fault_is_seen(
    tmp_path: Path, check: Callable[[Path], house.Complaints], name: str, text: str, complaint: str
) -> None:
    for lock in ("requirements.txt", "requirements-dev.txt", "package-lock.json"):
        (tmp_path / lock).write_text("")
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text)
    complaints = list(check(tmp_path))
    assert len(complaints) == 1
    assert complaint in complaints[0]


def test_explained_exceptions_pass(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    explained = (
        f"import x  # {NOQA}: F401, S404 - shown to readers\nx = y  # {IGNORE}[attr-defined]  # untyped\n"
    )
    (tmp_path / "src" / "x.py").write_text(explained)
    assert list(house.explained_exceptions(tmp_path)) == []


def test_a_package_that_nobody_pinned_is_named(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = ["django>=5.2,<5.3", "psycopg[binary]"]\n[dependency-groups]\ndev = ["ruff"]\n'
    )
    (tmp_path / "requirements.txt").write_text("django==5.2.19 \\\n    --hash=sha256:00\n")
    (tmp_path / "requirements-dev.txt").write_text("ruff==0.17.6\n")
    complaints = list(house.everything_locked(tmp_path))
    assert [complaint.rpartition("/")[2] for complaint in complaints] == [
        "requirements.txt: psycopg is not pinned; run make lock"
    ]


def test_a_missing_document_is_named(tmp_path: Path) -> None:
    assert "LICENSE: missing" in list(house.expected_files(tmp_path))


def test_today_as_a_fact_is_not_a_clock(tmp_path: Path) -> None:
    (tmp_path / "src/coretech/law").mkdir(parents=True)
    (tmp_path / "src/coretech/law/x.py").write_text("def due(facts):\n    return facts.today\n")
    assert list(house.clock_as_argument(tmp_path)) == []
