"""The pages of the watch: figures with what they rest on, definitions that are checked first, snapshots taken in."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoDbBlocker, Settings

from coretech.apps.accounts.models import Account
from coretech.apps.watch.counts.precision import precision
from coretech.apps.watch.models import Run
from coretech.apps.watch.queries import find_technology, newest_definition
from coretech.engines.indicators.thin import Warned
from coretech.jobs.watch import count_waiting
from coretech.kit.sentence import Language
from coretech.web.watch.words import SHORT
from tests.factories import watch_factories

pytestmark = pytest.mark.usefixtures("stage", "_twice")
ONE = f"/watch/{watch_factories.CODE}/"
WAYS = {"topics": "", "words_zh": "石墨烯", "words_en": "graphene\ntransistor*", "without": "review"}


@pytest.fixture(scope="module")
def _twice(shared_stage: DjangoDbBlocker) -> None:
    """Graphene in two snapshots, counted once for all tests of the file."""
    with shared_stage.unblock():
        watch_factories.counted_twice()


@pytest.fixture
def office() -> Client:
    client = Client()
    account = Account.objects.get(username=watch_factories.OFFICE)
    client.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return client


def page(address: str, language: Language = "en", client: Client | None = None) -> str:
    prefix = "/en" if language == "en" else ""
    response = (client or Client()).get(f"{prefix}{address}")
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "address",
    [
        *("/watch/", ONE, f"{ONE}reading/", f"{ONE}definition/", "/watch/countries/TW/"),
        *("/watch/compare/?a=TW&b=CN", "/watch/alerts/"),
    ],
)
def test_every_page_names_its_snapshot_and_query(address: str, language: Language) -> None:
    told = page(address, language)

    assert "OpenAlex" in told
    assert "title.search:graphene" in told


def test_a_technology_says_what_to_beware_of_before_any_figure() -> None:
    told = page(ONE)

    assert told.index("Beware when reading this") < told.index("71.4%")
    assert "the growth rests on a small base" in told
    assert "rank 3, 7.1% (95 % interval 2.8–17.0%), 24 works" in told
    assert "3.3 times the runner-up" in told
    assert "There is no overall rank" in told


def test_an_older_run_is_shown_where_it_is_asked_for_and_links_keep_it() -> None:
    run = Run.objects.earliest("pk")

    told = page(f"{ONE}?run={run.pk}")

    assert "3.0 times the runner-up" in told
    assert f"/en/watch/countries/US/?run={run.pk}" in told


@pytest.mark.parametrize("given", ["0", "999999", "²", "-1", "x" * 30, "9" * 40])
def test_a_run_that_is_not_there_is_not_found(given: str) -> None:
    assert Client().get(ONE, {"run": given}).status_code == 404


@pytest.mark.parametrize("address", ["/watch/NOTHING/", "/watch/countries/ZZ/", "/watch/runs/999999/"])
def test_what_is_not_there_is_not_found(address: str) -> None:
    assert Client().get(address).status_code == 404


def test_charts_are_drawn_and_the_table_comes_as_a_file_with_its_query() -> None:
    for chart in ("shares.svg", "years.svg"):
        response = Client().get(f"{ONE}{chart}")
        assert (response.status_code, response["Content-Type"]) == (200, "image/svg+xml")

    first, *rows = Client().get(f"{ONE}countries.csv").content.decode("utf-8-sig").splitlines()

    assert first.startswith("technology_id,country,works,works_fractional,top10_share,top10_share_low")
    assert [row.split(",")[1] for row in rows] == ["CN", "US", "TW"]
    assert all(row.endswith('"石墨烯, graphene, -review"') for row in rows)


def test_what_moved_is_listed_with_its_interval() -> None:
    told = page("/watch/alerts/")

    assert "The leader was" in told
    assert "share fell" in told
    assert "Technologies that moved" in page("/watch/")


def test_two_countries_are_compared_by_an_interval_of_their_difference() -> None:
    told = page("/watch/compare/?a=TW&b=CN")

    assert "-64.3<br>" in told
    assert "-75.3 to -48.1" in told
    assert page("/watch/compare/?a=<b>&b=ZZ")


def test_a_technology_says_what_moved_since_the_snapshot_before() -> None:
    told = page(ONE)

    assert "Since the snapshot before" in told
    assert "(25.0% → 71.4%)" in told
    assert "Since the snapshot before" not in page(f"{ONE}?run={Run.objects.earliest('pk').pk}")


def test_a_country_has_its_chart_and_its_table_as_a_file() -> None:
    assert "/watch/countries/TW/shares.svg" in page("/watch/countries/TW/")
    assert Client().get("/watch/countries/TW/shares.svg")["Content-Type"] == "image/svg+xml"

    rows = Client().get("/watch/countries/TW/technologies.csv").content.decode("utf-8-sig").splitlines()

    assert rows[1].startswith(f"TW,{watch_factories.CODE},")
    assert Client().get("/watch/countries/ZZ/technologies.csv").status_code == 404


def test_two_technologies_stand_side_by_side_where_there_are_two() -> None:
    address = "/watch/compare/technologies/"
    assert "Fewer than two technologies" in page(address)

    watch_factories.defined_too()
    told = page(f"{address}?a={watch_factories.CODE}&b=<b>")

    assert "Compare two technologies" in told
    assert told.count("71.4%") == 2
    assert "/watch/TRANSISTOR/" in told


def test_the_reading_list_is_of_the_year_that_was_chosen() -> None:
    told = page(f"{ONE}reading/?year=2020")

    assert '<strong aria-current="page">2020</strong>' in told
    assert told.count("https://openalex.org/W") == 10


def test_a_definition_is_recorded_after_a_look_at_what_changes(office: Client) -> None:
    sent = {**WAYS, "why": "transistors too", "seen": "1"}
    checked = office.post(f"/en{ONE}definition/new/", sent).content.decode()
    assert "<ins>transistor*</ins>" in checked
    assert newest_definition(find_technology(watch_factories.CODE)).number == 1

    changed = office.post(f"/en{ONE}definition/new/", {**sent, "step": "change"}).content.decode()
    assert "transistor*" in changed
    assert office.post(f"/en{ONE}definition/new/", {**sent, "step": "confirm"}).status_code == 302

    definition = newest_definition(find_technology(watch_factories.CODE))
    assert (definition.number, definition.words_en) == (2, ["graphene", "transistor*"])
    assert "Nothing was counted by this version yet" in page(f"{ONE}definition/")


def test_a_term_that_cannot_be_read_is_said_at_its_field(office: Client) -> None:
    sent = {**WAYS, "topics": "quantum", "why": "x", "seen": "1"}

    response = office.post(f"/en{ONE}definition/new/", sent)

    assert response.status_code == 422
    assert "write it as T10682" in response.content.decode()


def test_another_technology_is_watched(office: Client) -> None:
    sent = {
        **WAYS,
        "code": "OWN-1",
        "zh": "甲",
        "en": "A",
        "why": "asked for",
        "seen": "0",
        "step": "confirm",
    }

    assert office.post("/watch/new/", sent).status_code == 302
    assert "not counted yet" in Client().get("/en/watch/OWN-1/shares.svg").content.decode()
    assert "Nothing was counted yet" in page("/watch/OWN-1/")


def test_the_sample_is_judged_in_part_and_the_precision_shown(office: Client) -> None:
    asked = page(f"{ONE}sample/", client=office)
    assert asked.count("<fieldset") == 30

    sent = {"work_0": "yes", "work_1": "yes", "work_2": "no", "work_3": "unsure"}
    assert office.post(f"{ONE}sample/", sent).status_code == 302

    found = precision(newest_definition(find_technology(watch_factories.CODE)))
    assert (found.yes, found.no, found.unsure) == (2, 1, 1)
    assert "Precision 67 %" in page(f"{ONE}definition/")


def test_a_file_is_taken_in_counted_and_shown(office: Client, settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_HOME = tmp_path
    content = watch_factories.works([("JP", 30), ("KR", 12)])
    sent = {
        "file": SimpleUploadedFile("works.jsonl.gz", content),
        "source": "OpenAlex API",
        "query": "",
        "series": "trial",
        "note_zh": "試用",
        "note_en": "",
    }

    answer = office.post("/en/watch/snapshots/new/", sent)
    assert answer.status_code == 302
    run = Run.objects.latest("pk")
    waiting = page(f"/watch/runs/{run.pk}/")
    assert "0 of 1 technologies counted" in waiting
    assert "not a whole JSON object" in waiting
    held = office.post(f"/watch/runs/{run.pk}/hold/", {"hold": "yes"})
    assert held.status_code == 302
    assert count_waiting() == 0
    office.post(f"/watch/runs/{run.pk}/hold/", {"hold": "no"})
    assert count_waiting() == 1

    told = page(ONE)
    assert "試用" in told
    assert "2.5 times the runner-up" in told
    assert page("/watch/snapshots/").index("OpenAlex API") < page("/watch/snapshots/").index("trial")


@pytest.mark.parametrize(("name", "content"), [("x.jsonl", b"nothing"), ("x.exe", b"MZ"), ("x.gz", b"")])
def test_a_file_that_holds_no_works_is_said_on_the_form(
    office: Client, settings: Settings, tmp_path: Path, name: str, content: bytes
) -> None:
    settings.CORETECH_HOME = tmp_path
    sent = {"file": SimpleUploadedFile(name, content), "source": "x", "series": "trial"}

    response = office.post("/en/watch/snapshots/new/", sent)

    assert response.status_code == 422
    assert not list((tmp_path / "watch").iterdir())


def test_a_snapshot_is_counted_again(office: Client) -> None:
    before = Run.objects.latest("pk")

    assert office.post(f"/watch/snapshots/{before.snapshot_id}/again/").status_code == 302

    assert Run.objects.latest("pk").pk > before.pk


def test_every_warning_has_a_short_word_and_a_sentence() -> None:
    assert set(SHORT) == set(Warned)
    assert all(warned.said.zh and warned.said.en for warned in Warned)
