"""Pages of signals: what is new first, a stream, an assessment that becomes a candidate, the scan log, the report."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from coretech.apps.inventory.models import Candidate
from coretech.apps.watch.models import Assessment, ScanEntry
from tests.factories import signals_factories as made
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
SOURCE = re.compile(r'name="sources"[^>]*value="(\w+)"')
BOTH = ("", "/en")
LOOK = {"region": "abroad", "looked_on": "114.6.1", "sources": "IEEE Xplore\nIACR ePrint", "found": ""}


@pytest.fixture(scope="module")
def _moved(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        made.moved()


@pytest.fixture(autouse=True)
def _there(stage: None, _moved: None) -> None:
    """A foreign list that names item 21, stored once for all tests of the file."""


def sent(by: Client, address: str, **told: object) -> tuple[int, str]:
    """The form at an address, with what its page hides, sent; the status and words of the page it leads to."""
    page = by.get(address)
    assert page.status_code == 200
    hidden = {name: unescape(value) for name, value in HIDDEN.findall(page.content.decode())}
    answer = by.post(address, {**hidden, **told}, follow=True)
    return answer.status_code, words_of(answer.content)


def test_what_has_most_that_is_new_stands_first_in_both_languages(visit: Visit) -> None:
    zh, en = (text_of(visit(made.OFFICE), f"{way}/signals/") for way in BOTH)

    assert zh.index("有新訊號：") < zh.index("21. 後量子密碼保護技術") < zh.index("1. 軍用碳纖維")
    assert "With something new: 22" in en
    assert "外國清單" in zh
    assert "登錄一次掃描" not in text_of(visit(made.OFFICER), "/signals/")
    assert "技術訊號、評估與掃描紀錄" in text_of(visit(made.OFFICER), "/work/")
    assert visit("member-05").get("/signals/").status_code == 403


def test_a_stream_leads_to_where_each_signal_stands(visit: Visit) -> None:
    by = visit(made.OFFICER)
    zh, en = (text_of(by, f"{way}/signals/{made.TOPIC}/") for way in BOTH)

    assert "移到別的上層：後量子密碼保護技術。" in zh
    assert "2024-02-12得知：" in zh
    assert "尚未評估" in zh
    assert "Nobody has assessed these signals yet." in en
    assert 'href="/en/lists/XA-2024/items/a/"' in by.get(f"/en/signals/{made.TOPIC}/").content.decode()
    assert "衛星操控技術" in text_of(by, "/signals/XA:3/")
    assert by.get("/signals/nothing/").status_code == 404


def test_an_assessment_becomes_a_candidate_with_its_words_and_sources(visit: Visit) -> None:
    by = visit(made.OFFICER)
    address = f"/signals/{made.TOPIC}/assess/"
    sources = SOURCE.findall(by.get(address).content.decode())
    status, page = sent(by, address, verdict="propose", reasons=made.REASONS, sources=sources)
    row = Assessment.objects.get()
    asked = text_of(by, f"/signals/assessments/{row.pk}/candidate/")
    form = f"/signals/assessments/{row.pk}/candidate/?kind=change&item=21&aspect=scope"
    filled_in = unescape(by.get(form).content.decode())
    why = re.search(r"<textarea[^>]*>(.*?)</textarea>", filled_in, re.DOTALL)
    assert why is not None
    recorded, after = sent(by, form, agency="nstc", why=why[1], ground="environment_changed")

    assert (status, len(row.sources)) == (200, 3)
    assert "評估已登錄" in page
    assert "列為候選項目" in page
    assert "清單第21項" in asked
    assert "依據：" in why[1]
    assert "移到別的上層" in why[1]
    assert (recorded, "評估已附記於候選項目" in after) == (200, True)
    assert made.REASONS in Candidate.objects.get().why
    assert "已列為候選項目" in text_of(by, f"/signals/assessments/{row.pk}/")
    assert by.get(form).status_code == 409


def test_an_assessment_without_reasons_and_one_made_meanwhile_are_sent_back(visit: Visit) -> None:
    by, address = visit(made.OFFICE), f"/en/signals/{made.TOPIC}/assess/"
    status, page = sent(by, address, verdict="watch", reasons=" ")
    hidden = dict(HIDDEN.findall(by.get(address).content.decode()))
    made.assessed("none")
    late = by.post(address, {**hidden, "verdict": "watch", "reasons": "x"})

    assert (status, "Reasons" in page) == (422, True)
    assert late.status_code == 409


def test_the_office_records_a_scan_and_officers_narrow_the_log_and_take_it_away(visit: Visit) -> None:
    office, officer = visit(made.OFFICE), visit(made.OFFICER)
    status, page = sent(office, "/signals/scans/new/", topic=made.TOPIC, **LOOK)
    wrong, said = sent(office, "/en/signals/scans/new/", **LOOK, links="ftp://x")
    made.logged()

    assert (status, "掃描紀錄已登錄" in page) == (200, True)
    assert "沒有發現" in page
    assert (wrong, "Choose a technology or name a field" in said) == (422, True)
    assert ScanEntry.objects.count() == 2
    assert "Entries: 1" in text_of(officer, "/en/signals/scans/?found=no&words=ieee")
    assert "2筆" in text_of(officer, "/signals/scans/?first=114.6.1&last=2025-06-30")
    assert text_of(officer, "/signals/scans/?first=nonsense", 422)
    csv = officer.get("/signals/scans/export/csv?found=yes")
    assert csv["Content-Disposition"] == 'attachment; filename="scan-log.csv"'
    assert csv.content.decode("utf-8-sig").count("IACR ePrint") == 1
    assert officer.get("/signals/scans/export/xls").status_code == 404
    assert officer.get("/signals/scans/new/").status_code == 403


def test_the_report_of_a_quarter_is_shown_before_it_is_taken_away(visit: Visit) -> None:
    made.logged()
    by = visit(made.OFFICER)
    zh = text_of(by, "/signals/report/?year=2025&quarter=2&names=on")
    file = by.get("/signals/report/2025/2/odt?names=en")

    assert "民國114年第二季" in zh
    assert "掃描紀錄1筆" in zh
    assert "Q1 2025" in text_of(by, "/en/signals/report/")
    assert file["Content-Disposition"] == 'attachment; filename="scan-report-2025-Q2.odt"'
    assert text_of(by, "/en/signals/report/?year=1&quarter=2", 422)
    assert by.get("/signals/report/2025/5/odt").status_code == 422
    assert by.get("/signals/report/2025/2/docx").status_code == 404
