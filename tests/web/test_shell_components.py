"""What pages are built from: rulings, closed buttons, tables, timelines, forms."""

import datetime as dt
import re

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import engines
from django.test import RequestFactory
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from coretech.apps.cases.states import STATE_NAMES, State
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.roc import roc_date, roc_short
from coretech.kit.sentence import Sentence
from coretech.law import ask
from coretech.law.access import Action, Matter, Standing, who_may
from coretech.law.dossier import completeness
from coretech.law.terms import Part
from coretech.web.shell.case_status import COLOURS
from coretech.web.shell.day_field import DayField
from coretech.web.shell.form_errors import add_refusal, errors_of
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column, Event, Task
from coretech.web.shell.rulings import values_of
from coretech.web.shell.words import both
from tests.web.shell_pages import DAY, TIED

pytestmark = pytest.mark.urls("tests.web.shell_pages")

CLOSED = Refused(TIED.reason, ruling=TIED)


class Change(forms.Form):
    name = forms.CharField(label=both("技術名稱", "Name"), max_length=5)
    kind = forms.ChoiceField(
        label=both("種類", "Kind"),
        choices=[("add", both("新增", "Add")), ("rename", both("更名", "Rename"))],
        widget=forms.RadioSelect,
    )
    day = DayField(label=both("日期", "Day"))
    agreed = forms.BooleanField(label=both("同意", "Agreed"))
    note = forms.CharField(label=both("說明", "Note"), required=False, widget=forms.Textarea)
    paper = forms.FileField(label=both("附件", "Paper"), required=False)


def draw(component: str, macro: str, call: str, **context: object) -> str:
    source = f"{{% from 'components/{component}.jinja' import {macro} %}}{{{{ {call} }}}}"
    return engines["pages"].from_string(source).render(context)


def test_a_ruling_shows_answer_reason_article_and_figures() -> None:
    text = draw("ruling", "ruling_box", "ruling_box(ruling, '表決')", ruling=TIED)
    for words in ("表決", "否", "須8票同意", "第5條第3項", "民國114年11月24日", "門檻"):
        assert words in text


def test_a_disputed_ruling_names_the_readings_that_differ() -> None:
    assert TIED.disputed
    with override("en"):
        text = draw("ruling", "ruling_box", "ruling_box(ruling)", ruling=TIED)
    assert "Other readings differ" in text
    assert "only votes for and against are compared" in text


def test_a_ruling_that_no_reading_disputes_says_nothing_of_readings() -> None:
    plain = who_may(Action.ANNOUNCE, Standing(), Matter(), DAY)
    assert "不同解讀" not in draw("ruling", "ruling_box", "ruling_box(ruling)", ruling=plain)


def test_a_warning_of_the_law_is_shown_beside_the_answer() -> None:
    parts = frozenset(Part) - {Part.OTHER_REFERENCES}
    ruling = completeness.rule(completeness.Facts(parts=parts), DAY)
    text = draw("ruling", "ruling_box", "ruling_box(ruling)", ruling=ruling)
    assert "請留意：" in text
    assert "是" in text


def test_figures_are_shown_in_words() -> None:
    missing = completeness.rule(completeness.Facts(parts=frozenset()), DAY)
    assert ("尚缺", "技術描述、技術特徵、技術功能、符合定義之說明、利害關係人意見") in values_of(
        missing.values
    )
    assert values_of({"end": "2025-10-31"}) == [("屆滿日", "民國114年10月31日（2025-10-31）")]
    assert values_of({"degree": None, "missing": []}) == []


def test_a_closed_button_cannot_be_sent_and_says_why() -> None:
    text = draw("closed_button", "gate", "gate('公告', refusal)", refusal=CLOSED)
    described = re.search(r'type="button"[^>]*aria-disabled="true" aria-describedby="(?P<id>[^"]+)"', text)
    assert described is not None
    assert f'id="{described["id"]}"' in text
    assert 'type="submit"' not in text
    assert "須8票同意" in text
    assert "第5條第3項" in text


def test_an_open_button_sends() -> None:
    text = draw("closed_button", "gate", "gate('公告', none)")
    assert 'type="submit"' in text
    assert "aria-disabled" not in text


def test_a_refusal_without_a_ruling_closes_a_button_too() -> None:
    refusal = Refused(Sentence("案件已結案。", "The case is closed."))
    assert "案件已結案。" in draw(
        "closed_button", "closed_button", "closed_button('撤回', refusal)", refusal=refusal
    )


def test_two_drawings_of_a_form_are_two_requests_and_one_may_be_kept() -> None:
    first, second = (draw("form", "once", "once()") for _ in range(2))
    assert first != second
    assert 'value="kept"' in draw("form", "once", "once('kept')")


def test_a_table_names_every_cell_for_narrow_screens_and_escapes_it() -> None:
    columns = [Column(Sentence("項次", "No.")), Column(Sentence("名稱", "Name"))]
    text = draw(
        "table", "table", "table('清單', columns, rows)", columns=columns, rows=[["1", "<i>雷達</i>"]]
    )
    assert '<caption class="govuk-table__caption govuk-table__caption--m">清單</caption>' in text
    assert 'data-label="名稱"><div>&lt;i&gt;雷達&lt;/i&gt;</div></td>' in text


def test_an_empty_table_says_so() -> None:
    text = draw("table", "table", "table('清單', columns, [])", columns=[Column(Sentence("項次", "No."))])
    assert "沒有資料。" in text


def test_a_timeline_shows_what_happened_when_in_both_calendars() -> None:
    events = [Event(DAY, Sentence("預告", "Pre-announced"), who=Sentence("國科會", "NSTC"))]
    text = draw("timeline", "timeline", "timeline(events)", events=events)
    for words in ("民國114年11月24日（2025-11-24）", "預告", "國科會"):
        assert words in text


def test_a_task_that_is_not_open_is_no_link() -> None:
    title, status = Sentence("會議", "Meeting"), Sentence("未開放", "Closed")
    text = draw(
        "tasks", "tasks", "tasks(items)", items=[Task(title, status), Task(title, status, href="/m/")]
    )
    assert text.count("<a ") == 1


@pytest.mark.parametrize("state", State)
def test_every_state_of_a_case_has_its_words_and_colour(state: State) -> None:
    text = draw("case_status", "case_status", "case_status(state)", state=state.value)
    assert STATE_NAMES[state].zh in text
    assert f"govuk-tag--{COLOURS[state]}" in text


def test_pages_of_a_list_keep_the_rest_of_the_query() -> None:
    request = RequestFactory().get("/?q=radar&page=2")
    links = paging(request, Paginator(range(95), 10).page(2))
    assert links.previous == "?q=radar&page=1"
    assert links.next == "?q=radar&page=3"
    text = draw("pagination", "pagination", "pagination(links)", links=links)
    assert 'aria-label="第10頁"' in text
    assert "Page" not in text


def test_a_list_of_one_page_has_no_links() -> None:
    links = paging(RequestFactory().get("/"), Paginator(range(5), 10).page(1))
    assert draw("pagination", "pagination", "pagination(links)", links=links).strip() == ""


def test_bad_input_is_named_at_its_field_and_in_the_summary() -> None:
    form = Change(QueryDict("name=太空規格天線&kind=split&day=114.2.30&note=保留"))
    assert [error.text for error in errors_of(form)] == [
        "「技術名稱」最多5個字，目前有6個字，請縮短。",
        "「種類」請由列出的選項中選擇。",
        "「日期」填的114.2.30在曆法上沒有這一天，請更正。",
        "請勾選「同意」。",
    ]
    summary = draw("form", "error_summary", "error_summary(form)", form=form)
    field = draw("form", "field", "field(form['name'])", form=form)
    assert 'href="#id_name"' in summary
    assert 'id="id_name"' in field
    assert "最多5個字" in field
    assert ">保留</textarea>" in draw("form", "field", "field(form['note'])", form=form)


def test_bad_input_is_told_in_english_too() -> None:
    with override("en"):
        texts = [error.text for error in errors_of(Change(QueryDict("day=yesterday")))]
    assert texts == [
        "Fill in “Name”.",
        "Choose “Kind”.",
        "“Day” is not a date. Write it as 2025-11-24, or 114.11.24 in the ROC calendar.",
        "Tick “Agreed”.",
    ]


def test_every_field_of_a_form_has_a_label_joined_to_it() -> None:
    form = Change()
    for bound in form:
        text = draw("form", "field", "field(bound)", bound=bound)
        assert str(bound.label) in text
        assert f'"{bound.auto_id}"' in text


def test_a_refusal_stands_at_its_field_or_over_the_form() -> None:
    form = Change(QueryDict("name=雷達&kind=add&day=2025-11-24&agreed=on"))
    assert form.is_valid()
    add_refusal(form, bad_input("name", "名稱已在清單上。", "The name is on the list."))
    add_refusal(form, CLOSED)
    whole, field = errors_of(form)
    assert (whole.href, field.href) == (None, "#id_name")
    assert "須8票同意" in whole.text


@given(day=st.dates(min_value=dt.date(1912, 1, 1), max_value=dt.date(2900, 12, 31)))
def test_a_day_may_be_typed_in_either_calendar(day: dt.date) -> None:
    field = DayField(label=both("日期", "Day"))
    for typed in (day.isoformat(), roc_short(day), roc_date(day), day.strftime("%Y/%m/%d")):
        assert field.clean(typed) == day


def test_full_width_figures_are_figures() -> None:
    assert DayField(label=both("日期", "Day")).clean("１１４．１１．２４") == DAY


def test_a_term_that_ends_is_shown_in_both_calendars() -> None:
    ruling = ask("term.end", {"role": "council_member", "start": "2023-11-01", "category": 4}, as_of=DAY)
    assert "（2025-10-31）" in dict(values_of(ruling.values))["屆滿日"]
