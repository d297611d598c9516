"""The page of agencies under the names they had."""

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("stage")


def test_an_agency_stands_under_each_name_it_had() -> None:
    page = Client().get("/agencies/").text

    assert page.index("行政院國家科學委員會") < page.index("科技部") < page.rindex("國家科學及技術委員會")
    assert "行政院農業委員會" in page


def test_duties_that_moved_name_both_agencies_as_they_were_called_then() -> None:
    page = Client().get("/en/agencies/").text

    assert "cyber-security policy and duties went from Department of Cyber Security, Executive Yuan" in page
    assert "to Ministry of Digital Affairs" in page
