"""The page that imports a plan: what was read is shown, and only a confirmation writes."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from coretech.apps.plans.models import PlanVersion
from coretech.web.plans.importing import LARGEST, LONGEST
from tests.factories import plans_factories
from tests.web.page_text import words_of

PAGE, SLUG = "/plans/import/", "programme-111-112"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
Visit = Callable[[str], Client]


@pytest.fixture
def office(visit: Visit) -> Client:
    return visit("office")


def sent(by: Client, raw: bytes, address: str = PAGE, **told: str) -> HttpResponse:
    answer = by.post(address, {"file": SimpleUploadedFile("方案.txt", raw), **told})
    assert isinstance(answer, HttpResponse)
    return answer


def confirmed(by: Client, page: HttpResponse) -> str:
    """The words of the page one comes to after pressing the button of the page that was shown."""
    fields = {name: unescape(value) for name, value in HIDDEN.findall(page.content.decode())}
    return words_of(by.post(PAGE, fields, follow=True).content)


def test_what_was_read_is_shown_and_nothing_is_written_before_confirming(office: Client) -> None:
    zh, en = (
        words_of(sent(office, plans_factories.programme(), f"{way}{PAGE}").content) for way in ("", "/en")
    )

    assert "新計畫" in zh
    assert "工作項目 2" in zh
    assert "讀不懂或遺失的（0件）" in zh
    assert "A new plan" in en
    assert "ROC 111–112" in en
    assert not PlanVersion.objects.exists()


def test_a_confirmed_plan_is_a_new_version_and_sending_it_twice_makes_one(office: Client) -> None:
    page = sent(office, plans_factories.programme())

    assert "計畫已匯入為新版本" in confirmed(office, page)
    confirmed(office, page)
    version = PlanVersion.objects.get()
    assert (version.plan.slug, version.source_name) == (SLUG, "方案.txt")


def test_a_correction_is_shown_against_the_stored_version(office: Client) -> None:
    plans_factories.taken_over(plans_factories.programme())
    page = sent(office, plans_factories.corrected())
    said = words_of(page.content)

    assert "所存計畫的第2版；第1版仍保留" in said
    assert plans_factories.CORRECTED in said
    assert "第2版" in confirmed(office, page)


def test_rows_that_would_go_are_pointed_out(office: Client) -> None:
    plans_factories.taken_over(plans_factories.programme())
    fewer = b"\n".join(line for line in plans_factories.programme().split(b"\n") if b"1.1.2" not in line)
    said = words_of(sent(office, fewer, f"/en{PAGE}").content)

    assert "A page lost in conversion looks just like that" in said
    assert "辦理示範應用並推廣" in said


def test_the_same_file_again_has_no_button(office: Client) -> None:
    plans_factories.taken_over(plans_factories.programme())
    page = sent(office, plans_factories.programme())

    assert "檔案與所存版本相同" in words_of(page.content)
    assert "confirm" not in dict(HIDDEN.findall(page.content.decode())).values()


def test_how_the_file_was_read_and_what_is_doubtful_is_told(office: Client) -> None:
    twice = plans_factories.programme(plans_factories.measure(), plans_factories.measure())
    said = words_of(sent(office, twice.decode().encode("cp950"), f"/en{PAGE}").content)

    assert "read as Big5" in said
    assert "Findings about the document" in said


def test_a_plan_that_came_in_between_is_not_overwritten(office: Client) -> None:
    page = sent(office, plans_factories.programme())
    plans_factories.taken_over(plans_factories.corrected())

    assert "請重新檢視差異" in confirmed(office, page)
    assert PlanVersion.objects.count() == 1


def test_a_plan_named_that_the_file_is_not_of_is_told_at_the_form(office: Client) -> None:
    plans_factories.taken_over(plans_factories.facts(plans_factories.FILES[2]), "most.json")
    page = sent(office, plans_factories.programme(), plan="annual-109")

    assert (page.status_code, "另一種計畫" in words_of(page.content)) == (422, True)


@pytest.mark.parametrize(
    ("raw", "zh", "en"),
    [
        (b"", "檔案是空的", "The file is empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "這是圖片", "This is a picture"),
        (b"<html><table><tr><td>1</table>", "這是網頁", "This is a web page"),
        (b"PK\x03\x04 cut", "壓縮檔已損壞", "The package is damaged"),
        (b"%PDF-1.7 cut", "PDF", "PDF"),
        (b"\xff" * 99, "看不出檔案的文字編碼", "encoding cannot be told"),
        (plans_factories.programme()[:60], "看不出這是哪一種計畫", "no plan we know"),
        ("甲".encode() * 200_001, "不像是計畫文件", "which no plan’s is"),
        (b"a\n" * LONGEST, "coretech plan import", "coretech plan import"),
        (b"a" * (LARGEST + 1), "檔案超過8 MB", "over 8 MB"),
        (b'{"kind": "plan"', "JSON", "JSON"),
    ],
)
def test_a_file_that_holds_no_plan_is_refused_in_a_sentence(
    office: Client, raw: bytes, zh: str, en: str
) -> None:
    for address, told in ((PAGE, zh), (f"/en{PAGE}", en)):
        page = sent(office, raw, address)
        assert page.status_code == 422
        assert told.replace("’", "'") in words_of(page.content).replace("’", "'")


def test_a_confirmation_without_its_file_asks_for_it_again(office: Client) -> None:
    page = office.post(PAGE, {"step": "confirm", "kept": "*", "kind": "none"})

    assert (page.status_code, "請重新選擇檔案" in words_of(page.content)) == (422, True)


def test_only_who_may_import_is_shown_the_way_to_it(visit: Visit) -> None:
    for username, may in (("office", True), ("agency-nstc", True), ("member-05", False), ("public", False)):
        assert (PAGE in visit(username).get("/plans/").text) is may
    assert visit("member-05").get(PAGE).status_code == 403
