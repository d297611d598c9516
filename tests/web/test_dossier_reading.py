"""The dossier read: versions with their differences, remarks, the meter, and what is closed to whom."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.models import Act
from coretech.apps.cases.content_json import as_json, content_of
from coretech.apps.cases.facts import newest_parts
from coretech.apps.cases.models import Remark
from tests.factories.dossier_factories import CHARACTERISTICS, DEFINITION, OFFICER, address, draft, write
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
BOTH = ("", "/en")


@pytest.mark.parametrize("language", BOTH)
def test_versions_are_listed_compared_and_restored(visit: Visit, language: str) -> None:
    case, client = draft(), visit(OFFICER)
    write(case, "functions", {"does": "解析度為五公尺。"})
    write(case, "functions", {"does": "解析度為三公尺。"})

    versions = language + address(case, "functions", "versions/")
    assert f"{versions}1/" in client.get(versions).content.decode()
    changed = client.get(f"{versions}2/").content.decode()
    assert "</span>五</del>" in changed
    assert "</span>三</ins>" in changed
    client.post(f"{versions}1/", {"once": "key-1"})

    assert as_json(content_of(newest_parts(case)["functions"]))["does"] == "解析度為五公尺。"
    assert client.get(f"{versions}9/").status_code == 404


@pytest.mark.parametrize(
    ("language", "words"), [("", "民國114年1月2日（2025-01-02）"), ("/en", "2 January 2025 (ROC 114)")]
)
def test_a_day_in_a_table_is_read_in_both_calendars(visit: Visit, language: str, words: str) -> None:
    case = draft()
    write(case, "definition", DEFINITION)

    assert words in text_of(visit(OFFICER), f"{language}/cases/{case.reference}/dossier/")


def test_a_remark_stands_beside_the_part_until_it_is_answered(visit: Visit) -> None:
    case = draft()
    write(case, "functions", {"does": "x"})
    remarks = address(case, "functions", "remarks/")
    office, officer = visit("office"), visit(OFFICER)

    office.post(remarks, {"text": "請補充用途。", "once": "key-1"})

    assert "請補充用途。" in text_of(officer, address(case, "functions"))
    assert "1則審閱意見待回覆" in text_of(officer, f"/cases/{case.reference}/dossier/")
    assert "1 remark to answer" in text_of(officer, f"/en/cases/{case.reference}/dossier/")
    number = str(Remark.objects.get().pk)
    empty = officer.post(remarks, {"step": "reply", "remark": number, "reply": " "})
    assert (empty.status_code, "請填寫「回覆」。" in empty.text) == (422, True)
    officer.post(remarks, {"step": "reply", "remark": number, "reply": "已補充。"})
    assert "已補充。" in text_of(office, f"/en{remarks}")
    assert office.post(remarks, {"text": ""}).status_code == 422


def test_the_meter_shows_what_the_law_still_asks_for(visit: Visit) -> None:
    case, client = draft(), visit(OFFICER)
    write(case, "definition", DEFINITION)

    page = f"/cases/{case.reference}/dossier/"

    assert "6項中已填寫1項" in text_of(client, page)
    assert "還缺4個" in text_of(client, page)
    assert "待補充" in text_of(client, page)
    assert "To be filled out".lower() in text_of(client, f"/en{page}").lower()


def test_a_secret_part_is_closed_to_whoever_has_no_leave_and_the_others_stay_open(visit: Visit) -> None:
    case, office = draft(), visit("office")
    write(case, "functions", {"does": "極機密用途"}, level="secret")
    write(case, "characteristics", CHARACTERISTICS)

    page = text_of(office, f"/cases/{case.reference}/dossier/")

    assert "極機密用途" not in page
    assert "這一項未對您開放" in page
    assert "解析度高於他國" in page
    for more in ("", "versions/", "versions/1/", "remarks/"):
        assert office.get(address(case, "functions", more)).status_code == 403
    assert "極機密用途" in text_of(visit(OFFICER), address(case, "functions"))


@pytest.mark.parametrize("more", ["", "versions/", "versions/1/", "remarks/", "comparison/"])
def test_pages_of_a_part_are_closed_to_others(visit: Visit, more: str) -> None:
    case = draft()
    write(case, "functions", {"does": "x"})

    for username in ("agency-moea", "announcer", "member-02", "public"):
        assert visit(username).get(address(case, "functions", more)).status_code in {302, 403, 404}
    assert visit(OFFICER).get(address(case, "rumours", more)).status_code == 404


@pytest.mark.parametrize("more", ["", "draft/", "draft/discard/", "comparison/", "versions/1/", "remarks/"])
def test_nothing_of_a_part_is_written_by_others(visit: Visit, more: str) -> None:
    case = draft()
    write(case, "functions", {"does": "x"})
    before = Act.objects.count()

    for username in ("agency-moea", "member-02", "public"):
        assert visit(username).post(address(case, "functions", more), {"text": "x"}).status_code in {
            302,
            403,
            404,
        }
    assert Act.objects.count() == before
