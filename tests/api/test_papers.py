"""Papers and recusals over the API answer as the pages do."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.models import Act
from coretech.apps.meetings.models import Declaration, Item, Paper
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.papers import paper_ruling
from tests import factories
from tests.api.caller import BASE, Caller, json_of, problem_of
from tests.factories import papers_factories

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

Call = Callable[[str], Caller]
CAST = ["office", "member-01", "member-03", "member-07", "agency-nstc", "announcer", "administrator"]


@pytest.fixture(scope="module")
def listed(shared_stage: DjangoDbBlocker) -> int:
    with shared_stage.unblock():
        return papers_factories.item_with_papers().pk


@pytest.fixture
def item(stage: None, listed: int) -> Item:  # noqa: ARG001 - asked for, not read
    return Item.objects.get(pk=listed)


def send_file(
    caller: Caller, item: Item, content: bytes, more: dict[str, object] | None = None
) -> "Response":
    """File a paper; a field that is None is left out."""
    file = SimpleUploadedFile("a.bin", content)
    fields = {"title": "說明", "file": file, "item": item.pk} | (more or {})
    body = encode_multipart(BOUNDARY, {name: value for name, value in fields.items() if value is not None})
    where = f"{BASE}/meetings/{item.meeting_id}/papers"
    return caller.client.generic("POST", where, body, MULTIPART_CONTENT, headers=caller.headers)


@pytest.mark.parametrize("username", CAST)
@pytest.mark.parametrize("declared", [None, Interest(interest=False), Interest(interest=True)])
def test_a_paper_opens_over_the_api_exactly_to_whom_it_opens(
    caller: Call, item: Item, username: str, declared: Interest | None
) -> None:
    if declared is not None and username.startswith("member"):
        declare(factories.acting(username), item.pk, declared)

    for paper in Paper.objects.filter(meeting=item.meeting):
        answer = caller(username).post(f"/papers/{paper.pk}/opening")
        assert (answer.status_code == 200) is paper_ruling(factories.acting(username), paper).is_yes


def test_titles_of_closed_papers_stay_out_of_the_list(caller: Call, item: Item) -> None:
    told = caller("member-03").read(f"/meetings/{item.meeting_id}/papers")

    closed = [each for each in told if each["closed"]]
    assert [each["title"] for each in closed] == [None]
    assert closed[0]["closed"]["en"].startswith("It opens once you have declared")


@pytest.mark.parametrize("username", ["agency-nstc", "announcer", "administrator"])
def test_who_may_not_know_of_the_meeting_is_told_of_no_papers(
    caller: Call, item: Item, username: str
) -> None:
    problem_of(caller(username).get(f"/meetings/{item.meeting_id}/papers"), 404)


def test_a_copy_is_kept_by_nothing_on_the_way(caller: Call, item: Item) -> None:
    paper = papers_factories.filed(item.meeting)

    answer = caller("office").post(f"/papers/{paper.pk}/opening")

    assert (answer.content, answer["Content-Type"]) == (b"the words of confidential", "text/plain")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert Act.objects.filter(kind="paper.opened").count() == 1


def test_a_paper_is_filed_as_a_form_with_a_file(caller: Call, item: Item) -> None:
    answer = send_file(caller("office"), item, papers_factories.odt(), {"confidential": "false"})

    assert json_of(answer)["act"]["kind"] == "paper.filed"
    paper = Paper.objects.get(title="說明")
    assert (paper.item, paper.confidential, paper.file_name) == (item, False, "a.odt")


def test_the_same_paper_sent_twice_under_one_key_is_filed_once(caller: Call, item: Item) -> None:
    office = caller("office").with_headers(Idempotency_Key="k-1")

    for _ in range(2):
        assert send_file(office, item, b"words")

    assert Paper.objects.filter(title="說明").count() == 1


@pytest.mark.parametrize(
    ("content", "more", "field"),
    [
        (b"MZ program", {}, "file"),
        (b"words", {"title": " "}, "title"),
        (b"words", {"item": 999_999}, "item"),
        (b"words", {"title": None}, "title"),
    ],
)
def test_a_bad_paper_is_refused_by_its_field(
    caller: Call, item: Item, content: bytes, more: dict[str, object], field: str
) -> None:
    answer = send_file(caller("office"), item, content, more)

    assert problem_of(answer, 422)["field"] == field


def test_only_the_office_files_papers(caller: Call, item: Item) -> None:
    problem_of(send_file(caller("member-03"), item, b"words"), 403)


def test_the_chair_orders_over_the_api(caller: Call, item: Item) -> None:
    order = {"appointment": factories.seats()[2].pk, "ground": "spouse", "why": "known to the chair"}

    problem_of(caller("office").post(f"/items/{item.pk}/recusal-order", order), 403)
    caller("member-01").done(f"/items/{item.pk}/recusal-order", order)

    assert Declaration.objects.get().ordered_by == factories.seats()[0]
    assert "known to the chair" not in json.dumps(caller("office").read(f"/items/{item.pk}"))
