"""Indicators and links at their pages: the controller settles and enters, an officer proposes, the Office judges."""

import pytest
from django.test import Client

from coretech.apps.accounts.models import Account
from coretech.apps.links.models import Link
from coretech.apps.reports.models import Indicator, IndicatorDefinition, Observation
from tests.factories import motion_factories
from tests.factories.motion_factories import CONTROLLER, KEY, MEASURE, SLUG
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage", "_plan")
ALL = f"/plans/{SLUG}/indicators/"
ONE = f"{ALL}{KEY}/"
MEANING = {
    "seen": "1",
    "name": "輔導業者家數",
    "kind": "annual",
    "direction": "higher",
    "unit": "家",
    "start": "111",
    "end": "112",
    "target_111": "10",
    "comparator_111": "at_least",
    "target_112": "",
    "why": "依原文件確認",
}
FIGURE = {
    "year": "111",
    "quarter": "year",
    "nature": "actual",
    "given_value": "6",
    "given_unit": "家",
    "why": "院臺科字第1號",
}


@pytest.fixture
def _plan(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    motion_factories.controlled()


def signed_in(username: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(username=username), "django.contrib.auth.backends.ModelBackend")
    return client


def test_the_controller_confirms_a_definition_and_a_year_left_empty_has_no_target() -> None:
    client = signed_in(CONTROLLER)
    shown = text_of(client, f"{ONE}define/")
    answer = client.post(f"{ONE}define/", MEANING, follow=True)
    words = words_of(answer.content)

    assert "111（2022）目標" in shown
    assert "指標的定義已確認" in words
    assert "系統建議" not in words
    assert "至少 10" in words
    assert [each.year for each in IndicatorDefinition.objects.get(number=2).targets.all()] == [111]


def test_a_definition_without_a_unit_comes_back_with_its_sentence() -> None:
    answer = signed_in(CONTROLLER).post(f"{ONE}define/", MEANING | {"unit": ""})

    assert answer.status_code == 422
    assert "目標沒有單位" in words_of(answer.content)


def test_a_new_indicator_is_set_up_for_a_measure() -> None:
    client = signed_in(CONTROLLER)
    answer = client.post(f"{ALL}new/", MEANING | {"seen": "0", "element": MEASURE}, follow=True)

    assert "指標已新增" in words_of(answer.content)
    assert Indicator.objects.get(key="own-1").element_key == MEASURE


def test_a_figure_is_entered_and_then_restated_with_the_old_one_on_the_page() -> None:
    client = signed_in(CONTROLLER)
    client.post(f"{ONE}observe/", FIGURE)
    old = Observation.objects.get()
    entered = text_of(Client(), ONE)
    client.post(f"{ONE}observations/{old.pk}/restate/", FIGURE | {"given_value": "8", "why": "重新統計"})
    zh, en = text_of(Client(), ONE), text_of(Client(), f"/en{ONE}")

    assert "6 家" in entered
    assert "60 %" in entered
    assert "6 家 已重述" in zh
    assert "8 家" in zh
    assert "重新統計" in zh
    assert "restated" in en


def test_a_made_up_figure_says_so_wherever_it_stands() -> None:
    motion_factories.entered(motion_factories.figure(demonstration=True))

    for address in (ONE, ALL):
        assert "示範資料" in text_of(Client(), address)
        assert "demonstration figures" in text_of(Client(), f"/en{address}")


def test_steps_of_the_controller_are_shown_to_nobody_else() -> None:
    for client in (Client(), signed_in("office")):
        assert "登錄數值" not in text_of(client, ONE)
    assert signed_in("office").get(f"{ONE}observe/").status_code == 403
    assert signed_in("office").post(f"{ALL}propose/").status_code == 403
    assert "登錄數值" in text_of(signed_in(CONTROLLER), ONE)


def test_proposing_again_says_that_nothing_is_left_to_propose() -> None:
    answer = signed_in(CONTROLLER).post(f"{ALL}propose/")

    assert answer.status_code == 409
    assert "每個目標都已有指標" in words_of(answer.content)


def test_an_officer_proposes_what_a_measure_serves_and_the_office_judges_it() -> None:
    officer, office = signed_in("agency-nstc"), signed_in("office")
    form = {"item": "12", "commodity": "", "relation": "builds", "why": "建立這項技術。"}
    measure = f"/plans/{SLUG}/entries/{MEASURE}/"
    officer.post(f"{measure}links/new/", form)
    link = Link.objects.get()

    assert "待判斷" in text_of(office, "/plans/links/")
    assert Client().get(f"/plans/links/{link.pk}/").status_code == 404

    judged = office.post(
        f"/plans/links/{link.pk}/", {"seen": "0", "judgement": "accepted", "why": ""}, follow=True
    )

    assert "判斷已登錄" in words_of(judged.content)
    assert "第12項" in text_of(Client(), measure)
    assert "示範平台" in text_of(Client(), "/register/12/")
    assert "建立這項技術" in text_of(Client(), f"/en/plans/links/{link.pk}/")


def test_a_link_to_nothing_comes_back_with_its_sentence() -> None:
    answer = signed_in("office").post(
        f"/plans/{SLUG}/entries/{MEASURE}/links/new/", {"relation": "builds", "why": "理由"}
    )

    assert answer.status_code == 422
    assert "擇一" in words_of(answer.content)
