"""A year's cycle of the real programme in a browser: reported, signed, returned, published, amended, evaluated."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys import at_the_plans as plans
from tests.journeys.behind import behind
from tests.journeys.reader import Reader
from tests.journeys.server import Server
from tests.journeys.staged import staged

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """The stage with one quarter reported, so that last quarter's words stand ready."""
    with staged() as served:
        behind(served, "a_quarter_reported")
        yield served


@pytest.fixture
def reader(browser: Browser, server: Server) -> Reader:
    """Somebody at a browser."""
    return Reader(browser, server.address)


def test_a_year_of_the_programme_is_reported_published_amended_and_evaluated_by_clicking(
    reader: Reader,
) -> None:
    plans.steer(reader)
    plans.open_quarter(reader)
    sheet = plans.fill_in(reader)
    plans.submit(reader, sheet)
    plans.sign(reader, sheet)
    plans.return_and_correct(reader, sheet)
    report = plans.accept_and_publish(reader, sheet)
    plans.amend(reader, report)
    evaluation = plans.evaluate(reader)
    plans.read_as_a_citizen(reader, report, evaluation)
    assert reader.troubles == []
