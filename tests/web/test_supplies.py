"""The pages of supplies: what needs attention first, the public's view and the officers', and how returns come in."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from coretech.apps.supplies.keeping_watch import keep_watch
from coretech.apps.supplies.models import Alert, Batch, CoverStandard, Intake, SupplyReturn
from coretech.apps.supplies.taking import take_waiting
from coretech.web.supplies import importing
from tests.factories import supplies_factories as supplies
from tests.web.page_text import words_of

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
Visit = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _staged(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    supplies.staged()


@pytest.fixture
def officer(visit: Visit) -> Client:
    return visit(supplies.OFFICER)


def shown(by: Client, address: str) -> str:
    answer = by.get(address)
    assert answer.status_code == 200
    return words_of(answer.content)


def uploaded(by: Client, raw: bytes, **told: str) -> HttpResponse:
    answer = by.post("/supplies/import/", {"file": SimpleUploadedFile("申報.csv", raw), **told}, follow=True)
    assert isinstance(answer, HttpResponse)
    return answer


def test_what_needs_attention_comes_first_in_both_languages(client: Client) -> None:
    supplies.filed(supplies.steady(stock=20))
    zh, en = (shown(client, f"{way}/supplies/") for way in ("", "/en"))

    assert zh.index("需要注意") < zh.index("低於標準") < zh.index("能源")
    assert "Below the standard" in en


def test_the_public_sees_what_is_public_and_no_reporters_own_figures(client: Client, officer: Client) -> None:
    supplies.reporter("acme")
    lines = [each | {"reporter": "acme"} for each in supplies.steady(count=14)]
    supplies.filed(lines)
    keep_watch(supplies.officer(), "test")
    outside, inside = (shown(by, "/supplies/coal/") for by in (client, officer))

    assert "Reporter acme" not in outside
    assert "示警" not in outside
    assert "申報者acme" in inside
    assert client.get("/supplies/soy/").status_code == 404
    assert officer.get("/supplies/soy/").status_code == 200
    assert b"acme" not in client.get("/supplies/coal/export/json").content
    assert b"acme" in officer.get("/supplies/coal/export/csv").content


def test_the_days_of_cover_are_told_with_their_formula_and_their_chart(client: Client) -> None:
    supplies.filed(supplies.steady(stock=40))
    page = shown(client, "/en/supplies/coal/")
    chart = client.get("/supplies/coal/cover.svg")

    assert "days of cover = closing stock ÷ daily use" in page
    assert (chart.status_code, chart["Content-Type"]) == (200, "image/svg+xml")
    assert chart.content.startswith(b"<svg")


def test_a_period_is_reported_on_a_page_with_the_last_figures_beside(officer: Client) -> None:
    supplies.filed(supplies.steady()[:-1])
    address = "/supplies/coal/report/"
    assert "上期：40" in shown(officer, address)
    answer = officer.post(address, {"stock": "41", "consumption": "３０", "once": "k1"}, follow=True)

    assert "申報已登錄" in words_of(answer.content)
    row = SupplyReturn.objects.latest("pk")
    assert (row.start.isoformat(), int(row.stock or 0), int(row.consumption or 0)) == ("2025-05-01", 41, 30)


def test_a_wrong_figure_is_said_at_its_question_and_nothing_is_written(officer: Client) -> None:
    answer = officer.post("/supplies/coal/report/", {"stock": "-3", "once": "k1"})

    assert answer.status_code == 422
    assert 'id="id_stock-error"' in answer.content.decode()
    assert not Batch.objects.exists()


def test_a_file_is_shown_and_recorded_once_confirmed(officer: Client) -> None:
    page = uploaded(officer, supplies.as_csv(supplies.steady(count=3)))
    assert "新申報3列" in words_of(page.content)
    assert not Batch.objects.exists()
    fields = {name: unescape(value) for name, value in HIDDEN.findall(page.content.decode())}
    done = words_of(officer.post("/supplies/import/", fields, follow=True).content)

    assert "登錄的申報（3列）" in done
    assert Batch.objects.get().name == "申報.csv"


def test_every_error_of_a_file_is_listed_and_there_is_nothing_to_confirm(officer: Client) -> None:
    lines = supplies.steady(count=3)
    bad = [lines[0] | {"stock": -1}, lines[1] | {"unit": "公秉"}, lines[2]]
    page = words_of(uploaded(officer, supplies.as_csv(bad)).content)

    assert "有2處須更正" in page
    assert "確認登錄" not in page


def test_a_large_file_is_read_in_the_background_with_its_progress_on_a_page(officer: Client) -> None:
    raw = supplies.as_csv([each | {"note": "註" * 130} for each in supplies.steady(count=3)])
    padded = raw + b"\r\n" * (importing.SHOWN_AT_ONCE // 2)
    page = words_of(uploaded(officer, padded).content)
    assert "讀入中" in page
    take_waiting()

    intake = Intake.objects.get()
    assert "已登錄" in shown(officer, f"/supplies/files/{intake.pk}/")


def test_a_standard_is_set_on_the_page_and_an_alert_closed_with_a_reason(officer: Client) -> None:
    supplies.filed(supplies.steady(stock=40))
    told = {"days": "60", "basis": "statutory", "start": "114.5.1", "source": "示範法", "step": "standard"}
    officer.post("/supplies/coal/keep/", {**told, "once": "k1"})
    alert = Alert.objects.get(kind="below")
    assert CoverStandard.objects.filter(commodity__slug="coal").count() == 2
    officer.post(f"/supplies/alerts/{alert.pk}/", {"why": "船已到港", "once": "k2"})

    assert "船已到港" in shown(officer, "/supplies/coal/")


def test_overdue_returns_stand_among_the_officers_work(officer: Client) -> None:
    supplies.filed(supplies.steady()[:-2])

    assert "補報物資：煤炭" in shown(officer, "/work/")


def test_a_sheet_to_fill_comes_back_without_a_change(officer: Client) -> None:
    supplies.filed(supplies.steady()[:-1])
    sheet = officer.get("/supplies/coal/template/csv").content
    page = words_of(uploaded(officer, sheet).content)

    assert "沒有任何數值" in page
