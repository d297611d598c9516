"""Supplies through the API: a check with every error by its row, and all rows recorded or none."""

import pytest

from coretech.apps.supplies.models import SupplyReturn
from tests import factories
from tests.api.caller import Caller, json_of, problem_of
from tests.factories import supplies_factories as supplies


@pytest.fixture(autouse=True)
def _staged(public: Caller) -> None:  # noqa: ARG001 - asked for, not read
    supplies.staged()


def lines(**changed: str) -> dict[str, object]:
    found = supplies.months("coal", 2, factories.DAY, stock=40, consumption=30)
    texts = [{name: str(value) for name, value in each.items()} for each in found]
    return {"returns": [texts[0], texts[1] | changed]}


@pytest.fixture
def officer() -> Caller:
    return Caller.named(supplies.OFFICER)


def test_a_check_tells_what_would_change_and_writes_nothing(officer: Caller) -> None:
    checked = json_of(officer.post("/supply-returns/check", lines()))

    assert (checked["new"], checked["restating"], checked["faults"]) == (2, 0, [])
    assert not SupplyReturn.objects.exists()


def test_every_error_is_told_by_its_line_and_column(officer: Caller) -> None:
    checked = json_of(officer.post("/supply-returns/check", lines(stock="-1", unit="公秉")))

    assert {(each["line"], each["column"]) for each in checked["faults"]} >= {(2, "unit")}
    problem_of(officer.post("/supply-returns", lines(stock="-1")), 422)
    assert not SupplyReturn.objects.exists()


def test_what_was_filed_is_read_back_and_the_public_sees_it_added_up(officer: Caller) -> None:
    seen = json_of(officer.post("/supply-returns/check", lines()))["digest"]
    officer.done("/supply-returns", lines() | {"seen": seen})
    inside, outside = officer.read("/supplies/coal"), Caller().read("/supplies/coal")

    assert [each["stock"] for each in inside["returns"]] == ["40", "40"]
    assert (outside["stock"], "reporter" in outside["returns"][0]) == ("40", False)
    assert {each["commodity"] for each in Caller().read("/supplies")} < {
        each["commodity"] for each in officer.read("/supplies")
    }


def test_a_check_that_is_outdated_is_refused(officer: Caller) -> None:
    seen = json_of(officer.post("/supply-returns/check", lines(stock="5")))["digest"]
    officer.done("/supply-returns", lines())

    problem_of(officer.post("/supply-returns", lines(stock="5") | {"seen": seen}), 409)


def test_only_officers_file_and_what_is_not_public_is_not_there(officer: Caller) -> None:
    problem_of(Caller.named("office").post("/supply-returns", lines()), 403)
    problem_of(Caller().post("/supply-returns", lines()), 401)
    problem_of(Caller().get("/supplies/soy"), 404)
    assert officer.get("/supplies/soy").status_code == 200
