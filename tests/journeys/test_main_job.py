"""A renaming and an addition, carried from the inventory to the register by clicking."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.at_the_agency import check_by_office, submitted_case
from tests.journeys.in_public import announce, look_around, pre_announce, read_the_register
from tests.journeys.in_the_council import hold_meeting, prepare_meeting
from tests.journeys.reader import Reader
from tests.journeys.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(browser: Browser, server: Server) -> Reader:
    """Somebody at a browser."""
    return Reader(browser, server.address)


def test_the_change_is_carried_from_the_inventory_to_the_register_by_clicking(reader: Reader) -> None:
    look_around(reader)
    reader.become("agency-nstc")
    renaming = submitted_case(reader, change_of=12)
    addition = submitted_case(reader, change_of=None)
    check_by_office(reader, renaming, addition)
    meeting = prepare_meeting(reader, renaming, addition)
    hold_meeting(reader, meeting)
    pre_announce(reader)
    announce(reader)
    read_the_register(reader)
    assert reader.troubles == []
