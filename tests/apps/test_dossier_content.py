"""The dossier's forms as data: what goes in comes out, and what cannot be is told by its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.apps.cases.content import CONTENTS, Characteristics, Content, Parameter
from coretech.apps.cases.content_check import Unsound, settled, warnings
from coretech.apps.cases.content_json import LONGEST, MOST_ROWS, as_json, blank, from_json, require_length
from coretech.apps.cases.content_walk import as_text, leaves
from coretech.kit.refusal import Refused
from tests.factories.dossier_factories import CHARACTERISTICS, DEFINITION

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=20)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Any form, some of its answers filled in; rows up to three."""
    name = draw(st.sampled_from(sorted(CONTENTS)))
    kept = as_json(blank(name))
    if "parameters" in kept:
        row = st.fixed_dictionaries({"name": WORDS, "unit": WORDS})
        kept["parameters"] = draw(st.lists(row, max_size=3))
    for key, value in kept.items():
        if isinstance(value, str):
            kept[key] = draw(WORDS)
        elif isinstance(value, dict):
            kept[key] = {"claimed": draw(st.booleans()), "argument": draw(WORDS)}
    return from_json(name, kept)


@given(contents())
def test_what_is_kept_as_json_comes_back_the_same(content: Content) -> None:
    name = next(name for name, form in CONTENTS.items() if form is type(content))

    assert from_json(name, as_json(content)) == content


def test_days_and_figures_are_kept_in_one_form_and_blank_rows_go() -> None:
    form = settled(from_json("characteristics", CHARACTERISTICS))

    assert isinstance(form, Characteristics)
    assert form.parameters == (Parameter("解析度", "le", "0.5", "公尺"),)
    evidence = as_json(settled(from_json("definition", DEFINITION)))["national_security"]["evidence"]
    assert [row["date"] for row in evidence] == ["2025-01-02"]


@given(contents())
def test_settling_twice_changes_nothing(content: Content) -> None:
    try:
        once = settled(content)
    except Unsound:
        return

    assert settled(once) == once


@pytest.mark.parametrize(
    ("row", "question"),
    [
        ({"date": "114.2.30"}, "date"),
        ({"date": "soon"}, "date"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"link": "https://"}, "link"),
        ({"figure": "many"}, "figure"),
        ({"year": "２０２５年"}, "year"),
        ({"kind": "rumour"}, "kind"),
        ({"what": "長" * 501}, "what"),
        ({"what": "two\nlines"}, "what"),
    ],
)
def test_an_answer_that_cannot_be_is_told_by_its_place(row: dict[str, str], question: str) -> None:
    with pytest.raises(Unsound) as caught:
        settled(from_json("other_references", {"references": [{"source": "x"}, row]}))

    (problem,) = caught.value.problems
    assert problem.path == ("references", "1", question)
    assert "第2列" in caught.value.sentence.zh
    assert "row 2" in caught.value.sentence.en


@pytest.mark.parametrize(
    "kept",
    [
        [],
        "text",
        {"rumours": ""},
        {"parameters": "many"},
        {"parameters": [[]]},
        {"parameters": [{"name": 3}]},
        {"distinctive": None},
        {"distinctive": ["x"]},
        {"parameters": [{}] * (MOST_ROWS + 1)},
    ],
)
def test_json_of_another_shape_is_bad_input(kept: object) -> None:
    with pytest.raises(Refused) as caught:
        from_json("characteristics", kept)

    assert caught.value.status == 422


def test_a_tick_is_no_text_and_text_no_tick() -> None:
    with pytest.raises(Refused) as caught:
        from_json("definition", {"defence": {"claimed": "on"}})

    assert caught.value.field == "defence.claimed"


def test_characters_no_page_can_hold_are_dropped() -> None:
    assert from_json("functions", {"does": "a\x00b\ud800c"}) == from_json("functions", {"does": "abc"})


def test_a_text_may_be_as_long_as_a_part_and_not_longer() -> None:
    require_length(from_json("functions", {"does": "字" * LONGEST}))

    with pytest.raises(Refused, match="100000"):
        require_length(from_json("functions", {"does": "字" * LONGEST, "more": "字"}))


def test_a_claim_without_evidence_and_a_group_without_a_view_are_warned_of() -> None:
    of_claims = [each.zh for each in warnings(from_json("definition", DEFINITION))]
    of_views = warnings(from_json("stakeholder_views", {"views": [{"group": "industry", "view": "贊成"}]}))

    assert of_claims == [
        "主張「第1款：國防需要」，但未寫理由。",
        "主張「第1款：國防需要」，但沒有佐證。",
        "主張「第2款：領導型技術」，但沒有佐證。",
    ]
    assert [each.en for each in of_views] == [
        "There is no view from government yet.",
        "There is no view from academia yet.",
        "There is no view from research yet.",
    ]


def test_the_form_as_text_names_each_answer_and_free_text_stays_as_it_is() -> None:
    assert "關鍵參數 第1列：比較：≤" in as_text(settled(from_json("characteristics", CHARACTERISTICS)))
    assert as_text(from_json("functions", {"more": "原來的文字。\n第二段。"})) == "原來的文字。\n第二段。"


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_every_question_is_asked_in_both_languages(name: str) -> None:
    assert all(leaf.where.zh and leaf.where.en for leaf in leaves(blank(name)))
    assert as_text(blank(name)) == ""
