"""The list of any day, as known on any day, against a slow and obvious reading of the same versions."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from coretech.apps.register.lineage import continued_by, continues, previous_of
from coretech.apps.register.listed import listed_as, newest_version
from coretech.apps.register.models import RegisterItem
from coretech.apps.register.queries import difference, edition_on, history, in_effect_versions, in_force
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import kinds_factories
from tests.factories import register_factories as register
from tests.register_machine import AnyRegister

pytestmark = pytest.mark.usefixtures("stage")

WRONG, RIGHT = dt.date(2025, 9, 10), dt.date(2025, 9, 11)
_TRIED = settings(
    max_examples=6,
    stateful_step_count=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def test_whatever_is_announced_and_corrected_every_list_is_what_the_slow_reading_says() -> None:
    run_state_machine_as_test(AnyRegister, settings=_TRIED)

    assert len(AnyRegister.reached) > 5, AnyRegister.reached  # or else the sequences tried too little


@pytest.fixture
def corrected(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    """Item 12, renamed on the first of September, with its authority entered wrongly and put right on the tenth."""
    edition = register.renamed_on()
    register.filed(edition=edition, day=WRONG)
    register.corrected(12, 2, RIGHT, authority="moea")


def authority(known_at: dt.date | None) -> str:
    (version,) = [each for each in in_force(register.LATER, known_at) if each.item.number == 12]
    return version.authority.code


@pytest.mark.usefixtures("corrected")
def test_a_correction_counts_for_every_day_and_from_when_it_was_made() -> None:
    assert [authority(day) for day in (WRONG, RIGHT, None)] == ["nstc", "moea", "moea"]


@pytest.mark.usefixtures("corrected")
def test_an_item_is_told_as_known_on_a_day() -> None:
    before, after = history(12, WRONG), history(12)

    assert ([each.version for each in before], [each.version for each in after]) == ([1, 2], [1, 2, 3])
    shown = in_effect_versions(after, register.LATER)
    assert shown is not None
    assert (shown.version, shown.change, shown.listed_since) == (3, "renamed", dt.date(2023, 12, 5))


@pytest.mark.usefixtures("corrected")
def test_what_changed_between_two_days_is_told_as_known_on_a_day() -> None:
    def moved(known_at: dt.date) -> list[str]:
        found = difference(dt.date(2025, 8, 31), register.LATER, known_at)
        return [each.after.authority.code for each in found if each.after is not None]

    assert (moved(WRONG), moved(RIGHT), moved(dt.date(2025, 8, 1))) == (["nstc"], ["moea"], [])


@pytest.mark.usefixtures("corrected")
def test_cases_start_from_an_item_as_corrected() -> None:
    technology = RegisterItem.objects.get(number=12).technology
    newest, listed = newest_version(technology), listed_as(technology)

    assert newest is not None
    assert listed is not None
    assert (newest.version, listed.authority.code) == (3, "moea")


@pytest.mark.usefixtures("corrected")
def test_the_version_before_a_correction_is_the_one_before_what_it_corrects() -> None:
    versions = history(12)

    assert [None if (old := previous_of(each)) is None else old.version for each in versions] == [None, 1, 1]


def test_the_lineage_of_a_split_goes_through_corrections_on_both_sides() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "split"))
    kinds_factories.name(case, kinds_factories.split_results())
    kinds_factories.brought_to_the_list(case)
    register.filed(edition=2, day=WRONG)
    register.corrected(12, 2, RIGHT, name_en="Space-grade things, split")
    register.corrected(23, 1, RIGHT, authority="moea")

    ended, began = history(12)[-1], history(23)[-1]
    assert (ended.change, ended.version, began.change, began.version) == ("split", 3, "added", 2)
    assert [(each.item.number, each.version) for each in continued_by(ended)] == [(23, 2), (24, 1)]
    assert [(each.item.number, each.version) for each in continues(began)] == [(12, 3)]


def test_before_anything_was_known_no_item_is_there_and_no_edition() -> None:
    before = dt.date(2023, 12, 4)

    with pytest.raises(Refused) as refused:
        history(12, before)
    assert refused.value.status == 404
    assert (in_force(factories.DAY, before), edition_on(factories.DAY, before)) == ([], None)
