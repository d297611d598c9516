"""``coretech meeting`` on papers and recusals."""

from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from coretech.apps.meetings.models import Declaration, Item, Paper
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.papers import paper_ruling
from tests import factories
from tests.cli.conftest import Run
from tests.factories import papers_factories

OFFICE = ("--as", "office")


@pytest.fixture(scope="module")
def listed(shared_stage: DjangoDbBlocker) -> int:
    with shared_stage.unblock():
        return papers_factories.item_with_papers().pk


@pytest.fixture
def item(stage: None, listed: int) -> Item:  # noqa: ARG001 - asked for, not read
    return Item.objects.get(pk=listed)


def test_a_paper_is_filed_listed_and_opened(run: Run, item: Item, tmp_path: Path) -> None:
    given, taken = tmp_path / "說明.doc", tmp_path / "copy.pdf"
    given.write_bytes(papers_factories.pdf())
    about = ("--title", "說明", "--item", str(item.pk))

    filed = run("meeting", "file-paper", str(item.meeting_id), str(given), *about, "--json", *OFFICE)
    opened = run("meeting", "open-paper", filed.number, "--to", str(taken), *OFFICE)

    assert (filed.status, opened.status) == (0, 0)
    assert Paper.objects.get(title="說明").media_type == "application/pdf"
    assert taken.read_bytes().startswith(b"%PDF-")
    assert taken.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "username", ["office", "member-01", "member-03", "member-07", "agency-nstc", "announcer"]
)
def test_a_paper_opens_to_the_command_exactly_to_whom_it_opens(
    run: Run, item: Item, tmp_path: Path, username: str
) -> None:
    declare(factories.acting("member-01"), item.pk, Interest(interest=False))
    declare(factories.acting("member-03"), item.pk, Interest(interest=True))

    for paper in Paper.objects.filter(meeting=item.meeting):
        ran = run(
            "meeting", "open-paper", str(paper.pk), "--to", str(tmp_path / f"{paper.pk}"), "--as", username
        )
        assert (ran.status == 0) is paper_ruling(factories.acting(username), paper).is_yes
        assert (tmp_path / f"{paper.pk}").exists() is (ran.status == 0)


def test_the_list_names_no_paper_that_is_closed(run: Run, item: Item) -> None:
    ran = run("meeting", "papers", str(item.meeting_id), "--as", "member-03")

    assert "open paper of the item" in ran.out
    assert "confidential paper of the item" not in ran.out
    assert "once you have declared" in ran.out


def test_a_file_that_is_there_is_never_overwritten(run: Run, item: Item, tmp_path: Path) -> None:
    there, paper = tmp_path / "there.txt", Paper.objects.filter(meeting=item.meeting).first()
    there.write_text("mine")
    assert paper is not None

    ran = run("meeting", "open-paper", str(paper.pk), "--to", str(there), *OFFICE)

    assert ran.status == 2
    assert "exists and was not overwritten" in ran.err
    assert there.read_text() == "mine"


@pytest.mark.parametrize(("name", "words"), [("absent.pdf", "cannot be read"), ("empty.pdf", "is empty")])
def test_a_file_that_cannot_be_taken_is_said(
    run: Run, item: Item, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "empty.pdf").touch()

    ran = run("meeting", "file-paper", str(item.meeting_id), str(tmp_path / name), "--title", "x", *OFFICE)

    assert ran.status == 2
    assert words in ran.err


def test_the_chair_orders_a_seat_to_step_aside(run: Run, item: Item) -> None:
    order = ("meeting", "order-recusal", str(item.pk), "3", "--ground", "spouse", "--why", "known")

    assert run(*order, *OFFICE).status == 1
    assert run(*order, "--as", "member-01").status == 0
    assert Declaration.objects.get().appointment.seat.number == 3
    assert run(*order, "--as", "member-01").status == 1
