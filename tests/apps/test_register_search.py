"""What is found on the list: by Chinese and English words, however they were typed, by former names, by filters."""

import datetime as dt

import pytest

from coretech.apps.links.served import measures_for
from coretech.apps.register.day_list import ever_listed, listed_on
from coretech.apps.register.queries import first_valid_from, in_force
from coretech.apps.register.related import Kind, Related, answered_by, related_to
from coretech.apps.register.searching import LONGEST, Search, State, search
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from tests import factories
from tests.factories import kinds_factories
from tests.factories import register_factories as register

pytestmark = pytest.mark.usefixtures("stage")

DAY = dt.date(2024, 1, 1)


def numbers(words: str, **filters: str) -> list[int]:
    return [each.item.number for each in search(Search(words, **filters), DAY).found]  # type: ignore[arg-type]  # codes, by name


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("天線", [12, 13]),
        ("天线", [12, 13]),
        ("感測", [10]),
        ("感测", [10]),
        ("芯片", [16, 20]),
        ("网络", [22]),
        ("衛", [7]),
        ("卫", [7]),
        ("太空 天線", [12, 13]),
        ("天線　太空", [12, 13]),
        ("ａｎｔｅｎｎａ", [12, 13]),
        ("ANTENNA", [12, 13]),
        ("anten", [12, 13]),
        ("phased antenna", [12]),
        ("x-band", [8]),
        ("Ｘ－Ｂａｎｄ", [8]),
        ("14奈米", [18]),
        ("14 奈米", [18]),
        ("國防部", [1, 2, 3, 4, 5, 6]),
        ("National Defense 引擎", [6]),
        ("21", [21]),
        ("與整合技術", [11]),
        ("製造與", [11]),
        ("不存在的技術", []),
        ("天線 引擎", []),
        ("(", [9]),
        (".*", []),
        ("%", []),
        ("   ", list(range(1, 23))),
        ("國科會", list(range(7, 15))),
        ("国科会", list(range(7, 15))),
        ("科技部", list(range(7, 15))),
        ("NSTC", list(range(7, 15))),
        ("國科會 天線", [12, 13]),
        ("農委會", [15, 16, 17]),
        ("數位部", [20, 21, 22]),
        ("經濟部", [18, 19]),
        ("moea", [18, 19]),
        ("moe", []),
    ],
)
def test_words_find_items(words: str, found: list[int]) -> None:
    assert numbers(words) == found


@pytest.mark.parametrize(
    ("words", "meant", "found"),
    [
        ("antena", "antenna", [12, 13]),
        ("tenna", "antenna", [12, 13]),
        ("qantum", "quantum", [21]),
        ("phased antena", "phased antenna", [12]),
    ],
)
def test_an_english_word_with_a_slip_finds_the_nearest_and_says_so(
    words: str, meant: str, found: list[int]
) -> None:
    results = search(Search(words), DAY)

    assert ([each.item.number for each in results.found], results.instead) == (found, meant)


@pytest.mark.parametrize("words", ["zzzzzzzz", "ante天線線", "abc"])
def test_words_like_no_other_are_not_guessed_at(words: str) -> None:
    results = search(Search(words), DAY)

    assert (results.found, results.instead) == ((), "")


def test_a_former_name_finds_the_item_and_is_told() -> None:
    register.renamed_on()
    (found,) = search(Search("被動 天線"), register.LATER).found
    assert (found.item.number, found.former) == (13, None)
    old = search(Search("主動式相位陣列天線技術 太空規格"), register.LATER).found
    former = [(each.item.number, each.former and each.former.version) for each in old]

    assert former == [(12, 1)]
    assert old[0].former is not None
    assert old[0].former.name.zh == "太空規格主動式相位陣列天線技術"


def test_a_former_name_nobody_knew_of_yet_finds_nothing() -> None:
    register.renamed_on()
    asked = Search(factories.NEW_NAME)

    assert [each.item.number for each in search(asked, register.LATER).found] == [12]
    assert search(asked, register.LATER, DAY).found == ()


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"sector": "space"}, [7, 8, 9, 10, 11, 12, 13, 14]),
        ({"authority": "moda"}, [20, 21, 22]),
        ({"sector": "space", "authority": "moda"}, []),
    ],
)
def test_a_sector_and_an_authority_narrow_the_list(filters: dict[str, str], found: list[int]) -> None:
    assert numbers("", **filters) == found


def test_what_changed_since_a_day_is_found_from_the_day_of_the_change() -> None:
    register.renamed_on()
    found = [
        [each.item.number for each in search(Search(changed_since=day), register.LATER).found]
        for day in (register.LATER, register.LATER + dt.timedelta(days=1))
    ]

    assert found == [[12], []]


def test_an_item_that_left_the_list_is_found_where_that_is_asked_for() -> None:
    kinds_factories.brought_to_the_list(kinds_factories.drafted(kinds_factories.change_of(12, "removal")))
    day = kinds_factories.LATER
    found = {
        state: 12 in [each.item.number for each in search(Search(state=state), day).found] for state in State
    }

    assert found == {State.IN_FORCE: False, State.ENDED: True, State.ANY: True}
    assert [each.number for each in ever_listed(day) if each.ended] == [12]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (Search("天" * (LONGEST + 1)), "q"),
        (Search(sector="spaace"), "sector"),
        (Search(authority="%"), "authority"),
    ],
)
def test_what_cannot_be_looked_for_is_refused_with_the_field(asked: Search, field: str) -> None:
    with pytest.raises(Refused) as refused:
        search(asked, DAY)

    assert (refused.value.field, refused.value.status) == (field, 422)


def test_before_the_first_list_any_filter_finds_nothing() -> None:
    assert search(Search(sector="space"), dt.date(2023, 12, 4)).found == ()


@pytest.mark.parametrize("known_at", [None, DAY, dt.date(2025, 9, 20)])
@pytest.mark.parametrize("day", [dt.date(2023, 12, 4), DAY, register.LATER, dt.date(2030, 1, 1)])
def test_the_list_in_one_look_is_the_list_of_the_objects(day: dt.date, known_at: dt.date | None) -> None:
    register.renamed_on()
    register.filed(edition=2, day=dt.date(2025, 9, 10))
    register.corrected(12, 2, dt.date(2025, 9, 21), authority="moea")
    looked = [
        (
            row.number,
            row.version,
            row.name,
            row.name_announced,
            row.damaged,
            row.since,
            row.sector,
            row.authority,
        )
        for row in listed_on(day, known_at)
    ]

    assert looked == [
        (
            *(each.item.number, each.version, each.name, each.name_announced, each.damaged),
            *(first_valid_from(each), each.sector.name, each.authority.name_on(day)),
        )
        for each in in_force(day, known_at)
    ]


def test_what_others_know_of_an_item_is_told_where_there_is_anything() -> None:
    told = Related(Sentence("計畫甲", "Programme A"), "/programmes/1/")
    assert related_to(12) == []
    answered_by(Kind.PROGRAMMES, lambda number: [told] if number == 12 else [])
    try:
        assert related_to(12) == [(Kind.PROGRAMMES.value, [told])]
        assert related_to(11) == []
    finally:
        answered_by(Kind.PROGRAMMES, measures_for)
