"""``coretech plan``: reading without a database, importing with a look first, and exporting."""

import json
from pathlib import Path

import pytest

from coretech.apps.plans.models import PlanVersion
from coretech.readers.plan_files.contract import read_json
from coretech.readers.plan_files.formats import Format
from tests.cli.conftest import Run
from tests.cli.running import command
from tests.factories import plans_factories

SLUG = "programme-111-112"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "方案.txt"
    path.write_bytes(plans_factories.programme())
    return path


def test_nothing_is_written_before_yes(run: Run, document: Path) -> None:
    shown = run("plan", "import", str(document), "--as", "office")

    assert shown.status == 0
    assert "a new plan: 某方案" in shown.out
    assert "work items 2" in shown.out
    assert "--yes" in shown.err
    assert not PlanVersion.objects.exists()


def test_an_import_is_listed_and_the_second_says_the_same(run: Run, document: Path) -> None:
    assert run("plan", "import", str(document), "--as", "office", "--yes").status == 0
    again = run("plan", "import", str(document), "--as", "office", "--yes")

    assert (again.status, PlanVersion.objects.count()) == (0, 1)
    assert "The file says what is stored" in again.err
    assert run("plan", "list", "--json").data[0]["plan"] == SLUG


def test_a_correction_is_shown_row_by_row(run: Run, document: Path) -> None:
    run("plan", "import", str(document), "--as", "office", "--yes")
    document.write_bytes(plans_factories.corrected())
    shown = run("plan", "import", str(document), "--as", "office")
    data = run("plan", "import", str(document), "--as", "office", "--json").data

    assert "version 2, against version 1" in shown.out
    assert plans_factories.CORRECTED in shown.out
    assert data["difference"]["work_items"] == {"changed": 1}


def test_who_may_not_import_is_told(run: Run, document: Path) -> None:
    assert run("plan", "import", str(document), "--as", "member-05").status == 1


@pytest.mark.parametrize("form", Format)
def test_each_format_goes_into_a_file(form: Format, run: Run, document: Path, tmp_path: Path) -> None:
    run("plan", "import", str(document), "--as", "office", "--yes")
    out = tmp_path / f"plan.{form}"
    ran = run("plan", "export", SLUG, "--format", form, "--out", str(out))

    assert ran.status == 0
    assert str(out.stat().st_size) in ran.out


def test_json_goes_to_standard_output_and_reads_back(run: Run, document: Path) -> None:
    run("plan", "import", str(document), "--as", "office", "--yes")

    assert read_json(run("plan", "export", SLUG, "--format", "json").out.encode()).title == "某方案"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "none", "--format", "json"), "There is no plan"),
        (("export", SLUG, "--format", "docx"), "stratml"),
        (("import", "/no/such/file", "--as", "office"), "cannot be opened"),
        (("import", "/", "--as", "office"), "directory"),
    ],
)
def test_what_cannot_be_meant_is_bad_input(arguments: tuple[str, ...], told: str, run: Run) -> None:
    ran = run("plan", *arguments)

    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


def test_reading_needs_no_database(document: Path, tmp_path: Path) -> None:
    nowhere = {"CORETECH_HOME": str(tmp_path / "nowhere"), "DATABASE_URL": "postgres://nobody@127.0.0.1:1/x"}
    read = command("plan", "read", str(document), environment=nowhere)
    found = command("plan", "findings", str(document), "--lang", "en", environment=nowhere)

    assert (read.returncode, json.loads(read.stdout)["kind"]) == (0, "programme")
    assert found.returncode == 0
    assert not (tmp_path / "nowhere").exists()


def test_reading_writes_a_file_whole_or_not_at_all(document: Path, tmp_path: Path) -> None:
    out = tmp_path / "read.json"
    done = command("plan", "read", str(document), "--out", str(out))
    lost = command("plan", "read", str(document), "--out", str(tmp_path / "no" / "where.json"))

    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads(out.read_bytes())["title"] == "某方案"
    assert (lost.returncode, lost.stdout) == (2, b"")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "picture"),
        (b"PK\x03\x04 cut", "damaged"),
        (b"<html><body><table><tr><td>1</table>", "web page"),
        ("今天天氣很好。\n".encode(), "no plan we know"),
        (b"\xff" * 99, "encoding"),
    ],
)
def test_what_is_no_plan_is_told_and_nothing_is_printed(given: bytes, told: str) -> None:
    ran = command("plan", "read", "-", "--lang", "en", given=given)

    assert (ran.returncode, ran.stdout) == (2, b"")
    assert told in ran.stderr.decode()
    assert "Traceback" not in ran.stderr.decode()


@pytest.mark.parametrize(("codec", "name"), [("cp950", "Big5"), ("utf-16", "UTF-16"), ("utf-8-sig", "")])
def test_other_encodings_are_read_and_told(codec: str, name: str) -> None:
    text = plans_factories.programme().decode()
    ran = command("plan", "read", "-", "--lang", "en", given=text.encode(codec))

    assert json.loads(ran.stdout)["title"] == "某方案"
    assert name in ran.stderr.decode()
