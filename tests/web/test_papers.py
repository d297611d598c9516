"""A meeting's papers on the page: what is listed, what opens, how it is handed out, and how one is filed."""

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import RequestFactory
from pypdf import PdfReader
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.models import Act
from coretech.apps.meetings.models import Item, Paper
from coretech.apps.meetings.operations.declare import Interest, declare
from tests import factories
from tests.factories import papers_factories

Visit = Callable[[str], Client]
SECRET, OPEN = "confidential paper of the item", "open paper of the item"


@pytest.fixture(scope="module")
def listed(shared_stage: DjangoDbBlocker) -> int:
    with shared_stage.unblock():
        return papers_factories.item_with_papers().pk


@pytest.fixture
def item(stage: None, listed: int) -> Item:  # noqa: ARG001 - asked for, not read
    return Item.objects.get(pk=listed)


def listing(client: Client, item: Item, language: str = "") -> str:
    answer = client.get(f"{language}/meetings/{item.meeting_id}/papers/")
    assert answer.status_code == 200
    return answer.content.decode()


def numbered(item: Item, title: str) -> str:
    return str(Paper.objects.get(meeting=item.meeting, title=title).pk)


@pytest.mark.parametrize("username", ["public", "agency-nstc", "announcer", "administrator"])
@pytest.mark.parametrize("page", ["papers/", "papers/new/"])
def test_papers_are_no_business_of_others(visit: Visit, item: Item, username: str, page: str) -> None:
    assert visit(username).get(f"/meetings/{item.meeting_id}/{page}").status_code == 404


def test_members_file_no_papers(visit: Visit, item: Item) -> None:
    client = visit("member-03")

    assert "papers/new" not in listing(client, item)
    assert client.get(f"/meetings/{item.meeting_id}/papers/new/").status_code == 403


@pytest.mark.parametrize(
    ("language", "words"), [("", "申報有無利益關係後始得閱覽"), ("/en", "It opens once you have declared")]
)
def test_a_closed_paper_says_why_and_not_what_it_is(
    visit: Visit, item: Item, language: str, words: str
) -> None:
    page = listing(visit("member-03"), item, language)

    assert words in page
    assert f"{language}/items/{item.pk}/declare/" in page
    assert SECRET not in page
    assert OPEN in page


def test_who_has_not_signed_is_led_to_the_agreement(visit: Visit, item: Item) -> None:
    page = listing(visit("member-07"), item)

    assert 'href="/agreement/"' in page
    assert SECRET not in page


def test_a_paper_is_handed_out_as_a_file_that_nothing_keeps(visit: Visit, item: Item) -> None:
    paper = papers_factories.filed(item.meeting, title="pdf", content=papers_factories.pdf())

    answer = visit("member-03").post(f"/meetings/{item.meeting_id}/papers/", {"paper": paper.pk})

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%E8%B3%87%E6%96%99.pdf")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert "委員03" in PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()


def test_each_press_of_the_button_is_an_act(visit: Visit, item: Item) -> None:
    client, number = visit("office"), numbered(item, SECRET)

    for _ in range(2):
        assert client.post(f"/meetings/{item.meeting_id}/papers/", {"paper": number}).status_code == 200

    assert Act.objects.filter(kind="paper.opened", subject=f"paper/{number}").count() == 2


def test_opening_a_paper_is_no_link_that_a_browser_could_follow_by_itself(visit: Visit, item: Item) -> None:
    page = listing(visit("office"), item)

    assert page.count('name="paper"') == 4
    assert "?paper=" not in page


def test_the_page_closes_again_to_whoever_steps_aside(visit: Visit, item: Item) -> None:
    client, number = visit("member-03"), numbered(item, SECRET)
    page = f"/meetings/{item.meeting_id}/papers/"
    declare(factories.acting("member-03"), item.pk, Interest(interest=False))
    assert client.post(page, {"paper": number}).status_code == 200

    declare(factories.acting("member-03"), item.pk, Interest(interest=False, unasked=True))

    assert client.post(page, {"paper": number}).status_code == 403
    assert not [title for title in (SECRET, OPEN) if title in listing(client, item)]


@pytest.mark.parametrize("number", ["", "x", "-1", "1.5", "９", "9" * 40])
def test_a_paper_is_asked_for_by_its_number(visit: Visit, item: Item, number: str) -> None:
    answer = visit("office").post(f"/meetings/{item.meeting_id}/papers/", {"paper": number})

    assert answer.status_code == 400


def test_a_paper_that_is_not_there_is_not_found(visit: Visit, item: Item) -> None:
    assert visit("office").post(f"/meetings/{item.meeting_id}/papers/", {"paper": 999_999}).status_code == 404


def form(item: Item, more: dict[str, object] | None = None) -> dict[str, object]:
    file = SimpleUploadedFile("會議資料.docx", papers_factories.odt())
    filled = {"title": "說明", "item": item.pk, "secrecy": "confidential", "file": file, "once": "k"}
    return filled | (more or {})


def test_a_paper_filed_twice_by_a_double_click_is_filed_once(visit: Visit, item: Item) -> None:
    client, page = visit("office"), f"/meetings/{item.meeting_id}/papers/new/"

    for _ in range(2):
        answer = client.post(page, form(item))
        assert answer.status_code == 302

    paper = Paper.objects.get(title="說明")
    assert (paper.item, paper.version, paper.confidential) == (item, 1, True)
    assert (paper.file_name, paper.media_type) == ("會議資料.odt", papers_factories.ODT_TYPE)
    assert "文件已加密保存" in client.get(answer.headers["Location"]).content.decode()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"title": ""}, "請填寫「文件名稱」"),
        ({"title": "x" * 161}, "最多160個字"),
        ({"item": 999_999}, "請由列出的選項中選擇"),
        ({"secrecy": "rumour"}, "請由列出的選項中選擇"),
        ({"file": ""}, "請選擇「檔案」的檔案"),
        ({"file": SimpleUploadedFile("a.pdf", b"MZ\x90")}, "這是程式檔"),
        ({"file": SimpleUploadedFile("a.pdf", papers_factories.odt(more={"Basic/x": b"x"}))}, "巨集"),
    ],
)
def test_a_paper_that_cannot_be_taken_is_asked_for_again(
    visit: Visit, item: Item, more: dict[str, object], words: str
) -> None:
    answer = visit("office").post(f"/meetings/{item.meeting_id}/papers/new/", form(item, more))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Paper.objects.filter(title="說明").exists()


def test_a_large_file_is_never_written_to_the_disk_in_the_clear() -> None:
    file = SimpleUploadedFile("large.txt", b"words " * 1_000_000)

    request = RequestFactory().post("/", {"file": file})

    assert type(request.FILES["file"]).__name__ == "InMemoryUploadedFile"


def test_the_pages_are_in_english_too(visit: Visit, item: Item) -> None:
    client = visit("office")

    assert "The whole meeting" in listing(client, item, "/en")
    assert "Who may read it" in client.get(f"/en/meetings/{item.meeting_id}/papers/new/").content.decode()
