"""The pages of the yearly review: tasks, one item's question, the file, and the way to a candidate."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.register.models import AnnualReview
from coretech.readers.seats.csv_text import read_csv
from coretech.readers.seats.ods import read_ods
from tests.factories import lists_factories
from tests.factories import requests_factories as requests
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
PAGE = "/reviews/12/"
FITS = {"seen": "0", "verdict": "fits", "reasons": "仍具競爭力。", "once": "key-1"}


def test_an_authority_sees_its_own_items_as_tasks_in_both_languages(visit: Visit) -> None:
    client = visit("agency-nstc")
    page = text_of(client, "/reviews/")

    assert "民國114年年度檢討" in page
    assert page.count("尚未檢討") >= 8
    assert "第12項 太空規格主動式相位陣列天線技術" in page
    assert "經濟部" not in page
    assert "Item 12" in text_of(client, "/en/reviews/")


def test_the_office_sees_what_every_authority_missed(visit: Visit) -> None:
    page = visit("office").get("/reviews/?year=2024")

    assert words_of(page.content).count("逾期未檢討") == 5
    assert page.text.count("<section") == 5


@pytest.mark.parametrize("username", ["public", "member-02", "announcer", "administrator"])
def test_nobody_else_opens_them(visit: Visit, username: str) -> None:
    client = visit(username)

    addresses = ("/reviews/", PAGE, "/reviews/file/csv/")
    assert [client.get(address).status_code for address in addresses] == [403] * 3


def test_another_agency_reads_no_review_of_an_item_it_is_not_in_charge_of(visit: Visit) -> None:
    assert visit("agency-moea").get(PAGE).status_code == 403
    assert visit("agency-moea").post(PAGE, FITS).status_code == 403


@pytest.mark.parametrize("year", ["2023", "2026", "abcd", "", "２０２５"])
def test_a_year_that_owes_nothing_is_told_so(visit: Visit, year: str) -> None:
    page = visit("office").get("/reviews/", {"year": year})

    assert page.status_code == 422
    assert "請填2024至2025之間的西元年" in words_of(page.content)


def test_a_review_that_finds_the_item_fit_leads_back_to_the_list(visit: Visit) -> None:
    client = visit("agency-nstc")

    answers = [client.post(PAGE, FITS) for _ in range(2)]

    assert [answer.headers["Location"] for answer in answers] == ["/reviews/"] * 2
    assert AnnualReview.objects.get().verdict == "fits"
    assert "仍符合" in text_of(client, "/reviews/")
    assert "列為候選項目" not in text_of(client, PAGE)


@pytest.mark.parametrize(("verdict", "aspect"), [("change", ""), ("removal", "&amp;aspect=removal")])
def test_a_review_that_asks_for_more_offers_the_candidate(visit: Visit, verdict: str, aspect: str) -> None:
    client = visit("agency-nstc")

    answer = client.post(PAGE, FITS | {"verdict": verdict})

    assert answer.headers["Location"] == PAGE
    page = client.get(PAGE)
    assert f'href="/inventory/new/?kind=change&amp;item=12{aspect}"' in page.text
    assert "產業環境或技術發展已變化" in words_of(page.content)


def test_the_office_reads_a_review_and_writes_none(visit: Visit) -> None:
    visit("agency-nstc").post(PAGE, FITS)
    page = visit("office").get(PAGE)

    assert "仍具競爭力。" in words_of(page.content)
    assert "尚不能辦理" in words_of(page.content)
    assert visit("office").post(PAGE, FITS | {"once": "key-2"}).status_code == 403


def test_what_was_asked_this_year_is_offered(visit: Visit) -> None:
    requests.received()
    page = visit("agency-nstc").get(PAGE)

    assert "與本項有關：1件" in words_of(page.content)
    assert 'href="/requests/114-R-0001/"' in page.text


def test_what_is_missing_is_asked_for_and_what_was_written_is_kept(visit: Visit) -> None:
    page = visit("agency-nstc").post(PAGE, FITS | {"reasons": " ", "evidence": "專利件數"})

    assert page.status_code == 422
    assert "請填寫「理由」。" in words_of(page.content)
    assert "專利件數" in page.text
    assert not AnnualReview.objects.exists()


def test_who_comes_second_is_told_and_nothing_is_overwritten(visit: Visit) -> None:
    client = visit("agency-nstc")
    client.post(PAGE, FITS)

    second = client.post(PAGE, FITS | {"verdict": "change", "once": "key-2"})

    assert second.status_code == 409
    assert AnnualReview.objects.get().verdict == "fits"


def test_the_files_of_a_year_say_the_same(visit: Visit) -> None:
    client = visit("agency-nstc")
    client.post(PAGE, FITS | {"evidence": "=SUM(A1)"})

    csv, ods = (client.get(f"/reviews/file/{form}/") for form in ("csv", "ods"))

    assert 'filename="reviews-2025.csv"' in csv.headers["Content-Disposition"]
    assert "no-store" in csv.headers["Cache-Control"]
    assert "'=SUM(A1)" in csv.content.decode("utf-8-sig")
    tables = [read_csv(csv.content).lines, read_ods(ods.content).lines]
    assert len(tables[0]) == len(tables[1]) == 1 + 8
    assert client.get("/reviews/file/pdf/").status_code == 404


def test_the_public_item_page_tells_the_last_verdict_and_no_reason(visit: Visit) -> None:
    public = visit("public")
    assert "最近年度檢討" not in text_of(public, "/register/12/")

    visit("agency-nstc").post(PAGE, FITS)

    page = text_of(public, "/register/12/")
    assert "民國114年：仍符合，民國114年6月2日" in page
    assert "仍具競爭力。" not in page
    assert "2025: Still fits, 2 June 2025" in text_of(public, "/en/register/12/")


def test_like_names_on_foreign_lists_are_offered_with_their_source_and_marked_where_newer(
    visit: Visit,
) -> None:
    lists_factories.staged()
    page = visit("agency-nstc").get("/en/reviews/12/").text

    before, _, after = page.partition("Space Technologies and Systems")
    assert "Like names on foreign lists" in before
    entry = after.partition("</li>")[0]
    assert "US National Science and Technology Council" in entry
    assert "(2024-02-12)" in entry
    assert "New since" in entry
    assert "(2022-02)" in page
    assert page.count("New since") == 1
