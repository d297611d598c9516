"""The doctor looks, tells and touches nothing."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coretech.embedded.settle import find
from tests.embedded.clients import Client, clear, new_home

COMMAND = str(Path(sys.executable).with_name("coretech"))


@pytest.fixture
def home() -> Iterator[Path]:
    fresh = new_home()
    yield fresh
    clear(fresh)


def test_a_machine_with_all_that_is_needed_is_fine_and_stays_untouched(home: Path) -> None:
    told = _doctor("--json", CORETECH_HOME=str(home))
    answer = json.loads(told.stdout)
    assert (told.returncode, answer["fine"]) == (0, True)
    assert {"python", "home", "database", "pages"} <= {finding["name"] for finding in answer["findings"]}
    assert not home.exists()


def test_both_languages_are_spoken(home: Path) -> None:
    told = _doctor(CORETECH_HOME=str(home))
    assert "所需的都有了" in told.stdout
    assert "Everything needed is here" in _doctor("--lang", "en", CORETECH_HOME=str(home)).stdout


def test_a_running_server_is_recognised(home: Path) -> None:
    with Client(home) as client:
        client.ready()
        seen = _finding("database", CORETECH_HOME=str(home))["seen"]["en"]
        assert "running" in seen
        assert str(home / "postgres") in seen
        client.leave()
    assert "not running" in _finding("database", CORETECH_HOME=str(home))["seen"]["en"]


def test_a_served_database_is_asked_for_its_version(home: Path) -> None:
    with Client(home) as client:
        client.ready()
        place = find(home)
        url = f"postgresql://coretech:{place.password.read_text()}@/coretech?host={place.socket_folder}"
        found = _finding("database", DATABASE_URL=url)
    assert (found["state"], found["advice"]) == ("fine", None)
    assert "PostgreSQL 18" in found["seen"]["zh"]


@pytest.mark.parametrize(
    ("faults", "state", "status", "words"),
    [(0, "fine", 0, "2025-06-02 10:00, 12 acts, everything holds"), (3, "wrong", 1, "12 acts, faults: 3")],
)
def test_the_last_audit_of_the_log_is_told(
    home: Path, faults: int, state: str, status: int, words: str
) -> None:
    with Client(home) as client:
        client.ready()
        client.ask("CREATE TABLE audit_auditrun (id int, at timestamptz, size int, faults int)")
        client.ask(f"INSERT INTO audit_auditrun VALUES (1, '2025-06-02 02:00Z', 12, {faults})")  # noqa: S608 - a number of our own
        told = _doctor("--json", CORETECH_HOME=str(home))
    found = {each["name"]: each for each in json.loads(told.stdout)["findings"]}["audit"]

    assert (told.returncode, found["state"]) == (status, state)
    assert words in found["seen"]["en"]


@pytest.mark.parametrize(
    "url",
    ["postgresql://somebody:hidden-word@localhost:1/x", "mysql://somebody:hidden-word@localhost/x", "word"],
)
def test_a_server_that_does_not_answer_is_missing_and_its_password_unsaid(url: str) -> None:
    told = _doctor("--lang", "en", DATABASE_URL=url)
    assert told.returncode == 1
    assert "Check DATABASE_URL" in told.stdout
    assert "hidden-word" not in told.stdout + told.stderr


def test_a_folder_that_cannot_be_used_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    told = _doctor("--lang", "en", CORETECH_HOME=str(tmp_path / "file" / "home"))
    assert told.returncode == 1
    assert "CORETECH_HOME" in told.stdout


def test_what_only_tests_use_is_optional(home: Path) -> None:
    told = _doctor("--json", CORETECH_HOME=str(home), PATH="")
    optional = [entry for entry in json.loads(told.stdout)["findings"] if entry["state"] == "optional"]
    assert {"chromium", "java", "fonts"} == {entry["name"] for entry in optional}
    assert all(entry["advice"]["zh"] and entry["advice"]["en"] for entry in optional)
    assert told.returncode == 0


def test_the_doctor_does_without_django(home: Path) -> None:
    program = (
        "import sys; from coretech.cli import main; status = main(['doctor']);"
        "sys.exit(status or ('django' in sys.modules))"
    )
    environ = {"CORETECH_HOME": str(home)}
    assert (
        subprocess.run(
            [sys.executable, "-c", program], check=False, env=environ, capture_output=True
        ).returncode
        == 0
    )


def _doctor(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    before = [word for word in words if word != "--json"]
    after = [word for word in words if word == "--json"]
    command = [COMMAND, *before, "doctor", *after]
    return subprocess.run(command, check=False, env=environ, capture_output=True, text=True)


def _finding(name: str, **environ: str) -> dict[str, Any]:
    findings = json.loads(_doctor("--json", **environ).stdout)["findings"]
    found: dict[str, Any] = next(entry for entry in findings if entry["name"] == name)
    return found
