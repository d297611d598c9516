"""The pages of patents and of trade: what to beware of first, figures with the table they rest on, taking one in."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoDbBlocker, Settings

from coretech.apps.accounts.models import Account
from coretech.apps.watch.bundled import load_watch
from coretech.apps.watch.counts.taking_in_tables import folder
from coretech.apps.watch.models import KeptTable
from coretech.kit.sentence import Language
from tests.factories import watch_factories, watch_table_factories
from tests.factories.watch_table_factories import CHIPS, PATENTS

pytestmark = pytest.mark.usefixtures("stage", "_taken")
ONE = f"/watch/{CHIPS}/"


@pytest.fixture(scope="module")
def _taken(shared_stage: DjangoDbBlocker) -> None:
    """Both tables of everything, taken in once for all tests of the file."""
    with shared_stage.unblock():
        load_watch()
        watch_table_factories.patents()
        watch_table_factories.trade()


@pytest.fixture
def office() -> Client:
    client = Client()
    account = Account.objects.get(username=watch_factories.OFFICE)
    client.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def _own_home(settings: Settings, tmp_path: Path) -> None:
    """A folder that no other test has anything in."""
    settings.CORETECH_HOME = tmp_path


def page(address: str, language: Language = "en", client: Client | None = None) -> str:
    prefix = "/en" if language == "en" else ""
    response = (client or Client()).get(f"{prefix}{address}")
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize(("language", "beware"), [("zh", "判讀注意"), ("en", "Beware when reading this")])
@pytest.mark.parametrize(("kind", "source"), [("patents", "PATSTAT"), ("trade", "UN Comtrade")])
def test_figures_stand_behind_what_to_beware_of_and_name_their_table(
    kind: str, source: str, language: Language, beware: str
) -> None:
    told = page(f"{ONE}{kind}/", language)

    assert told.index(beware) < told.index("<table")
    assert source in told
    assert "/watch/tables/" in told


def test_a_technology_has_its_patents_and_its_trade_beside_its_works() -> None:
    told = page(ONE)

    assert "rank 1, 2 (75.0%)" in told
    assert "Exports 90 (US$)" in told
    assert f"{ONE}patents/years.svg" in told
    assert "there is no table" not in told


def test_every_chart_is_drawn_and_every_table_comes_as_a_file() -> None:
    for chart in ("patents/years", "patents/offices", "trade/years", "trade/partners"):
        response = Client().get(f"{ONE}{chart}.svg")
        assert (response.status_code, response["Content-Type"]) == (200, "image/svg+xml")

    patents = Client().get(f"{ONE}patents.csv").content.decode("utf-8-sig").splitlines()
    trade = Client().get(f"{ONE}trade.csv?reporter=US").content.decode("utf-8-sig").splitlines()

    assert f"{CHIPS},country,TW,2,1.5" in patents[1]
    assert patents[1].endswith("2025-01-05,H01L H10B H10D")
    assert f"{CHIPS},US,2023,TW,import,12.0,US$" in trade[1]
    assert trade[1].endswith("854231 854232")


def test_trade_is_told_by_the_reporter_and_year_that_are_asked_for() -> None:
    told = page(f"{ONE}trade/?reporter=TW&year=2022")

    assert "Partners in 2022" in told
    assert "Exports: world, as given" in told
    assert "80.0%" in told
    assert "As United States reports" in page(f"{ONE}trade/?reporter=US&year=x")


@pytest.mark.parametrize("kind", ["patents", "trade"])
def test_a_technology_without_a_table_says_what_to_do(kind: str, office: Client) -> None:
    address = f"/watch/TW-09/{kind}/"

    assert "There is no table for this technology yet" in page(address)
    assert "/watch/TW-09/codes/" in page(address, client=office)
    assert Client().get(f"/watch/TW-09/{kind}.csv").status_code == 404
    assert "Patents and trade: there is no table for it yet" in page("/watch/TW-09/")


def test_a_table_says_where_it_is_from_and_what_was_wrong_with_it() -> None:
    table = KeptTable.objects.get(kind=KeptTable.Kind.PATENTS)

    told = page(f"/watch/tables/{table.pk}/")

    assert table.sha256 in told
    assert "Atlantis" in told
    assert "cpc_class_symbol" in told
    assert f"{ONE}patents/" in told
    assert "UN Comtrade" in page("/watch/tables/")
    assert Client().get("/watch/tables/999999/").status_code == 404


@pytest.mark.usefixtures("_own_home")
def test_rows_that_were_taken_away_leave_the_technology_readable() -> None:
    assert f"{ONE}patents/" not in page(ONE)
    assert Client().get(f"{ONE}patents/").status_code == 404


@pytest.mark.usefixtures("_own_home")
def test_the_office_takes_a_table_in_and_it_is_shown(office: Client) -> None:
    text = PATENTS.replace("person_ctry_code", "whence")
    sent = {"kind": "patents", "source": "Lens", "dated": "2025-01-05", "technology": CHIPS}
    file = {"file": SimpleUploadedFile("p.csv", text.encode())}

    answer = office.post("/en/watch/tables/new/", {**sent, **file, "column": "country=whence"})

    assert answer.status_code == 302
    assert "is taken in" in page(answer["Location"].removeprefix("/en"), client=office)
    told = page(f"{ONE}patents/")
    assert "the table was searched for this technology" in told
    assert "Lens" in told


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("a,b\n1,2\n", {}, "add --column id=HEADING"),
        (PATENTS, {"dated": "2999-01-01"}, "cannot be after today"),
        (PATENTS, {"kind": "none"}, "Choose"),
    ],
)
@pytest.mark.usefixtures("_own_home")
def test_what_is_wrong_is_said_on_the_form(
    office: Client, text: str, more: dict[str, str], said: str
) -> None:
    sent = {"kind": "patents", "source": "Lens", "dated": "2025-01-05", **more}

    answer = office.post(
        "/en/watch/tables/new/", {**sent, "file": SimpleUploadedFile("p.csv", text.encode())}
    )

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not folder().exists() or not list(folder().glob("taken-*"))


def test_codes_are_named_on_a_form_that_says_what_is_wrong(office: Client) -> None:
    address = "/en/watch/TW-09/codes/"
    wrong = office.post(address, {"classes": "H0", "goods": "854", "why": "x", "seen": "0"})
    assert wrong.status_code == 422
    assert "is not a subclass" in wrong.content.decode()
    assert "is not an HS code" in wrong.content.decode()

    right = {"classes": "h01l 21/00", "goods": "", "why": "tried", "seen": "0"}
    assert office.post(address, {**right, "classes": "H01L"}).status_code == 302

    assert "patents with one of the classes H01L" in page("/watch/TW-09/patents/")
    assert "tried" in page("/watch/TW-09/codes/", client=office)
    assert Client().get("/watch/TW-09/codes/").status_code in {302, 403}
