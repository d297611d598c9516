"""Rolling revision: what is carried, changed, dropped and new; keys that lead on; versions that stay."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.apps.audit.models import Act
from coretech.apps.plans.models import Plan
from coretech.apps.reports.models import Carried, Revision
from coretech.apps.reports.operations.revise_plan import Approved, foresee, revise_plan
from coretech.apps.reports.revisions.keys import KeyHistory, Turn, current_key, history_of
from coretech.apps.reports.revisions.likening import likened, likeness, words_of
from coretech.apps.reports.revisions.pairing import Doubt
from coretech.apps.reports.revisions.revising import Compared
from coretech.kit.refusal import Refused
from coretech.readers.plan_files.rows import ElementRow
from tests.factories import evaluation_factories as made
from tests.factories.evaluation_factories import measure

by = made.by
APPROVED = Approved("院授科前字第1120000002號", made.DAY, "因應國內外環境變遷。")
ELEMENT = Carried.Row.ELEMENT


def judged(found: Compared) -> dict[str, bool]:
    return {pair.name: pair.same for pair in found.doubts}


def revised() -> Plan:
    plan = made.controlled()
    made.revised(plan, *made.RENUMBERED)
    found = foresee(by(), plan.slug)
    revise_plan(by(), plan.slug, judged(found), APPROVED, found.digest)
    return plan


@pytest.mark.usefixtures("stage")
def test_a_number_that_went_to_another_measure_is_seen_by_the_words() -> None:
    plan = made.controlled()
    made.revised(plan, *made.RENUMBERED)

    found = foresee(by(), plan.slug)
    elements = {
        (pair.old.key if pair.old else "", pair.new.key if pair.new else ""): pair.doubt
        for pair in found.pairs
        if pair.kind == ELEMENT
    }
    assert elements == {
        ("industry-1", "industry-1"): None,
        ("measure-1-1", "measure-1-1"): None,
        ("measure-1-3", "measure-1-2"): Doubt.RENUMBERED,
        ("measure-1-2", ""): None,
        ("", "measure-1-3"): None,
    }


@pytest.mark.usefixtures("stage")
def test_a_revision_writes_every_row_s_fate_and_keys_lead_on() -> None:
    plan = revised()

    fates = {
        (each.old_key, each.new_key): each.fate for each in Carried.objects.filter(row=Carried.Row.ELEMENT)
    }
    assert fates == {
        ("industry-1", "industry-1"): "carried",
        ("measure-1-1", "measure-1-1"): "carried",
        ("measure-1-3", "measure-1-2"): "changed",
        ("measure-1-2", ""): "dropped",
        ("", "measure-1-3"): "new",
    }
    assert [current_key(plan, key) for key in made.KEYS] == ["measure-1-1", None, "measure-1-2"]
    assert current_key(plan, "measure-1-3", since=2) == "measure-1-3"
    history = history_of(plan)
    assert history.borne("measure-1-2") == {"measure-1-2", "measure-1-3"}
    assert history.borne("measure-1-3") == {"measure-1-3"}
    act = Act.objects.get(kind="plan.revised")
    assert (act.public["before"], act.public["after"]) == (1, 2)
    work = Carried.objects.get(row="work_item", old_key="work-1-1-1.1.1")
    assert (work.new_key, work.fate) == ("work-1-1-1.1.1", "changed")
    targets = dict(Carried.objects.filter(row="target").exclude(old_key="").values_list("old_key", "new_key"))
    assert targets == {"target-1.1.1": "target-1.1.1", "target-1.3.1": "target-1.2.1", "target-1.2.1": ""}


@pytest.mark.usefixtures("stage")
def test_every_doubt_is_judged_and_judged_otherwise_a_row_is_dropped_and_another_new() -> None:
    plan = made.controlled()
    made.revised(plan, *made.RENUMBERED)
    found = foresee(by(), plan.slug)
    answers = judged(found)

    for bad in ({}, answers | {"element:x:y": True}):
        with pytest.raises(Refused) as refused:
            revise_plan(by(), plan.slug, bad, APPROVED, found.digest)
        assert (refused.value.status, refused.value.field) == (422, "judged")
    revise_plan(by(), plan.slug, dict.fromkeys(answers, False), APPROVED, found.digest)
    assert current_key(plan, "measure-1-3") is None
    assert Carried.objects.filter(row=ELEMENT, old_key="", new_key="measure-1-2", fate="new").exists()


@pytest.mark.usefixtures("stage")
def test_an_unlike_row_under_the_same_number_is_asked_about() -> None:
    plan = made.controlled()
    made.revised(plan, *made.MEASURES[:2], measure("1-3", "布局量子通訊", "設置測試網"))

    found = foresee(by(), plan.slug)
    doubts = {pair.old.key: pair for pair in found.doubts if pair.old and pair.kind == ELEMENT}
    assert {key: (pair.doubt, pair.same) for key, pair in doubts.items()} == {
        "measure-1-3": (Doubt.REUSED, False)
    }
    (target,) = [pair for pair in found.doubts if pair.kind == Carried.Row.TARGET]
    assert (target.doubt, target.same) == (Doubt.MOVED, False)


@pytest.mark.usefixtures("stage")
def test_a_revision_needs_a_newer_version_its_document_and_the_plan_s_controller() -> None:
    plan = made.controlled()
    with pytest.raises(Refused, match="no newer version"):
        foresee(by(), plan.slug)
    made.revised(plan, *made.RENUMBERED)
    found = foresee(by(), plan.slug)
    answers = judged(found)

    for username in ("public", "officer-moea", "office", "moea-controller-1"):
        with pytest.raises(Refused) as refused:
            revise_plan(by(username), plan.slug, answers, APPROVED, found.digest)
        assert refused.value.status == 403
    tomorrow = made.DAY + dt.timedelta(days=1)
    for bad, field in (
        (Approved(" ", made.DAY, "x"), "document_no"),
        (Approved("x", tomorrow, "x"), "approved_on"),
        (Approved("x", made.DAY, " "), "why"),
        (Approved("x", made.DAY, "x", evaluation=0), "evaluation"),
    ):
        with pytest.raises(Refused) as refused:
            revise_plan(by(), plan.slug, answers, bad, found.digest)
        assert (refused.value.status, refused.value.field) == (422, field)
    with pytest.raises(Refused, match="newer version since"):
        revise_plan(by(), plan.slug, answers, APPROVED, "other")
    revise_plan(by(), plan.slug, answers, APPROVED, found.digest)
    with pytest.raises(Refused, match="no newer version"):
        revise_plan(by(), plan.slug, answers, APPROVED, found.digest)
    assert Revision.objects.count() == 1


turns = st.lists(
    st.tuples(st.permutations("abcd"), st.lists(st.booleans(), min_size=4, max_size=4)), max_size=4
)


@given(turns, st.sampled_from("abcd"))
def test_a_key_followed_forward_is_among_those_the_row_has_borne(
    found: list[tuple[list[str], list[bool]]], key: str
) -> None:
    mappings: list[dict[str, str | None]] = []
    live = list("abcd")
    for names, dropped in found:
        turn = {old: None if gone else new for old, new, gone in zip(live, names, dropped, strict=False)}
        mappings.append(turn)
        live = [new for new in turn.values() if new]
    history = KeyHistory(
        tuple(Turn(place, place + 1, {ELEMENT: turn}) for place, turn in enumerate(mappings))
    )

    followed: str | None = key
    for turn in mappings:
        followed = None if followed is None else turn[followed]
    assert history.current(key) == followed
    assert followed is None or key in history.borne(followed)


texts = st.text(alphabet="示範平台通訊 量子", max_size=12)


@given(texts, texts)
def test_likeness_is_symmetric_and_whole_for_the_same_words(one: str, other: str) -> None:
    first, second = words_of(element("a", one)), words_of(element("b", other))

    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, first) == 1


@given(st.lists(texts, max_size=5), st.lists(texts, max_size=5))
def test_a_row_is_likened_to_one_other_at_most(ones: list[str], others: list[str]) -> None:
    found = likened(
        [element(f"o{place}", text) for place, text in enumerate(ones)],
        [element(f"n{place}", text) for place, text in enumerate(others)],
        lambda _, __: True,
    )

    assert len({each.old for each in found}) == len({each.new for each in found}) == len(found)


def element(key: str, title: str) -> ElementRow:
    return ElementRow(key, "measure", "", title, 1)
