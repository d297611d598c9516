"""``coretech request`` and ``coretech review``."""

from pathlib import Path

from coretech.apps.audit.links import secret_of
from coretech.apps.inventory.models import Candidate, Request
from coretech.apps.register.models import AnnualReview
from coretech.readers.seats.ods import read_ods
from tests.cli.conftest import Run
from tests.factories import requests_factories as requests

OFFICER = ("--as", "agency-nstc")
SEND = ("request", "send", "--name", requests.SENDER, "--contact", requests.CONTACT, "--text", requests.TEXT)
TAKEN = ("--name-zh", "新名稱", "--name-en", "New", "--sector", "space", "--aspect", "scope")


def test_anybody_sends_a_request_and_is_told_where_to_follow_it(run: Run) -> None:
    sent = run(*SEND, "--item", "12", "--aspect", "scope", "--json")

    assert sent.data["follow"] == f"/requests/follow/{secret_of(sent.subject)}/"
    assert run(*SEND, "--item", "99").status == 2
    assert run(*SEND).status == 2
    assert run(*SEND, "--authority", "moea").status == 0
    assert [each.authority.code for each in Request.objects.order_by("pk")] == ["nstc", "moea"]


def test_requests_are_listed_without_their_senders(run: Run) -> None:
    requests.received()

    told = run("request", "list", *OFFICER, "--json")
    assert [each["number"] for each in told.data] == ["114-R-0001"]
    shown = run("request", "show", "114-R-0001", *OFFICER)
    assert requests.TEXT in shown.out
    for word in (requests.SENDER, requests.CONTACT):
        assert word not in told.out + shown.out
    assert "waiting" in run("request", "list", *OFFICER).out
    assert run("request", "list").status == 1
    assert run("request", "show", "114-R-0001", "--as", "agency-moea").status == 2


def test_a_request_is_taken_up_or_declined(run: Run) -> None:
    requests.received()
    requests.received(13)

    assert run("request", "take-up", "114-R-0001", "--why", "可。", *TAKEN, *OFFICER).status == 0
    assert run("request", "decline", "114-R-0002", "--why", "範疇已包含。", *OFFICER).status == 0
    assert run("request", "decline", "114-R-0002", "--why", "again", *OFFICER).status == 1

    assert Candidate.objects.get().name_zh == "新名稱"
    assert "範疇已包含。" in run("request", "show", "114-R-0002", *OFFICER).out


def test_an_item_is_reviewed_and_the_year_is_told(run: Run) -> None:
    assert run("review", "add", "12", "--verdict", "change", "--why", "範疇過窄。", *OFFICER).status == 0
    assert run("review", "add", "12", "--verdict", "fits", "--why", "x", "--as", "office").status == 1
    assert run("review", "add", "12", "--verdict", "perhaps", "--why", "x", *OFFICER).status == 2

    assert AnnualReview.objects.get().verdict == "change"
    (sheet,) = run("review", "list", *OFFICER, "--json").data
    assert 12 not in sheet["missing"]
    words = run("review", "list", "--year", "2024", "--as", "office").out
    assert words.count("missed") == 5
    assert run("review", "list", "--year", "2023", "--as", "office").status == 2
    assert run("review", "list").status == 1


def test_a_year_is_written_into_a_new_file(run: Run, tmp_path: Path) -> None:
    ods, csv = tmp_path / "reviews.ods", tmp_path / "reviews.csv"

    assert run("review", "export", str(ods), *OFFICER, "--json").data == {"file": "reviews.ods", "rows": 8}
    assert run("review", "export", str(csv), "--as", "office").status == 0

    assert len(read_ods(ods.read_bytes()).lines) == 1 + 8
    assert csv.read_text("utf-8-sig").count("\n") == 1 + 22
    assert run("review", "export", str(ods), *OFFICER).status == 2
