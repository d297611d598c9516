"""The pages of evaluations, yearly results and revisions, in both languages, as each side sees them."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.reports.evaluations.states import FollowStep
from coretech.apps.reports.models import Evaluation, EvaluationFinding, ReportingPeriod, Revision, Score
from coretech.apps.reports.operations.follow_up import follow_up
from coretech.apps.reports.operations.open_period import open_period
from coretech.apps.reports.operations.publish_period import publish_period
from coretech.apps.reports.operations.report_evaluation import report_evaluation
from tests.factories import cycle_factories
from tests.factories import evaluation_factories as made
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]
SLUG = made.SLUG


@pytest.fixture
def on_the_day(visit: Visit) -> Visit:
    """``visit`` on the day the evaluations' factories work on."""
    set_demo_day(made.DAY)
    return visit


def both(client: Client, address: str) -> str:
    """A page's words in both languages."""
    return text_of(client, address) + text_of(client, f"/en{address}")


def test_a_controller_prepares_names_and_sees_no_score(on_the_day: Visit) -> None:
    made.controlled()
    made.experts()
    controller = on_the_day("controller-1")
    address = f"/plans/{SLUG}/evaluations/new/"
    assert "Prepare an evaluation" in both(controller, address)
    given = {"kind": "mid_term", "year": "111", "due_on": "2023-03-01", "zh-1": "目標達成", "en-1": "Targets"}
    wrong = controller.post(f"/en{address}", {**given, "weight-1": "90", "most-1": "5"})
    assert wrong.status_code == 422
    assert "these make 90" in words_of(wrong.content)
    assert controller.post(address, {**given, "weight-1": "100", "most-1": "5"}).status_code == 302

    evaluation = Evaluation.objects.get()
    page = f"/evaluations/{evaluation.pk}/"
    assert controller.post(page, {"step": "name", "username": "scholar-1"}).status_code == 302
    assert controller.post(page, {"step": "name", "username": "nobody"}).status_code == 422
    shown = both(controller, page)
    assert "scholar-1" in shown
    assert "you see who has declared and how much is scored, and no score" in shown
    for who in ("public", "officer-moea", "scholar-2"):
        assert on_the_day(who).get(page).status_code == 404


def test_an_evaluator_declares_then_scores_one_after_the_other(on_the_day: Visit) -> None:
    evaluation = made.prepared()
    expert = on_the_day("scholar-1")
    page = f"/evaluations/{evaluation.pk}/"
    assert "Declare your interests" in text_of(expert, "/en/work/")
    assert expert.get(f"{page}scores/{made.KEYS[0]}/").status_code == 409
    address = f"{page}interests/"
    assert "示範產業" in both(expert, address)
    ticked = {"elements": made.KEYS[1], "none": "on"}
    assert expert.post(address, ticked).status_code == 422
    assert expert.post(address, {**ticked, "text": "擔任顧問。"}).status_code == 302

    assert "培育專業人才" in both(expert, page)
    assert expert.get(f"{page}scores/{made.KEYS[1]}/").status_code == 403
    first = f"{page}scores/{made.KEYS[0]}/"
    assert "尚無已發布的填報" in both(expert, first)
    assert expert.post(first, {"score-1": "6", "score-2": "7"}).status_code == 422
    sent = expert.post(first, {"score-1": "3", "score-2": "7", "comment-1": "尚可", "next": "yes"})
    assert sent.headers["Location"].endswith(f"/scores/{made.KEYS[2]}/")
    assert 'value="3"' in expert.get(first).content.decode()
    assert "Scored: 1 of 2." in text_of(expert, f"/en{page}")
    assert "1 to go" in text_of(expert, "/en/work/")
    assert Score.objects.count() == 2


def test_nobody_is_shown_a_score_before_the_compilation(on_the_day: Visit) -> None:
    evaluation = made.scored()
    page = f"/evaluations/{evaluation.pk}/"

    for who in ("controller-1", "scholar-1"):
        shown = both(on_the_day(who), page)
        assert "評語" not in shown
        assert "67.9" not in shown
        for below in ("chart/", "report/pdf"):
            assert on_the_day(who).get(f"{page}{below}").status_code == 404
    controller = on_the_day("controller-1")
    assert controller.post(page, {"step": "compile"}).status_code == 302
    shown = both(controller, page)
    assert "67.92" in shown
    assert "scholar-1的評語" in shown
    assert controller.get(f"{page}chart/").headers["Content-Type"] == "image/svg+xml"
    assert controller.get(f"{page}report/odt").status_code == 200


def test_a_finding_goes_between_agency_and_controller(on_the_day: Visit) -> None:
    evaluation = made.compiled(declared={"scholar-1": made.KEYS[2]})
    controller, officer = on_the_day("controller-1"), on_the_day("officer-moea")
    address = f"/evaluations/{evaluation.pk}/findings/new/"
    assert "全案" in both(controller, address)
    given = {"element_key": made.KEYS[0], "text": "使用率偏低。", "agency": "moea", "due_on": "112.3.31"}
    assert controller.post(address, given).status_code == 422
    assert controller.post(address, {**given, "recommendation": "請提出推廣計畫。"}).status_code == 302
    finding = EvaluationFinding.objects.get()
    page = f"/evaluations/findings/{finding.pk}/"

    assert "Answer a finding" in text_of(officer, "/en/work/")
    assert "請提出推廣計畫。" in both(officer, page)
    assert "67.9" not in both(officer, f"/evaluations/{evaluation.pk}/")
    assert officer.post(page, {"step": "answer_done", "text": "已函頒。", "seen": "0"}).status_code == 302
    assert "whether a finding is settled" in text_of(controller, "/en/work/")
    assert controller.post(page, {"step": "return", "text": "", "seen": "1"}).status_code == 422
    assert controller.post(page, {"step": "accept", "seen": "1"}).status_code == 302
    assert "Settled" in both(controller, page)
    assert on_the_day("public").get(page).status_code == 404


def test_a_reported_evaluation_is_public_without_names_and_comments(on_the_day: Visit) -> None:
    evaluation = made.compiled(declared={"scholar-1": made.KEYS[2]})
    finding = made.finding(evaluation)
    follow_up(made.by("officer-moea"), finding.pk, FollowStep.ANSWER, "研擬中。")
    controller, public = on_the_day("controller-1"), on_the_day("public")
    page = f"/evaluations/{evaluation.pk}/"
    assert public.get(page).status_code == 404
    given = {"step": "report", "document_no": "院授科前字第1120000001號", "reported_on": "2023-02-01"}
    assert controller.post(page, given).status_code == 302

    shown = both(public, page)
    assert "院授科前字第1120000001號" in shown
    assert "Too few evaluators" in shown
    assert "scholar-" not in shown
    assert "評語" not in shown
    assert "研擬中。" in both(public, f"/evaluations/findings/{finding.pk}/")
    assert "Reported to the Executive Yuan" in both(public, "/evaluations/")
    for form, mark in (("odt", b"PK"), ("pdf", b"%PDF")):
        answer = public.get(f"{page}report/{form}")
        assert answer.content.startswith(mark)
    assert public.get(f"{page}report/docx").status_code == 404


def test_a_year_is_shown_by_chapter_with_its_chart_and_files(on_the_day: Visit) -> None:
    plan = made.controlled("yearly")
    act = open_period(made.by(), plan.slug, 111, None)
    period = ReportingPeriod.objects.get(pk=int(act.subject.split("/")[1]))
    public, page = on_the_day("public"), f"/plans/{SLUG}/years/111/"
    assert public.get(page).status_code == 404
    cycle_factories.accepted(cycle_factories.Cycle(plan, period).sheet("moea"), "moea", made.DAY)
    publish_period(made.by(), period.pk, "交通部未報。")

    shown = both(public, page)
    assert "依各機關的年度填報彙整" in shown
    assert "平台已完成規劃。" in shown
    assert "Nothing was reported." in shown
    assert public.get(f"{page}chart/").headers["Content-Type"] == "image/svg+xml"
    assert public.get(f"{page}report/pdf").content.startswith(b"%PDF")
    assert "Results of ROC 111" in text_of(public, f"/en/plans/{SLUG}/")


def test_a_revision_is_judged_recorded_and_shown_beside_the_old(on_the_day: Visit) -> None:
    plan = made.controlled()
    controller, public = on_the_day("controller-1"), on_the_day("public")
    new = f"/plans/{SLUG}/revisions/new/"
    assert controller.get(new).status_code == 409
    made.revised(plan, *made.RENUMBERED)
    assert public.get(new).status_code == 403
    shown = both(controller, new)
    assert "Nearly the same words under another number" in shown
    assert "version 2" in text_of(controller, f"/en/plans/{SLUG}/revisions/")

    content = controller.get(new).content.decode()
    seen = content.partition('name="seen" value="')[2].partition('"')[0]
    doubts = content.count('value="yes"')
    assert doubts == 4
    answers = {f"same-{place}": "yes" for place in range(doubts)} | {"seen": seen}
    approval = {"document_no": "院字第2號", "approved_on": "112.2.1", "why": "環境變遷。"}
    assert controller.post(new, answers).status_code == 422
    assert controller.post(new, answers | approval | {"seen": "x"}).status_code == 409
    assert controller.post(new, answers | approval).status_code == 302

    assert Revision.objects.get().document_no == "院字第2號"
    page = both(public, f"/plans/{SLUG}/revisions/2/")
    assert "資料庫及入口網" in page.replace("[added:] ", "").replace("［新增：］", "")
    assert "沒有已發布的填報" in page
    assert "布局量子通訊" in page
    assert public.get(f"/plans/{SLUG}/revisions/3/").status_code == 404


def test_a_dropped_measure_keeps_its_last_state(on_the_day: Visit) -> None:
    cycle = cycle_factories.published(cycle_factories.opened())
    made.revised(cycle.plan, made.measure("1-9", "布局量子通訊", "設置測試網"))
    controller = on_the_day("controller-1")
    new = f"/plans/{cycle.plan.slug}/revisions/new/"
    content = controller.get(new).content.decode()
    seen = content.partition('name="seen" value="')[2].partition('"')[0]
    approval = {"document_no": "x", "approved_on": "112.2.1", "why": "x", "seen": seen}
    answers = {f"same-{place}": "no" for place in range(content.count('value="yes"'))}
    assert controller.post(new, answers | approval).status_code == 302

    page = text_of(on_the_day("public"), f"/en/plans/{cycle.plan.slug}/revisions/2/")
    assert "at Q1 of 2022 (ROC 111)" in page
    assert "輔導業者" in page


def test_pages_link_on_from_an_evaluation_a_revision_follows(on_the_day: Visit) -> None:
    evaluation = made.compiled()
    report_evaluation(made.by(), evaluation.pk, "院字第1號", made.DAY)
    made.revised(evaluation.plan, *made.RENUMBERED)

    assert "期中成果評估" in text_of(on_the_day("controller-1"), f"/plans/{SLUG}/revisions/new/")
