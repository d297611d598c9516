"""Words and cells that the pages of plans share."""

import re
from collections.abc import Iterable, Sequence

from django.urls import reverse
from markupsafe import Markup, escape

from coretech.apps.plans.models import Element, Plan, PlanFinding, PlanVersion
from coretech.kit.roc import OFFSET, roc_year
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import language, say, tr

KINDS = {
    Plan.Kind.PROGRAMME: Sentence("方案", "Programme"),
    Plan.Kind.PLAN: Sentence("中程計畫", "Plan of several years"),
    Plan.Kind.ANNUAL: Sentence("年度施政計畫", "Annual plan"),
}
ELEMENTS = {
    Element.Kind.INDUSTRY: Sentence("產業", "Industry"),
    Element.Kind.GOAL: Sentence("目標", "Goal"),
    Element.Kind.SUBGOAL: Sentence("子目標", "Sub-goal"),
    Element.Kind.STRATEGY: Sentence("策略", "Strategy"),
    Element.Kind.MEASURE: Sentence("措施", "Measure"),
    Element.Kind.PROGRAMME: Sentence("重要計畫", "Programme"),
    Element.Kind.AGENCY: Sentence("機關", "Agency"),
}
FINDINGS = {
    "contradiction": Sentence("前後不一", "Contradictions"),
    "sum": Sentence("加總不符", "Sums that fail"),
    "code": Sentence("編號", "Codes"),
    "duplicate": Sentence("重複", "Printed twice"),
    "chapter": Sentence("只見於一章", "In one chapter only"),
    "agency": Sentence("機關", "Agencies"),
    "period": Sentence("期程之外", "Outside the years"),
    "order": Sentence("日期倒置", "Dates backwards"),
    "lost": Sentence("缺漏", "Lost cells"),
    "unit": Sentence("單位", "Units"),
    "text": Sentence("文字", "Text"),
}
FIELDS = {
    "kind": Sentence("種類", "kind"),
    "code": Sentence("編號", "number"),
    "title": Sentence("名稱", "title"),
    "start": Sentence("起始", "start"),
    "end": Sentence("結束", "end"),
    "parent": Sentence("上層項目", "what it hangs on"),
    "under": Sentence("產業或單位", "industry or unit"),
    "text": Sentence("文字", "text"),
    "category": Sentence("類別", "category"),
    "lead": Sentence("主辦", "lead"),
    "co": Sentence("協辦", "joint"),
    "named": Sentence("列名的策略", "strategies named"),
    "scheduled": Sentence("有無期程表", "whether scheduled"),
    "measure": Sentence("措施編號", "measure's number"),
    "item_no": Sentence("事項編號", "item's number"),
    "item_title": Sentence("事項", "item"),
    "approach_no": Sentence("作法編號", "approach's number"),
    "approach_title": Sentence("作法", "approach"),
    "work_no": Sentence("工作編號", "work's number"),
    "periods": Sentence("期程", "periods"),
    "date_as_written": Sentence("期程原文", "date as written"),
    "confidence": Sentence("把握程度", "confidence"),
    "measure_code": Sentence("措施編號", "measure's number"),
    "measure_title": Sentence("措施", "measure"),
    "agencies": Sentence("機關", "agencies"),
    "yearly": Sentence("分年目標", "targets by year"),
    "year": Sentence("年度", "year"),
    "amount": Sentence("金額", "amount"),
    "no": Sentence("表號", "table's number"),
    "caption": Sentence("表名", "caption"),
    "unit": Sentence("單位", "unit"),
    "header": Sentence("表頭", "header"),
    "rows": Sentence("表內數字", "rows"),
    "zh": Sentence("中文", "Chinese"),
    "en": Sentence("英文", "English"),
}
"""What a row's fields are called where one of them has changed."""

CODE = Sentence("編號", "No.")
NAME = Sentence("名稱", "Name")
LEAD = Sentence("主辦", "Lead")
JOINT = Sentence("協辦", "Joint")
PLACE = Sentence("原文行號", "Line in the document")
LINE = Sentence("行號", "Line")
_EMPTY = Markup("")
_RAISED = re.compile(r"&lt;(/?su[bp])&gt;")
_MARKS = re.compile(r"</?su[bp]>")
_MOST_LINES = 12


def chinese(text: str) -> Markup:
    """Words of a document, which are Chinese on either page, with their superscripts and subscripts."""
    if not text:
        return _EMPTY
    return Markup('<span lang="zh-Hant-TW">{}</span>').format(Markup(_RAISED.sub(r"<\1>", str(escape(text)))))  # noqa: S704 - escaped but for sup and sub


def names(of: Iterable[str]) -> Markup:
    """Agencies in printed order."""
    return chinese("、".join(of))


def years_of(version: PlanVersion) -> str:
    """The years of a version in both calendars."""
    return years_between(version.start, version.end)


def years_between(start: int | None, end: int | None) -> str:
    """ROC years in both calendars: ``110–113年（2021–2024）``."""
    found = list(dict.fromkeys(year for year in (start, end) if year is not None))
    if not found:
        return tr("未載明", "not told")
    republic, common = ("–".join(map(str, years)) for years in (found, [year + OFFSET for year in found]))
    return tr(f"{republic}年（{common}）", f"{common} (ROC {republic})")


def year_heading(year: int | str) -> Sentence:
    """A ROC year above a column, in both calendars."""
    return Sentence(f"{year}（{int(year) + OFFSET}）", f"{int(year) + OFFSET} ({year})")


def months_of(first: str, last: str) -> Markup:
    """Months such as ``2020-12`` in both calendars, the page's own first; one where both are the same."""
    months = list(dict.fromkeys(month for month in (first, last) if month))
    if not months:
        return Markup("{}").format(tr("未載明", "not told"))
    common = tr("至", " to ").join(months)
    republic = tr("至", " to ").join(map(_republican, months))
    shown, other = (republic, common) if language() == "zh" else (common, f"ROC {republic}")
    return Markup('{}<br><span class="govuk-hint govuk-!-margin-bottom-0">{}</span>').format(shown, other)


def months_short(first: str, last: str) -> str:
    """Months such as ``2020-12`` in the page's own calendar, on one line; nothing where none is told."""
    months = list(dict.fromkeys(month for month in (first, last) if month))
    return tr("–".join(map(_republican_short, months)), " – ".join(months))


def months_unbroken(first: str, last: str) -> Markup:
    """The same for a cell, kept on one line; that none is told where that is so."""
    told = months_short(first, last) or tr("未載明", "not told")
    return Markup('<span class="ct-nowrap">{}</span>').format(told)


def without_marks(text: str) -> str:
    """Words of a document as plain text, without the marks of superscripts and subscripts."""
    return _MARKS.sub("", text)


def _republican_short(month: str) -> str:
    return f"{roc_year(int(month[:4]))}/{int(month[5:])}"


def _republican(month: str) -> str:
    year, number = roc_year(int(month[:4])), int(month[5:])
    return tr(f"{year}年{number}月", f"{year}/{number}")


def line_of(line: int) -> str:
    """Where a row stands in its document."""
    return tr(f"第{line}行", f"line {line}")


def lines_of(lines: Sequence[int]) -> str:
    """Where a matter is seen, the first dozen lines."""
    shown = tr("、", ", ").join(map(str, lines[:_MOST_LINES]))
    more = len(lines) - _MOST_LINES
    if more > 0:
        return tr(f"第{shown}行，另{more}處", f"lines {shown} and {more} more")
    return tr(f"第{shown}行", f"line {shown}" if len(lines) == 1 else f"lines {shown}")


def line_with_findings(line: int, findings: Iterable[PlanFinding]) -> Markup:
    """Where a row stands, with a link to each matter that is seen there; one seen everywhere is not told at each."""
    links = (
        Markup('<br><a class="govuk-link" href="#{}">{}</a>').format(
            each.key, tr(f"疑點：{say(FINDINGS[each.kind])}", f"Finding: {say(FINDINGS[each.kind]).lower()}")
        )
        for each in findings
        if line in each.lines and len(each.lines) <= _MOST_LINES
    )
    return Markup("{}{}").format(line, _EMPTY.join(links))


def element_link(version: PlanVersion, element: Element) -> Markup:
    """An element's name, leading to its page."""
    address = reverse("plan_element", args=[version.plan.slug, element.key])
    words = chinese(element.title or element.code)
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(address, words)
