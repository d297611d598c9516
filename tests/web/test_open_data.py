"""The open data by address: files, forms of one address, changes, feed, and the pages about them."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from coretech.apps.register.exporting import history_file, item_file, list_file
from coretech.apps.register.models import Webhook
from coretech.readers.register_files import delta
from coretech.readers.register_files.formats import FORMATS, Format, read
from coretech.readers.register_files.terms import OWN_TERMS
from tests.factories import open_data_factories as open_data

Visit = Callable[[str], Client]
DAY = dt.date(2025, 6, 2)
ATOM = "{http://www.w3.org/2005/Atom}"
HOOK = "https://systems.example/hook"


@pytest.fixture
def reader(visit: Visit) -> Client:
    return visit("public")


@pytest.mark.parametrize("form", Format)
def test_each_format_is_the_list_of_today(form: Format, reader: Client) -> None:
    answer = reader.get(f"/register/export/{form}")

    assert read(answer.content, form).entries == list_file(DAY).entries
    assert answer["Content-Type"] == FORMATS[form].content_type
    assert answer["Content-Disposition"] == f'attachment; filename="register-2025-06-02.{form}"'
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_has_not_changed_is_not_sent_again(reader: Client) -> None:
    first = reader.get("/register/export/csv")
    again = reader.get("/register/export/csv", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_every_version_and_another_day_can_be_asked_for(reader: Client) -> None:
    assert json.loads(reader.get("/register/export/json?history=1").content)["as_of"] is None
    old = json.loads(reader.get("/register/export/json?as_of=112.12.4").content)

    assert (old["as_of"], old["items"], old["edition"]) == ("2023-12-04", [], None)
    assert old["remark"]["en"] == "No list had been announced by 2023-12-04."


@pytest.mark.parametrize("language", ["", "/en"])
def test_a_format_there_is_not_is_told_with_those_there_are(language: str, reader: Client) -> None:
    for address in ("/register/export/xml", "/register/changes.ods?from=2025-01-01&to=2025-01-02"):
        answer = reader.get(language + address)
        assert answer.status_code == 404
        assert "csv" in answer.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        *("export/csv?as_of=2025-02-30", "export/csv?known_at=soon", "export/csv?history=maybe"),
        *("changes.json?from=2025-02-30", "changes.csv?from=2025-01-02&to=2025-01-01"),
        *("feed.atom?lang=fr",),
    ],
)
def test_a_question_that_cannot_be_read_is_refused(query: str, reader: Client) -> None:
    assert reader.get(f"/register/{query}").status_code == 422


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("language", ["", "/en"])
def test_one_address_answers_in_the_form_that_is_asked_for(
    form: Format, language: str, reader: Client
) -> None:
    asked = {"Accept": f"{FORMATS[form].media_type}, text/html;q=0.5"}
    for address, expected in (
        ("/register/?as_of=2024-01-01", list_file(dt.date(2024, 1, 1))),
        ("/register/12/", item_file(12)),
        ("/register/12/versions/1/", item_file(12, 1)),
    ):
        answer = reader.get(language + address, headers=asked)
        assert answer["Content-Type"] == FORMATS[form].content_type
        assert "Accept" in answer["Vary"]
        assert read(answer.content, form).entries == expected.entries


@pytest.mark.parametrize(
    "accept", ["", "*/*", "text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"]
)
def test_a_browser_gets_the_page_and_word_of_the_data(accept: str, reader: Client) -> None:
    answer = reader.get("/register/12/", headers={"Accept": accept} if accept else {})

    assert answer["Content-Type"].startswith("text/html")
    assert "Accept" in answer["Vary"]
    assert '</register/12/>; rel="alternate"; type="text/turtle"' in answer["Link"]


def test_a_form_we_do_not_have_is_told_with_those_we_have(reader: Client) -> None:
    answer = reader.get("/register/12/", headers={"Accept": "application/xml, image/png"})

    assert answer.status_code == 406
    assert "沒有所要求的格式" in answer.content.decode()
    assert "text/turtle" in answer.content.decode()
    assert "Accept" in answer["Vary"]


def test_data_of_an_item_there_is_not_are_not_found(reader: Client) -> None:
    for address in ("/register/99/", "/register/12/versions/9/"):
        assert reader.get(address, headers={"Accept": "text/turtle"}).status_code == 404


def test_the_description_has_the_sizes_and_checksums_of_the_files(reader: Client) -> None:
    graph = json.loads(reader.get("/register/export/dcat").content)["@graph"]
    nodes = {node["@id"]: node for node in graph}

    for form in Format:
        address = f"http://localhost:8000/register/export/{form}"
        content = reader.get(f"/register/export/{form}").content
        assert nodes[address]["dcat:byteSize"]["@value"] == str(len(content))
        assert (
            nodes[f"{address}#checksum"]["spdx:checksumValue"]["@value"]
            == hashlib.sha256(content).hexdigest()
        )


def test_changes_lead_from_the_older_list_to_the_newer(reader: Client) -> None:
    open_data.announced_renaming()
    days = "from=2025-06-02&to=2025-09-01"

    told = delta.read_json(reader.get(f"/register/changes.json?{days}").content)
    rows = delta.read_csv(reader.get(f"/register/changes.csv?{days}").content)

    assert [(each.kind, each.no) for each in told.changes] == [("renamed", 12)]
    new = list_file(open_data.ANNOUNCED).entries
    assert delta.apply(list_file(DAY).entries, told.changes) == new
    assert delta.apply(list_file(DAY).entries, rows) == new


def test_without_days_the_changes_are_those_of_the_newest_announcement(reader: Client) -> None:
    told = delta.read_json(reader.get("/register/changes.json").content)

    assert (told.first, told.last, len(told.changes)) == (dt.date(2023, 12, 4), DAY, 22)


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        ("/register/feed.atom", ["更正第12項的登載", "第2次公告（2025-09-01）", "第1次公告（2023-12-05）"]),
        (
            "/en/register/feed.atom",
            [
                "Correction to the entry of item 12",
                "Announcement no. 2 (2025-09-01)",
                "Announcement no. 1 (2023-12-05)",
            ],
        ),
    ],
)
def test_the_feed_tells_announcements_and_corrections_newest_first(
    address: str, titles: list[str], reader: Client
) -> None:
    open_data.announced_renaming()
    open_data.corrected()

    answer = reader.get(address)

    root = ET.fromstring(answer.content)  # noqa: S314 - our own document
    entries = root.findall(f"{ATOM}entry")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == titles
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        "http://localhost:8000/register/12/versions/3/",
        "http://localhost:8000/changes/#edition-2",
        "http://localhost:8000/changes/#edition-1",
    ]
    assert "a slip of the pen" in str(entries[0].findtext(f"{ATOM}content"))


def test_the_language_of_the_feed_can_be_asked_for(reader: Client) -> None:
    assert reader.get("/register/feed.atom?lang=en").content == reader.get("/en/register/feed.atom").content
    assert "第1次公告" in reader.get("/en/register/feed.atom?lang=zh").content.decode()


@pytest.mark.parametrize(("language", "heading"), [("", "開放資料"), ("/en", "Open data")])
def test_the_page_names_every_format_term_and_address(language: str, heading: str, reader: Client) -> None:
    page = reader.get(f"{language}/register/open-data/").content.decode().replace("<wbr>", "")

    assert f'<h1 class="govuk-heading-l">{heading}</h1>' in page
    for told in FORMATS.values():
        assert told.media_type in page
    for term in OWN_TERMS:
        assert f'id="{term}"' in page
    assert "https://data.gov.tw/license" in page
    assert f"{language}/register/following/" not in page


@pytest.mark.parametrize(
    ("language", "once", "twice"),
    [("", "請現在抄下密鑰", "密鑰只顯示一次"), ("/en", "Copy the secret now", "shown once only")],
)
def test_an_address_is_entered_with_its_secret_shown_once_and_ended(
    language: str, once: str, twice: str, visit: Visit
) -> None:
    browser, page = visit("agency-nstc"), f"{language}/register/following/"
    sent = {"step": "follow", "address": HOOK, "once": "key"}

    made = browser.post(page, sent).content.decode()
    again = browser.post(page, sent, follow=True).content.decode()

    assert once in made
    assert "whsec_" in made
    assert "whsec_" not in again.replace("（去掉 whsec_", "").replace("without whsec_", "")
    assert twice in again
    webhook = Webhook.objects.get()
    assert HOOK in browser.get(page).content.decode()
    browser.post(page, {"step": "end", "webhook": webhook.pk, "once": "end"})
    webhook.refresh_from_db()
    assert webhook.ended_at is not None
    assert browser.post(page, {"step": "end", "webhook": webhook.pk, "once": "more"}).status_code == 409


def test_how_the_calls_went_is_shown(visit: Visit) -> None:
    browser = visit("agency-nstc")
    browser.post("/register/following/", {"step": "follow", "address": HOOK, "once": "key"})
    open_data.announced_renaming()
    Webhook.objects.get().deliveries.update(tries=5, problem="對方回覆HTTP 500 / it answered HTTP 500")

    page = browser.get("/register/following/").content.decode()

    assert "第2次公告" in page
    assert "未能送達" in page
    assert "對方回覆HTTP 500" in page


def test_a_wrong_address_is_told_at_its_field(visit: Visit) -> None:
    sent = {"step": "follow", "address": "http://10.0.0.1/", "once": "key"}
    answer = visit("agency-nstc").post("/en/register/following/", sent)

    assert answer.status_code == 422
    assert "It begins" in answer.content.decode() or "begins with https://" in answer.content.decode()


@pytest.mark.parametrize(
    "sent", [{"step": "end", "webhook": "x"}, {"step": "dance"}, {"step": "end", "webhook": "9" * 30}]
)
def test_a_step_there_is_not_is_a_bad_request(sent: dict[str, str], visit: Visit) -> None:
    assert visit("agency-nstc").post("/register/following/", sent).status_code == 400


def test_the_public_has_no_page_of_calls(reader: Client) -> None:
    assert reader.get("/register/following/").status_code in {302, 403}


def test_the_history_behind_the_page_is_every_version(reader: Client) -> None:
    content = reader.get("/register/export/ttl?history=1").content

    assert read(content, Format.TTL).entries == history_file().entries
