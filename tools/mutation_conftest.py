"""A mutant is told by the code alone: the same examples each time, and nothing remembered from test to test."""

from hypothesis import settings

from coretech.law.facts import slots_of
from coretech.law.parameters import ENACTED
from coretech.law.provisions import provisions

settings.register_profile("mutation", derandomize=True, database=None, deadline=None)
settings.load_profile("mutation")


def pytest_runtest_setup() -> None:
    """Forget what the law keeps once read, so that every test reads it through the mutant."""
    slots_of.cache_clear()
    provisions.cache_clear()
    for kept in ("all", "_days", "_views"):
        vars(ENACTED).pop(kept, None)
