"""``coretech case`` on attachments, levels and leave."""

from pathlib import Path

import pytest

from coretech.apps.cases.models import Attachment, Case, Grant
from tests import factories
from tests.cli.conftest import Run

OFFICER, OFFICE = ("--as", "agency-nstc"), ("--as", "office")


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Case:
    case = factories.draft_case(factories.addition())
    factories.write_dossier(case)
    (tmp_path / "說明.txt").write_text("the words")
    (tmp_path / "b.csv").write_text("a,b\n1,2\n")
    files = [str(tmp_path / name) for name in ("說明.txt", "b.csv")]
    assert run("case", "attach", case.reference, *files, "--part", "functions", *OFFICER).status == 0
    return case


def test_files_are_attached_listed_opened_and_withdrawn(run: Run, case: Case, tmp_path: Path) -> None:
    file, taken = Attachment.objects.get(title="說明"), tmp_path / "copy.txt"

    listed = run("case", "files", case.reference, *OFFICE)
    opened = run("case", "open-file", str(file.pk), "--to", str(taken), *OFFICE)
    withdrawn = run("case", "withdraw-file", str(file.pk), "--why", "superseded", *OFFICER)

    assert "說明 v1" in listed.out
    assert (opened.status, taken.read_bytes(), taken.stat().st_mode & 0o777) == (0, b"the words", 0o600)
    assert "辦公室承辦人" in opened.out
    assert withdrawn.status == 0
    assert run("case", "open-file", str(file.pk), "--to", str(tmp_path / "x"), *OFFICE).status == 1
    assert "withdrawn" in run("case", "files", case.reference, *OFFICE).out


def test_nothing_is_overwritten_and_a_missing_file_is_said(run: Run, case: Case, tmp_path: Path) -> None:
    file = Attachment.objects.latest("pk")

    kept = run("case", "open-file", str(file.pk), "--to", str(tmp_path / "b.csv"), *OFFICE)
    absent = run("case", "attach", case.reference, str(tmp_path / "absent"), *OFFICER)

    assert (kept.status, absent.status) == (2, 2)
    assert "was not overwritten" in kept.err
    assert "cannot be read" in absent.err


def test_a_secret_part_and_file_are_told_to_nobody_without_leave(run: Run, case: Case) -> None:
    file = Attachment.objects.get(title="說明")
    for target in ("functions", str(file.pk)):
        assert run("case", "level", case.reference, target, "secret", "--why", "x", *OFFICER).status == 0

    told = run("case", "files", case.reference, "--json", *OFFICE)

    assert "說明" not in told.out
    assert [each["title"] for each in told.data if each["closed"]] == [None]


def test_leave_is_given_listed_and_revoked(run: Run, case: Case) -> None:
    nobody = run("case", "leave", case.reference, *OFFICER)
    given = run(
        "case",
        "give-leave",
        case.reference,
        "office",
        "--why",
        "checks it",
        "--until",
        "2025-06-30",
        *OFFICER,
    )
    grant = Grant.objects.get()
    unknown = run("case", "give-leave", case.reference, "somebody", "--why", "x", *OFFICER)

    assert (nobody.status, given.status, unknown.status) == (0, 0, 2)
    assert "checks it" in run("case", "leave", case.reference, *OFFICER).out
    assert run("case", "revoke-leave", case.reference, str(grant.pk), "--why", "done", *OFFICER).status == 0
    assert run("case", "leave", case.reference, "--json", *OFFICER).data[0]["counts"] is False
    assert run("case", "leave", case.reference, "--as", "panel-nstc-01").status == 1
