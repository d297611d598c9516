"""Telling what goes on without end that the process stops."""

from coretech.kit.stopping import at_stop, stop_everything


def test_everything_that_asked_is_told_once_in_the_order_of_asking() -> None:
    told: list[int] = []
    at_stop(lambda: told.append(1))
    at_stop(lambda: told.append(2))

    stop_everything()
    stop_everything()

    assert told == [1, 2]
