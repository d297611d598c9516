"""Mappings between lists: proposed with reasons, judged by people, carried to newer versions, shown from either end."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.models import Act
from coretech.apps.lists.coverage import coverage
from coretech.apps.lists.crosswalk import matrix, pair_counts
from coretech.apps.lists.mappings import between, find_mapping, of_items, of_technologies
from coretech.apps.lists.models import Mapping, MappingJudgement
from coretech.apps.lists.operations.add_mapping import Place, add_mapping
from coretech.apps.lists.operations.judge_mapping import Verdict, judge_mapping
from coretech.apps.lists.operations.propose_mappings import propose_mappings
from coretech.apps.lists.queue import next_waiting, waiting
from coretech.apps.lists.relating import guess
from coretech.apps.lists.relations import Relation, inverse
from coretech.apps.lists.sides import Side, version_side
from coretech.apps.register import elsewhere
from coretech.apps.register.models import RegisterItem
from coretech.apps.register.related import related_to
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import crosswalk_factories
from tests.factories.crosswalk_factories import LEFT, NEWER, RIGHT, accepted, exact, ours, proposed


@pytest.fixture(autouse=True, scope="module")
def _lists(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        crosswalk_factories.lists()


pytestmark = pytest.mark.usefixtures("stage")
OFFICE = "office"


def refused(run: Callable[..., object], *told: object) -> Refused:
    with pytest.raises(Refused) as found:
        run(*told)
    return found.value


def judged(mapping: Mapping, judgement: str, why: str = "", relation: str = "") -> None:
    judge_mapping(factories.acting(OFFICE), mapping.pk, Verdict(judgement, why, relation))


def sides(left: str = LEFT, right: str = RIGHT) -> tuple[Side, Side]:
    return version_side(left), version_side(right)


def named(zh: str, en: str = "") -> dict[str, str]:
    return {tag: name for tag, name in (("zh-Hant", zh), ("en", en)) if name}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (named("臺灣晶片"), named("台灣 晶片"), Relation.EXACT),
        (named("量子運算", "Quantum computing"), named("量子計算", "QUANTUM COMPUTING"), Relation.EXACT),
        (named("", "Quantum technologies"), named("", "Quantum sensing and navigation"), Relation.NARROW),
        (named("", "Quantum sensing and navigation"), named("", "Quantum technologies"), Relation.BROAD),
        (named("", "Satellite control technology"), named("", "Control of satellites"), Relation.CLOSE),
        (named("", "Image compression"), named("", "Image sensors"), Relation.RELATED),
    ],
)
def test_the_relation_is_guessed_from_what_each_name_says_of_the_other(
    left: dict[str, str], right: dict[str, str], relation: Relation
) -> None:
    assert guess(left, right).relation == relation


_WORD = st.sampled_from(["quantum", "satellite", "radar", "image", "sensor", "control", "wind", "power"])
_NAME = st.lists(_WORD, min_size=1, max_size=4, unique=True).map(" ".join)


@given(_NAME, _NAME)
def test_seen_from_the_other_end_a_guess_is_turned_round(one: str, other: str) -> None:
    there, back = guess({"en": one}, {"en": other}), guess({"en": other}, {"en": one})

    assert back.relation == inverse(there.relation)


def test_a_proposal_keeps_the_terms_that_carried_it_and_is_bound_to_its_act() -> None:
    mapping = exact()
    act = Act.objects.latest("seq")

    assert mapping.score is not None
    assert mapping.score > 0.9
    assert mapping.why["terms"] == [["後量子密碼保護技術", "後量子密碼保護技術", 1.0]]
    assert act.public["count"] == Mapping.objects.count()
    assert f"lists_mapping/{mapping.pk}" in act.confidential["rows"]


def test_nothing_below_the_threshold_is_proposed_and_nothing_twice() -> None:
    found = proposed()
    office = factories.acting(OFFICE)

    assert all(each.score is not None and each.score >= 0.3 for each in found)
    assert refused(propose_mappings, office, version_side(LEFT), ours()).status == 409
    assert refused(propose_mappings, office, ours(), version_side(LEFT)).status == 409


def test_who_may_propose_add_and_judge() -> None:
    member, mapping = factories.acting("member-05"), exact()
    left, right = sides()

    assert refused(propose_mappings, member, left, right).status == 403
    assert refused(add_mapping, member, Place(left, "1"), Place(right, "q"), "closeMatch", "x").status == 403
    assert refused(judge_mapping, member, mapping.pk, Verdict("accepted")).status == 403


@pytest.mark.parametrize("least", [0.0, -1.0, 1.5, float("nan")])
def test_a_threshold_lies_between_none_and_all(least: float) -> None:
    assert refused(propose_mappings, factories.acting(OFFICE), *sides(), least).field == "least"


def test_a_list_is_not_compared_with_itself() -> None:
    assert refused(propose_mappings, factories.acting(OFFICE), *sides(LEFT, LEFT)).field == "right"


def test_the_newest_judgement_holds_and_the_older_ones_stay() -> None:
    mapping = accepted()
    judged(mapping, "other", relation="closeMatch")
    found = find_mapping(mapping.pk)

    assert (found.state, found.relation, found.holds) == ("other", "closeMatch", True)

    judged(mapping, "rejected", "不同的技術")

    assert not find_mapping(mapping.pk).holds
    assert MappingJudgement.objects.filter(mapping=mapping).count() == 3


@pytest.mark.parametrize(
    ("verdict", "field"),
    [
        (Verdict("perhaps"), "judgement"),
        (Verdict("rejected"), "why"),
        (Verdict("unsure", "  "), "why"),
        (Verdict("other"), "relation"),
        (Verdict("other", relation="exactMatch"), "relation"),
        (Verdict("other", relation="sameAs"), "relation"),
        (Verdict("accepted", "x" * 1001), "why"),
    ],
)
def test_a_judgement_that_says_too_little_or_too_much_is_refused(verdict: Verdict, field: str) -> None:
    assert refused(judge_mapping, factories.acting(OFFICE), exact().pk, verdict).field == field


def test_who_judges_has_seen_the_judgement_before() -> None:
    mapping = accepted()

    assert refused(judge_mapping, factories.acting(OFFICE), mapping.pk, Verdict("accepted"), 0).status == 409
    assert refused(judge_mapping, factories.acting(OFFICE), 10**9, Verdict("accepted")).status == 404


def test_a_mapping_added_by_hand_waits_like_the_others_and_is_there_once() -> None:
    left, right = sides()
    office, ends = factories.acting(OFFICE), (Place(left, "2"), Place(right, "w"))
    add_mapping(office, *ends, "relatedMatch", "同屬綠能")

    (found,) = waiting(LEFT, RIGHT)
    assert (found.score, found.why) == (None, {"words": "同屬綠能"})
    assert refused(add_mapping, office, *ends, "closeMatch", "again").status == 409
    assert refused(add_mapping, office, *ends[::-1], "closeMatch", "again").status == 409
    assert refused(add_mapping, office, ends[0], Place(right, "none"), "closeMatch", "x").status == 404
    assert refused(add_mapping, office, ends[0], Place(right, "q"), "sameAs", "x").field == "relation"
    assert refused(add_mapping, office, ends[0], Place(right, "q"), "closeMatch", " ").field == "why"


def test_a_mapping_from_our_register_is_written_from_its_other_end() -> None:
    number = ours().entries[0].code
    add_mapping(
        factories.acting(OFFICE),
        Place(ours(), number),
        Place(version_side(RIGHT), "w"),
        "narrowMatch",
        "較窄",
    )
    (found,) = between(ours(), version_side(RIGHT)).values()

    assert found.mapping.relation == "broadMatch"
    assert found.relation == "narrowMatch"


def test_the_matrix_read_from_the_other_side_has_the_relations_turned() -> None:
    proposed(LEFT, RIGHT)
    left, right = sides()
    there, back = between(left, right), between(right, left)

    assert there
    assert {pair[::-1]: inverse(each.relation) for pair, each in there.items()} == {
        pair: each.relation for pair, each in back.items()
    }


def test_the_matrix_leaves_out_what_has_no_mapping_or_only_a_rejected_one() -> None:
    mapping = accepted()
    found = matrix(version_side(LEFT), ours())
    codes = [each.code for each in found.rows]

    assert "1.1" in codes
    assert "2" not in codes or found.is_part
    assert len(matrix(version_side(LEFT), ours(), whole=True).rows) == 4

    for each in Mapping.objects.all():
        judged(each, "rejected", "不同")
    assert matrix(version_side(LEFT), ours()).rows == ()
    assert find_mapping(mapping.pk).state == "rejected"


def test_what_was_judged_is_carried_to_a_newer_version_as_a_proposal() -> None:
    before = accepted()
    judged(before, "other", relation="closeMatch")
    (after,) = [each for each in proposed(NEWER) if each.left.code == "a" and "carried" in each.why]

    assert after.technology_id == before.technology_id
    assert (after.relation, after.score) == ("closeMatch", None)
    assert after.why == {"carried": {"mapping": before.pk, "judgement": "other"}}
    assert find_mapping(after.pk).state == ""
    first = next_waiting(NEWER, "register")
    assert first is not None
    assert first.mapping == after


def test_the_queue_ends_when_everything_is_judged() -> None:
    for each in proposed():
        found = next_waiting(LEFT, "register")
        assert found is not None
        judged(found.mapping, "accepted")
        assert each.pk
    assert next_waiting(LEFT, "register") is None
    (count,) = pair_counts()
    assert (count.left, count.right, count.waiting) == (LEFT, "register", 0)
    assert count.holds == count.total == Mapping.objects.count()


def test_coverage_counts_what_holds_apart_from_what_is_only_proposed() -> None:
    accepted()
    left = version_side(LEFT)
    found = {each.code: each for each in coverage(left, ours(), between(left, ours())).areas}

    assert found["1"].counts[0] == 1
    assert not found["1"].is_missing
    assert found["2"].is_missing
    assert sum(sum(each.counts) for each in found.values()) == len(left.entries)
    whole = coverage(ours(), left, between(ours(), left))
    assert sum(len(each.holds) for each in whole.areas) == 1


def test_an_item_finds_its_mappings_from_either_end() -> None:
    mapping = accepted()

    assert mapping in [each.mapping for each in of_items([mapping.left_id])]
    assert of_technologies([mapping.technology_id or 0])[0].mapping == mapping
    assert of_technologies([mapping.technology_id or 0])[0].far == mapping.left


def test_an_items_page_names_the_foreign_items_that_hold_and_the_files_lead_to_them() -> None:
    mapping = exact()
    number = RegisterItem.objects.get(technology=mapping.technology_id).number
    assert related_to(number) == []
    assert elsewhere.judged_abroad() == {}

    judged(mapping, "other", relation="broadMatch")

    ((_, found),) = related_to(number)
    assert found[0].words.zh == "US 清單XA（2022-02）：後量子密碼保護技術（對方較窄）"
    ((match,),) = elsewhere.judged_abroad().values()
    assert (match.relation, match.target.split("/lists/")[1]) == ("narrowMatch", f"{LEFT}/items/1.1/")


def test_the_controls_of_other_regimes_speak_of_our_process_item_and_of_no_farm() -> None:
    found = elsewhere.controls_on(18, factories.DAY)

    assert {each.regime.id for each in found} >= {"kr-nct", "us-ear"}
    assert all(each.vintage.source for each in found)
    assert elsewhere.controls_on(1, factories.DAY) == []
