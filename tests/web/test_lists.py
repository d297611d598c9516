"""The pages of lists: every version with what it brings, its tree, an item's names, comparisons, and taking one in."""

import json
import re
from collections.abc import Callable
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoDbBlocker

from coretech.apps.lists.models import ListVersion
from coretech.readers.lists.formats import Format, read_list
from tests.factories import lists_factories as lists
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
BOTH = ("", "/en")
HEAD = {**lists.HEAD, "code": "XX-1", "status": "in_force", "effects": ["export"], "complete": "yes"}


@pytest.fixture(scope="module")
def _bundled(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        lists.staged()


@pytest.fixture(autouse=True)
def _staged(stage: None, _bundled: None) -> None:
    """The bundled lists, stored once for all tests of the file."""


def sent(by: Client, raw: bytes, **told: object) -> HttpResponse:
    answer = by.post("/en/lists/import/", {**HEAD, **told, "file": SimpleUploadedFile("list.csv", raw)})
    assert isinstance(answer, HttpResponse)
    return answer


def confirmed(by: Client, page: HttpResponse) -> HttpResponse:
    hidden: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(page.content.decode()):
        hidden.setdefault(name, []).append(unescape(value))
    answer = by.post("/en/lists/import/", hidden, follow=True)
    assert isinstance(answer, HttpResponse)
    return answer


def test_every_list_is_shown_with_its_effect_status_and_counts_in_both_languages(client: Client) -> None:
    zh, en = (text_of(client, f"{way}/lists/") for way in BOTH)

    assert "關鍵與新興技術清單（2024-02-12）" in zh
    assert "19／122 不完整" in zh
    assert zh.index("施行中與草案") < zh.index("已被取代") < zh.index("關鍵與新興技術清單（2022-02）")
    assert "Notifiable areas of the National Security and Investment Act (2021-11-15)" in en
    assert "screens investment" in en
    assert "匯入清單" not in zh


def test_a_version_shows_its_tree_its_source_and_that_it_is_incomplete(client: Client) -> None:
    zh, en = (text_of(client, f"{way}/lists/EU-2023-10-03/") for way in BOTH)

    assert zh.index("1 先進半導體") < zh.index("1.1 微電子") < zh.index("2 人工智慧")
    assert "這份清單不完整" in zh
    assert "26／52 Incomplete" in en
    assert "Joint Communication on a European Economic Security Strategy" in en
    assert "zabala.eu" in en
    assert client.get("/lists/EU-2023-10-03/").content.count(b'rel="noreferrer"') == 1


def test_a_lists_own_code_leads_to_its_newest_version_and_another_code_nowhere(client: Client) -> None:
    assert "(2024-02-12)" in text_of(client, "/en/lists/US-NSTC/")
    assert "Compare" in text_of(client, "/en/lists/US-NSTC/")
    assert client.get("/lists/nothing/").status_code == 404
    assert client.get("/lists/US-NSTC/items/99/").status_code == 404
    assert "names no item" in text_of(client, "/en/lists/US-BIS/")


def test_an_item_has_its_names_by_language_and_says_which_are_ours(client: Client) -> None:
    page = text_of(client, "/en/lists/EU-2023-10-03/items/1.1/")

    assert "Microelectronics, including processors" in page
    assert "微電子，包括處理器 (our rendering)" in page
    assert "1 Advanced semiconductors" in page
    assert "Parametric control" in text_of(client, "/en/lists/JP-METI-2023/items/jp-litho-1/")


def test_two_versions_are_compared_and_what_is_guessed_is_called_proposed(client: Client) -> None:
    zh, en = (text_of(client, f"{way}/lists/compare/?left=US-NSTC-2022&right=US-NSTC-2024") for way in BOTH)

    assert "更名 4、併入 1、新增 2、不再列 2、相同 12。" in zh
    assert "Proposed: names" in en
    assert "is incomplete" in en
    assert "Only on the right" in text_of(client, "/en/lists/compare/?left=UK-NSIA-17&right=AU-2023")
    assert client.get("/lists/compare/?left=x&right=AU-2023").status_code == 422
    table = client.get("/lists/compare/US-NSTC-2022/US-NSTC-2024.csv")
    assert "renamed,yes" in table.content.decode()


@pytest.mark.parametrize("form", Format)
def test_a_version_can_be_had_as_a_file_that_is_read_again(client: Client, form: Format) -> None:
    answer = client.get(f"/lists/EU-2023-10-03/export/{form}")
    file = read_list(answer.content)

    assert (len(file.entries), file.faults) == (26, ())
    assert form is Format.CSV or file.head.code == "EU-2023-10-03"
    assert client.get("/lists/EU-2023-10-03/export/xls").status_code == 404


def test_the_office_looks_at_a_file_and_then_records_it(visit: Visit) -> None:
    office = visit("office")
    looked = sent(office, lists.named("Chips", "Robots"))
    assert "2 items, 2 of them at the top" in words_of(looked.content)
    assert not ListVersion.objects.filter(code="XX-1").exists()
    done = confirmed(office, looked)
    assert "1 Chips" in words_of(done.content)

    again = sent(office, lists.named("Chips", "Robots and drones"), code="XX-2", dated="2025")
    page = words_of(again.content)
    assert "Against the version before, XX-1: Renamed 1, The same 1." in page
    assert "XX-1 is marked as replaced since 2025" in page
    confirmed(office, again)
    assert "Replaced since 2025" in text_of(office, "/en/lists/XX-1/")


def test_faults_are_shown_with_their_line_and_nothing_can_be_recorded(visit: Visit) -> None:
    page = sent(visit("office"), b"code,parent,name:en\na,b,x\nb,a,y\nc,,")

    assert "2 to correct; nothing is recorded" in words_of(page.content)
    assert b'value="confirm"' not in page.content


@pytest.mark.parametrize(
    ("raw", "told", "sentence"),
    [
        (b"", {}, "The file is empty"),
        (lists.named("Chips"), {"dated": "soon"}, "Write 2024-02-12"),
        (lists.named("Chips"), {"effects": []}, "Choose one effect at least"),
        (lists.named("Chips"), {"list": ""}, "Fill this in"),
    ],
)
def test_what_is_wrong_with_a_file_or_a_field_is_said_on_the_form(
    visit: Visit, raw: bytes, told: dict[str, object], sentence: str
) -> None:
    page = sent(visit("office"), raw, **told)

    assert (page.status_code, sentence in words_of(page.content)) == (422, True)


def test_a_version_that_came_meanwhile_stops_the_confirmation(visit: Visit) -> None:
    office = visit("office")
    looked = sent(office, lists.named("Chips"), code="XX-2")
    lists.imported(lists.named("Robots"))

    assert confirmed(office, looked).status_code == 409


def test_the_office_records_a_status_and_others_take_in_nothing(visit: Visit) -> None:
    office = visit("office")
    told = {"seen": "draft", "status": "in_force", "since": "2026-02", "why": "公告"}

    assert "Record its status" in text_of(office, "/en/lists/TW-2025-11-24/status/")
    assert office.post("/lists/TW-2025-11-24/status/", {**told, "since": "x"}).status_code == 422
    assert office.post("/lists/TW-2025-11-24/status/", told).status_code == 302
    assert "In force since 2026-02" in text_of(office, "/en/lists/TW-2025-11-24/")
    for address in ("/lists/import/", "/lists/TW-2025-11-24/status/"):
        assert visit("agency-nstc").get(address).status_code == 403


def test_a_list_of_thousands_shows_its_top_and_leads_on_from_there(client: Client) -> None:
    items = [{"code": "top", "names": {"en": "Everything"}}]
    items += [{"code": f"i{n}", "parent": "top", "names": {"en": f"item {n}"}} for n in range(1_200)]
    lists.imported(json.dumps(items).encode())

    page = text_of(client, "/en/lists/XX-1/")
    assert "top Everything 1200 below" in page
    assert "i7 item 7" not in page
    assert "i7 item 7" in text_of(client, "/en/lists/XX-1/items/top/")
