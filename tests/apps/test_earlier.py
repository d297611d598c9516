"""Finding what was proposed before: the same technology, or a like name, for whoever may see it."""

import pytest

from coretech.apps.cases.earlier import LIKE, earlier, likeness
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.inventory.models import Round
from coretech.apps.inventory.operations.record_candidate import record_candidate
from coretech.apps.people.models import Agency
from tests import factories
from tests.factories import kinds_factories

pytestmark = pytest.mark.usefixtures("stage")

LIKE_IT = "衛星高精度姿態控制及指向技術"
OTHER = "晶片封裝技術"


def test_a_like_name_is_found_however_it_is_typed() -> None:
    assert likeness("太空規格 主動式相位陣列天線技術", "主動式相位陣列天線") >= LIKE
    assert likeness("高功率雷射技術", "疫苗開發技術") < LIKE
    assert likeness("Phased-array antenna", "PHASED-ARRAY  ANTENNAS", 5) >= LIKE


def test_a_text_of_one_character_is_like_nothing() -> None:
    assert likeness("鋼", "鋼") == 0


def test_a_withdrawn_case_of_a_like_name_is_found_with_its_outcome() -> None:
    case = kinds_factories.drafted(factories.addition())
    withdraw(factories.acting("agency-nstc"), case.reference, "Not yet.")

    found = earlier(factories.acting("agency-nstc"), LIKE_IT, "")

    assert [one.reference for one in found.ended] == [case.reference]
    assert (found.running, found.hidden) == ((), 0)


def test_a_case_that_runs_on_the_same_technology_is_told_apart() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "removal"))

    found = earlier(factories.acting("office"), OTHER, "", kinds_factories.technology(12))

    assert [one.reference for one in found.running] == [case.reference]


def test_a_candidate_that_became_no_case_is_found() -> None:
    act = record_candidate(factories.acting("agency-nstc"), factories.addition())

    found = earlier(factories.acting("agency-nstc"), LIKE_IT, "")

    assert [one.pk for one in found.candidates] == [int(act.subject.split("/")[1])]


def test_a_round_that_found_nothing_is_found_by_what_it_says() -> None:
    agency = Agency.objects.get(code="nstc")
    nil = Round.objects.create(agency=agency, year=2024, nil=True, note=f"曾評估{LIKE_IT}，尚未成熟。")

    found = earlier(factories.acting("agency-nstc"), LIKE_IT, "")

    assert found.nil_rounds == (nil,)


def test_whoever_may_not_see_what_came_before_learns_the_number_alone() -> None:
    kinds_factories.drafted(factories.addition())
    Round.objects.create(agency=Agency.objects.get(code="nstc"), year=2024, nil=True, note=LIKE_IT)

    found = earlier(factories.acting("agency-moea"), LIKE_IT, "")

    assert (found.running, found.candidates, found.nil_rounds, found.hidden) == ((), (), (), 2)


def test_what_has_nothing_in_common_is_not_found() -> None:
    kinds_factories.drafted(factories.addition())

    assert not earlier(factories.acting("office"), OTHER, "Chip packaging").any


def test_a_case_does_not_find_itself() -> None:
    case = kinds_factories.drafted(factories.addition())

    assert not earlier(
        factories.acting("office"), case.name_zh, case.name_en, case.technology_id, but=case
    ).any
