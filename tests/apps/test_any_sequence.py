"""No sequence of operations reaches the list without every step the law asks for."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.kinds_machine import AnySequence

pytestmark = pytest.mark.usefixtures("stage")

_TRIED = settings(
    max_examples=16,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def test_no_sequence_reaches_the_list_without_every_step_the_law_asks_for() -> None:
    run_state_machine_as_test(AnySequence, settings=_TRIED)

    assert len(AnySequence.reached) > 2, AnySequence.reached  # or else the sequences tried too little
