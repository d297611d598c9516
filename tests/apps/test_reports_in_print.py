"""The yearly report and the report to the Executive Yuan, as ODT and PDF with charts."""

import io
import zipfile

import pytest
from pypdf import PdfReader

from coretech.apps.reports.evaluations.state_report import printed_evaluation
from coretech.apps.reports.models import ReportingPeriod
from coretech.apps.reports.operations.compile_evaluation import compile_evaluation
from coretech.apps.reports.operations.open_period import open_period
from coretech.apps.reports.operations.publish_period import publish_period
from coretech.apps.reports.operations.report_evaluation import report_evaluation
from coretech.apps.reports.printed.printing import file_of
from coretech.apps.reports.printed.yearly import yearly_of, years_of
from coretech.apps.reports.printed.yearly_report import printed_year
from coretech.engines.progress.lights import Light
from coretech.kit.refusal import Refused
from tests.factories import cycle_factories
from tests.factories import evaluation_factories as made

pytestmark = pytest.mark.usefixtures("stage")
by = made.by


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_an_evaluation_is_printed_with_its_chart_scores_and_findings() -> None:
    evaluation = made.compiled(declared={"scholar-1": made.KEYS[2]})
    made.finding(evaluation)
    draft = text_of(file_of(by(), printed_evaluation(evaluation, "zh-Hant-TW"), "pdf", "zh-Hant-TW").content)

    assert "草案" in draft
    assert "期中成果評估" in draft
    assert "不足3位" in draft
    assert "請提出推廣計畫。" in draft
    assert not any(name in draft for name in made.EXPERTS)
    report_evaluation(by(), evaluation.pk, "院授科前字第1120000001號", made.DAY)
    evaluation.refresh_from_db()
    file = file_of(by(), printed_evaluation(evaluation, "en"), "odt", "en")
    package = zipfile.ZipFile(io.BytesIO(file.content))
    content = package.read("content.xml").decode()
    assert file.name == "programme-111-113-mid-term-111.odt"
    assert "院授科前字第1120000001號" in content
    assert [name for name in package.namelist() if name.startswith("Pictures/")]
    assert b"67." in package.read(next(name for name in package.namelist() if name.endswith(".svg")))


def test_the_report_waits_for_the_compilation_and_has_two_forms() -> None:
    evaluation = made.scored()
    with pytest.raises(Refused, match="once the scores are compiled"):
        printed_evaluation(evaluation, "en")
    compile_evaluation(by(), evaluation.pk)
    evaluation.refresh_from_db()
    with pytest.raises(Refused) as refused:
        file_of(by(), printed_evaluation(evaluation, "en"), "docx", "en")
    assert refused.value.status == 404


def test_a_year_is_compiled_by_chapter_from_the_yearly_sheets() -> None:
    plan = made.controlled("yearly")
    act = open_period(by(), plan.slug, 111, None)
    period = ReportingPeriod.objects.get(pk=int(act.subject.split("/")[1]))
    with pytest.raises(Refused) as refused:
        yearly_of(plan, 111)
    assert refused.value.status == 404
    cycle = cycle_factories.Cycle(plan, period)
    cycle_factories.accepted(cycle.sheet("moea"), "moea", made.DAY)
    publish_period(by(), period.pk, "交通部未報。")

    year = yearly_of(plan, 111)
    (chapter,) = year.chapters
    assert (years_of(plan), year.is_whole, year.demonstration) == ([111], True, False)
    assert (len(chapter.measures), chapter.silent) == (3, 1)
    assert sum(chapter.lights.values()) == 3
    assert sum(chapter.works.values()) == 3
    assert set(chapter.lights) <= set(Light)
    pdf = text_of(file_of(by(), printed_year(year, "zh-Hant-TW"), "pdf", "zh-Hant-TW").content)
    assert "執行成果報告" in pdf
    assert "未填報" in pdf
    assert "平台已完成規劃。" in pdf


def test_a_plan_reported_by_the_quarter_is_compiled_from_the_last_quarter_and_says_so() -> None:
    cycle = cycle_factories.published(cycle_factories.opened())

    year = yearly_of(cycle.plan, 111)
    assert not year.is_whole
    odt = file_of(by(), printed_year(year, "en"), "odt", "en").content
    assert "by the quarter" in zipfile.ZipFile(io.BytesIO(odt)).read("content.xml").decode()
