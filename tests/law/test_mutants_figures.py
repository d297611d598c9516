"""Figures at their edges: which values an amendment may set, and which question hands the amended law on."""

from datetime import date
from pathlib import Path

import pytest

from coretech.kit.sentence import Sentence
from coretech.law import ask, questions
from coretech.law.citation import all_cited, cited
from coretech.law.explain import explain
from coretech.law.kinship import describe
from coretech.law.parameters import ENACTED, ParameterError, Parameters
from coretech.law.period import last_day
from coretech.law.provisions import provisions
from coretech.law.ruling import Article, Level, Outcome, Ruling
from coretech.law.wording import members, people
from tests.law.given import amend

DAY = date(2027, 1, 1)


@pytest.mark.parametrize("share", ['"1"', '"1/1000"', '"0.5"'])
def test_a_share_is_more_than_nothing_and_at_most_the_whole(tmp_path: Path, share: str) -> None:
    amend(tmp_path, "meeting.quorum_share", share)
    assert 0 < Parameters(tmp_path).at(DAY).share("meeting.quorum_share") <= 1


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("meeting.quorum_share", '"0"'),
        ("meeting.quorum_share", '"3/2"'),
        ("meeting.quorum_share", '"2"'),
        ("meeting.quorum_share", '"1/0"'),
        ("meeting.quorum_share", '"-1/2"'),
        ("meeting.quorum_share", '["1/2"]'),
        ("council.fees", '"travel"'),
        ("council.convener_post", '"1/2"'),
        ("council.members_min", "[21]"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_the_kind_wanted(
    tmp_path: Path, figure: str, value: str
) -> None:
    amend(tmp_path, figure, value)
    with pytest.raises(ParameterError) as refused:
        Parameters(tmp_path).at(DAY)
    wanted = ENACTED.all[figure].on(DAY)
    assert refused.value.place == figure
    assert refused.value.sentence.as_dict() == {
        "zh": f"值的型別應與 {wanted!r} 相同",
        "en": f"needs values of the same kind as {wanted!r}",
    }


def test_each_of_many_amendments_rules_from_its_own_day(tmp_path: Path) -> None:
    years = range(2027, 2047)
    later = "".join(f"\n[[degree.values]]\nfrom = {year}-01-01\nvalue = {year}" for year in years)
    amend(tmp_path, "recusal.degree", f"2{later}")
    law = Parameters(tmp_path)
    assert law.at(date(2026, 12, 31)).whole("recusal.degree") == 2
    assert [law.at(date(year, 6, 1)).whole("recusal.degree") for year in years] == list(years)


def test_two_values_from_one_day_are_refused_whatever_they_are(tmp_path: Path) -> None:
    amend(tmp_path, "council.members_min", '1\n[[members_min.values]]\nvalue = "one"')
    with pytest.raises(ParameterError) as refused:
        Parameters(tmp_path).at(DAY)
    assert refused.value.sentence.as_dict() == {
        "zh": "同一日有兩個值",
        "en": "has two values from the same day",
    }


def test_a_figure_that_is_none_of_the_laws_is_refused(tmp_path: Path) -> None:
    amend(tmp_path, "council.typo", "1")
    with pytest.raises(ParameterError) as refused:
        Parameters(tmp_path).at(DAY)
    assert refused.value.sentence.as_dict() == {"zh": "沒有這個參數", "en": "is no parameter of the law"}


MEMBERS_MIN = '[members_min]\narticle = "3.1"\nzh = "a"\nen = "b"\n'


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("members_min = 21", "應為一個表", "should be a table"),
        ('[members_min]\narticle = "3.1"\nen = "b"', "缺少文字欄位 zh", "lacks the text zh"),
        (MEMBERS_MIN, "缺少 [[values]]", "lacks [[values]]"),
        (f"{MEMBERS_MIN}values = [{{}}]", "每個值都要有 value", "needs a value in every entry"),
        (f'{MEMBERS_MIN}values = [{{value = 1, from = "x"}}]', "from 應為日期", "needs a date as from"),
        (
            f"{MEMBERS_MIN}values = [{{value = 1.5}}]",
            "值應為零或正整數、文字或其列表",
            "needs a whole number from 0, a word or a list of them",
        ),
    ],
)
def test_a_figure_of_the_wrong_shape_is_refused_with_the_right_one(
    tmp_path: Path, text: str, zh: str, en: str
) -> None:
    (tmp_path / "council.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError) as refused:
        Parameters(tmp_path).at(DAY)
    assert refused.value.sentence.as_dict() == {"zh": zh, "en": en}


def test_a_folder_or_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ParameterError) as missing:
        Parameters(tmp_path / "nowhere").at(DAY)
    assert missing.value.place == str(tmp_path / "nowhere")
    assert missing.value.sentence.as_dict() == {"zh": "不是資料夾", "en": "is not a folder"}
    (tmp_path / "council.toml").write_text("[", encoding="utf-8")
    with pytest.raises(ParameterError, match=r"council.toml: cannot be read: \w") as unread:
        Parameters(tmp_path).at(DAY)
    assert unread.value.sentence.zh == unread.value.sentence.en.replace("cannot be read: ", "無法讀取：")


def test_an_advisers_term_is_as_long_as_article_4_says(tmp_path: Path) -> None:
    amend(tmp_path, "council.adviser_term_years", "3")
    law = Parameters(tmp_path)
    ends = [
        ask("term.end", {"role": role, "start": "2024-01-01"}, as_of=DAY, parameters=law).values["end"]
        for role in ("adviser", "council_member")
    ]
    assert ends == ["2026-12-31", "2025-12-31"]


def test_where_no_fee_is_allowed_the_list_says_none(tmp_path: Path) -> None:
    amend(tmp_path, "council.fees", "[]")
    found = ask("council.payment", {"kind": "travel"}, as_of=DAY, parameters=Parameters(tmp_path))
    assert found.reason.as_dict() == {
        "zh": "委員為無給職，只得支給無，不得支給交通費。",
        "en": "Members are unpaid but for none: travel costs may not be paid.",
    }


def test_an_amended_announcer_removes_an_item_as_well(tmp_path: Path) -> None:
    amend(tmp_path, "dossier.announcer", '"nstc"')
    facts = {"council_approved": True, "announced_by": "nstc"}
    assert ask("change.removal", facts, as_of=DAY).outcome == "no"
    assert ask("change.removal", facts, as_of=DAY, parameters=Parameters(tmp_path)).outcome == "yes"


@pytest.mark.parametrize(("owed", "often"), [("1", "once a year"), ("2", "2 times a year")])
def test_how_often_a_body_meets_is_said_in_words(tmp_path: Path, owed: str, often: str) -> None:
    amend(tmp_path, "meeting.council_per_year", owed)
    facts = {"body": "council", "year": 2026, "regular": [], "extraordinary": []}
    found = ask("duty.annual_meeting", facts, as_of=DAY, parameters=Parameters(tmp_path))
    assert f"at least {often};" in found.reason.en
    assert f"至少應開會{owed}次" in found.reason.zh


def test_how_many_directors_are_owed_is_said_in_words(tmp_path: Path) -> None:
    amend(tmp_path, "council.directors", "2")
    found = ask("office.director", {"count": 2}, as_of=DAY, parameters=Parameters(tmp_path))
    assert found.reason.en == "The Office is to have 2 directors and has 2."


def test_one_is_a_person_and_more_are_people() -> None:
    assert [people(count) for count in (0, 1, 2)] == ["0 people", "1 person", "2 people"]
    assert [members(count) for count in (0, 1, 2)] == ["0 members", "1 member", "2 members"]


def test_a_paragraph_of_another_statute_is_cited_by_its_short_name() -> None:
    assert cited("XYZ 3.1").as_dict() == {"zh": "XYZ第3條第1項", "en": "XYZ art. 3(1)"}


def test_citations_stand_in_a_row_with_each_languages_own_comma() -> None:
    assert all_cited(["7.1", "8.1"]).as_dict() == {
        "zh": "第7條第1項、第8條第1項",
        "en": "art. 7(1), art. 8(1)",
    }
    assert cited("3.1.2").as_dict() == {"zh": "第3條第1項第2款", "en": "art. 3(1)(2)"}


def test_a_question_is_described_as_plain_data() -> None:
    told = {each.question.id: each.as_dict() for each in questions()}["duty.inventory_interval"]
    assert {name: value for name, value in told.items() if name != "facts"} == {
        "question": "duty.inventory_interval",
        "title": {"zh": "今年盤點過了嗎？", "en": "Has the body taken its inventory this year?"},
        "articles": ["9.1"],
        "default": {"zh": "「定期」至少每年一次", "en": "“periodically” is at least once a year"},
        "readings": {
            "set-by-body": {"zh": "間隔由機關（構）自定", "en": "the body sets the interval itself"}
        },
    }


def test_what_kind_of_fact_is_wanted_is_said_in_both_languages() -> None:
    described = next(each for each in questions() if each.question.id == "meeting.admission")
    assert [fact.kind.as_dict() for fact in described.facts] == [
        {"zh": "文字", "en": "text"},
        {"zh": "日期", "en": "date"},
        {"zh": "下列之一", "en": "one of"},
        {"zh": "日期", "en": "date"},
    ]


def test_an_article_is_explained_by_its_own_questions_only() -> None:
    explained = explain("12", as_of=DAY)
    assert explained.what == "12"
    assert {each.question.id for each in explained.questions} == {
        "recusal.required",
        "recusal.order",
        "recusal.chair",
        "recusal.interest",
        "stand_in.recusal",
    }


def test_an_empty_path_of_kinship_is_oneself() -> None:
    assert describe([]).as_dict() == {"zh": "本人", "en": "oneself"}


def test_a_period_past_the_calendar_is_refused_with_its_figures() -> None:
    with pytest.raises(ValueError, match="9998-01-01 and 2 years is past the year 9999"):
        last_day(date(9998, 1, 1), 2)


def test_a_ruling_on_no_particular_day_says_so() -> None:
    ruling = Ruling("some.question", Outcome.YES, (Article("1"),), Sentence("是", "yes"))
    assert (ruling.as_dict()["as_of"], ruling.disputed) == (None, False)
    assert ruling.as_dict()["level"] == {"1": "text"}


def test_a_ruling_that_cites_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^the ruling on some.question cites no article$"):
        Ruling("some.question", Outcome.YES, (), Sentence("是", "yes"))


def test_a_provision_is_plain_data() -> None:
    told = {(each.number, each.level): each.as_dict() for each in provisions()}
    power = told["5.2", Level.TEXT]
    assert list(power) == ["number", "level", "kind", "holder", "says", "homes", "kept"]
    for (number, level), data in told.items():
        assert (data["number"], data["level"]) == (number, level.value)
        assert (data["kept"] is None) is (data["homes"] != [])
