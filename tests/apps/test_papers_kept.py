"""What is kept of a paper, and where: sealed in its place, never in the clear, each opening an act of the log."""

import hashlib
import io
import json
from pathlib import Path

import pgtrigger
import pytest
from django.core import serializers
from django.db import ProgrammingError, transaction
from pypdf import PdfReader
from pytest_django import DjangoDbBlocker, Settings

from coretech.apps.audit.models import Act, Outbox
from coretech.apps.meetings.handing import hand_out
from coretech.apps.meetings.models import Item, Meeting, Paper
from coretech.apps.meetings.operations.file_paper import Handed, file_paper
from coretech.apps.meetings.papers import filed_papers
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import papers_factories
from tests.factories.papers_factories import filed

pytestmark = pytest.mark.usefixtures("stage")

NO_OFFICE = ["public", "agency-nstc", "agency-moea", "announcer", "administrator", "member-01", "member-02"]


@pytest.fixture(scope="module")
def listed(shared_stage: DjangoDbBlocker) -> int:
    with shared_stage.unblock():
        return papers_factories.item_with_papers().pk


@pytest.fixture
def item(stage: None, listed: int) -> Item:  # noqa: ARG001 - asked for, not read
    return Item.objects.get(pk=listed)


@pytest.mark.parametrize("username", NO_OFFICE)
def test_only_the_office_files_papers_of_the_council(item: Item, username: str) -> None:
    with pytest.raises(Refused) as caught:
        file_paper(factories.acting(username), item.meeting_id, Handed("x", "x.txt", b"words"))

    assert caught.value.status == 403


def test_a_paper_under_a_title_that_is_there_is_its_next_version(item: Item) -> None:
    first = filed(item.meeting, item, title="報告")
    second = filed(item.meeting, item, title=" 報告 ", content=b"better words")

    shown = [each.paper for each in filed_papers(factories.acting("office"), item.meeting)]
    assert (first.version, second.version) == (1, 2)
    assert [paper.pk for paper in shown if paper.title == "報告"] == [second.pk]
    assert hand_out(factories.acting("office"), first.pk).content == b"the words of confidential"


def test_a_pdf_bears_its_readers_name_and_nobody_elses(item: Item) -> None:
    content = papers_factories.pdf(2)
    paper = filed(item.meeting, title="pdf", content=content)

    copy = hand_out(factories.acting("member-03"), paper.pk)

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(copy.content)).pages]
    assert all("委員03（示範）" in page and "2025-06-02 10:00" in page for page in pages)
    assert copy.name == "資料.pdf"
    assert paper.sha256 == hashlib.sha256(content).hexdigest()


def test_every_opening_is_an_act_that_names_nobody_in_public(item: Item) -> None:
    paper = filed(item.meeting, title="報告")
    for username in ("member-02", "member-02", "office"):
        hand_out(factories.acting(username), paper.pk)

    acts = Act.objects.filter(kind="paper.opened", subject=f"paper/{paper.pk}")
    assert [act.account.username for act in acts if act.account] == ["member-02", "member-02", "office"]
    assert {json.dumps(act.public) for act in acts} == {
        json.dumps({"meeting": item.meeting_id, "version": 1})
    }


def test_a_refused_opening_is_no_act(item: Item) -> None:
    paper = filed(item.meeting, item)

    with pytest.raises(Refused):
        hand_out(factories.acting("member-02"), paper.pk)

    assert not Act.objects.filter(kind="paper.opened").exists()


def test_nothing_of_a_paper_stands_in_the_clear_anywhere(item: Item) -> None:
    secret = b"Zw7: the unspoken plan of the antenna"
    paper = filed(item.meeting, item, title="Qx9 unspoken title", content=secret)
    hand_out(factories.acting("office"), paper.pk)

    leaves = b"".join(bytes(act.leaf) for act in Act.objects.all())
    letters = serializers.serialize("json", Outbox.objects.all()).encode()
    assert not [word for word in (b"unspoken", b"Zw7", b"Qx9") if word in leaves + letters]
    assert b"unspoken" not in bytes(Paper.objects.get(pk=paper.pk).sealed)
    assert paper.sha256.encode() not in leaves


def test_a_paper_moved_in_the_database_does_not_open(item: Item) -> None:
    paper, other = filed(item.meeting, title="one"), filed(item.meeting, title="two")
    swap(paper, other)

    with pytest.raises(Refused) as caught:
        hand_out(factories.acting("office"), paper.pk)

    assert "changed or moved" in caught.value.sentence.en
    assert not Act.objects.filter(kind="paper.opened").exists()


def test_the_database_lets_nobody_change_a_paper(item: Item) -> None:
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        Paper.objects.filter(pk=filed(item.meeting).pk).update(title="another")


def test_a_lost_key_is_said_and_never_replaced(item: Item, settings: Settings, tmp_path: Path) -> None:
    paper = filed(item.meeting)
    settings.CORETECH_KEYS = tmp_path / "keys"

    for use in (
        lambda: hand_out(factories.acting("office"), paper.pk),
        lambda: filed(item.meeting, title="new"),
    ):
        with pytest.raises(Refused) as caught:
            use()
        assert "master.key" in caught.value.sentence.en
    assert not (tmp_path / "keys").exists()


@pytest.mark.parametrize(
    ("handed", "field"),
    [
        (Handed(" ", "x.txt", b"words"), "title"),
        (Handed("x" * 161, "x.txt", b"words"), "title"),
        (Handed("a\x00b", "x.txt", b"words"), "title"),
        (Handed("x", "x.txt", b"words", item=999_999), "item"),
        (Handed("x", "x.pdf", b"MZ program"), "file"),
        (Handed("x", "x.txt", b""), "file"),
    ],
)
def test_a_bad_paper_is_refused_with_its_field(item: Item, handed: Handed, field: str) -> None:
    before = Paper.objects.count()

    with pytest.raises(Refused) as caught:
        file_paper(factories.acting("office"), item.meeting_id, handed)

    assert (caught.value.status, caught.value.field) == (422, field)
    assert Paper.objects.count() == before


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\me\\資料.exe", "資料.txt"),
        ("../../etc/passwd", "passwd.txt"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie: x.txt"),
        ("\u202etxt.exe", "txt.txt"),
        (".", "paper.txt"),
        ("x" * 300 + ".txt", "x" * 120 + ".txt"),
    ],
)
def test_a_files_name_is_plain_and_ends_as_its_content_asks(item: Item, given: str, kept: str) -> None:
    act = file_paper(factories.acting("office"), item.meeting_id, Handed("x", given, b"words"))

    assert Paper.objects.get(pk=int(act.subject.split("/")[1])).file_name == kept


def test_no_paper_is_filed_for_a_meeting_that_is_over(item: Item) -> None:
    Meeting.objects.filter(pk=item.meeting_id).update(state=Meeting.State.CLOSED)

    with pytest.raises(Refused) as caught:
        filed(item.meeting)

    assert caught.value.status == 409


def swap(paper: Paper, other: Paper) -> None:
    """Put one paper's sealed content in the place of another's, behind the program's back."""
    with pgtrigger.ignore("meetings.Paper:append_only"):
        Paper.objects.filter(pk=paper.pk).update(sealed=other.sealed)
