"""Every question as a calculator: what the page answers is what the law answers."""

import datetime as dt

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.law import BadFacts, Ruling, ask, questions
from coretech.law.describe import Described, Fact
from coretech.web.law.addresses import answer_address
from coretech.web.law.facts_form import FactsForm
from coretech.web.law.words import STEPS, open_list
from tests.web.page_text import text_of

DAY = dt.date(2025, 3, 3)
QUESTIONS = {described.question.id: described for described in questions()}
PLAIN = {
    "true or false": st.booleans(),
    "whole number from 0": st.integers(0, 30),
    "text": st.text("abc國科", min_size=1, max_size=4),
    "date": st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)).map(dt.date.isoformat),
}

each_question = pytest.mark.parametrize("described", QUESTIONS.values(), ids=QUESTIONS)


def facts_for(described: Described) -> st.SearchStrategy[dict[str, object]]:
    required = {fact.name: value_of(fact) for fact in described.facts if fact.required}
    optional = {fact.name: value_of(fact) for fact in described.facts if not fact.required}
    return st.fixed_dictionaries(required, optional=optional)


def value_of(fact: Fact) -> st.SearchStrategy[object]:
    words = open_list(fact)
    values = fact.allowed if words is None else tuple(words.words)
    one: st.SearchStrategy[object] = st.sampled_from(values) if values else PLAIN[fact.kind.en]
    if not fact.many:
        return st.none() | one if fact.nullable else one
    chosen_once = bool(fact.allowed) and fact.allowed != STEPS
    # A list of ticks cannot tell "none of them" from "not said": the form takes the latter where it may.
    return st.lists(one, unique=chosen_once, min_size=int(not fact.required), max_size=5)


def law_says(described: Described, facts: dict[str, object]) -> Ruling | str:
    try:
        return ask(described.question.id, facts, as_of=DAY)
    except BadFacts as bad:
        return bad.field


def page_says(described: Described, facts: dict[str, object]) -> Ruling | str:
    query = answer_address(described, facts, DAY).partition("?")[2]
    form = FactsForm(described, QueryDict(query))
    ruling = form.answer(DAY)
    return next(iter(form.errors)) if ruling is None else ruling


@each_question
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_an_address_gives_the_law_s_own_answer(described: Described, data: st.DataObject) -> None:
    facts = data.draw(facts_for(described))

    assert page_says(described, facts) == law_says(described, facts)


@pytest.mark.usefixtures("stage")
@each_question
def test_every_question_is_a_page_in_both_languages(client: Client, described: Described) -> None:
    address = f"/law/questions/{described.question.id.replace('.', '/')}/"
    chinese, english = text_of(client, address), text_of(client, f"/en{address}")

    assert described.question.title.zh in chinese
    assert described.question.title.en in english
    assert all(words.zh in chinese for words in described.question.readings.values())
    assert ("適用哪一天的法規" in chinese, "The law of which day" in english) == (True, True)


QUORUM = "/law/questions/meeting/quorum/?members_in_office=22&present=11"
TERM = "/law/questions/term/end/?role=council_member&category=4&start="
MET = "/law/questions/duty/annual_meeting/?body=council&year=2025&regular="


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize(
    ("address", "words"),
    [
        (QUORUM, ("是 在職委員22人", "門檻11 出席11", "出席須過半數 否 應有12人，現有11人")),
        (f"/en{QUORUM}", ("Yes 22 members in office", "More than half must attend No 11 of the 12 needed")),
        (f"{QUORUM}&as_of=112.12.5", ("適用日：民國112年12月5日（2023-12-05）",)),
        (f"{QUORUM}&members_in_office=20", ("是", "請留意：在職委員20人，未達第3條第1項的21人")),
        (f"{TERM}114.3.3", ("屆滿日民國116年3月2日（2027-03-02）", "民國116年3月3日（2027-03-03）")),
        (f"{TERM}民國114年3月3日", ("屆滿日民國116年3月2日（2027-03-02）",)),
        (f"{TERM}2025-03-03", ("屆滿日民國116年3月2日（2027-03-02）",)),
        (f"{MET}114.6.2%0D%0A2025-07-01%0A&extraordinary=", ("召開常會2次、臨時會議0次",)),
        (
            "/law/questions/duty/annual_review/?items=甲%0A乙&reviewed=乙%0A丙",
            ("尚缺甲", "請留意：檢討了不在其主管之列的項目：丙"),
        ),
        ("/law/questions/dossier/definition/?as_of=", ("否 未說明流出將重大損害",)),
        (
            "/law/questions/dossier/completeness/?parts=description&parts=functions",
            ("尚缺技術特徵、符合定義之說明、利害關係人意見",),
        ),
        (
            "/law/questions/meeting/admission/?role=staff&nda_signed_on=&nda_signed_by=&meeting_on=2025-10-01",
            ("沒有保密協議的簽署紀錄", "只有委員須簽署 是"),
        ),
    ],
)
def test_an_answer_comes_with_its_figures_readings_and_warnings(
    client: Client, address: str, words: tuple[str, ...]
) -> None:
    text = text_of(client, address)

    assert [word for word in words if word not in text] == []


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (QUORUM.replace("11", "30"), "親自出席30人，多於22人。"),
        (f"/en{QUORUM.replace('11', '30')}", "30 attending in person, more than 22."),
        (QUORUM.replace("11", "abc"), "「親自出席的委員（含應迴避者）」請填零或正整數，例如12。"),
        (QUORUM.replace("11", "-1"), "請填零或正整數"),
        (QUORUM.replace("11", "9" * 5000), "「親自出席的委員（含應迴避者）」"),
        (QUORUM.replace("&present=11", ""), "請填寫「親自出席的委員（含應迴避者）」。"),
        (f"/en{QUORUM}&seats=10000", "“The seats that were set” may be 9999 at most."),
        (f"{QUORUM}&as_of=2025-02-30", "填的2025-02-30在曆法上沒有這一天"),
        (f"{TERM}114.2.30", "「任期首日」填的114.2.30在曆法上沒有這一天"),
        (f"/en{TERM}9999-01-01", "The term runs past the last year of the calendar."),
        (f"{TERM}2025-03-03&role=king", "請由列出的選項中選擇"),
        (f"{MET}2025-06-02%0Ayesterday&extraordinary=", "不是日期"),
        (f"{MET}{'x' * 2001}&extraordinary=", "最多2000個字"),
        ("/law/questions/term/renewal/?role=council_member&consecutive_full_terms=1", "審議會委員須填類別"),
        ("/law/questions/change/request/?requested=maybe", "請由列出的選項中選擇"),
        ("/law/questions/dossier/definition/?harms=pride", "請由列出的選項中選擇"),
        ("/law/questions/recusal/required/?kinship=uncle&forum=council&matter=identify", "請由列出的選項"),
        (
            f"/law/questions/recusal/required/?{'kinship=parent&' * 21}forum=council&matter=identify",
            "路徑最多20步",
        ),
    ],
)
def test_facts_that_cannot_be_are_answered_with_what_to_correct(
    client: Client, address: str, sentence: str
) -> None:
    text = text_of(client, address, status=422)

    assert sentence in text
    assert text.index("請更正" if "/en/" not in address else "Please correct") < text.index(sentence)


@pytest.mark.usefixtures("stage")
def test_what_was_typed_is_kept_beside_the_error(client: Client) -> None:
    page = client.get(f"{TERM}114.2.30").content.decode()

    assert 'value="114.2.30"' in page


@pytest.mark.usefixtures("stage")
def test_the_lasting_address_of_an_answer_gives_the_same_answer_with_its_day(client: Client) -> None:
    described = QUESTIONS["meeting.quorum"]
    facts: dict[str, object] = {"members_in_office": 22, "present": 11}
    address = answer_address(described, facts, DAY)

    page = client.get(address).content.decode()

    assert address.replace("&", "&amp;") in page
    assert "as_of=2025-03-03" in address


@pytest.mark.usefixtures("stage")
def test_words_from_the_address_are_shown_as_words(client: Client) -> None:
    page = client.get("/law/questions/duty/annual_review/?items=<b>x</b>&reviewed=").content.decode()

    assert "<b>x</b>" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page
