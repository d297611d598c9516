"""Indicators and links over the API."""

import pytest
from django.test import Client

from tests.factories import motion_factories
from tests.factories.motion_factories import KEY, MEASURE, SLUG

pytestmark = pytest.mark.usefixtures("stage")
ALL = f"/api/v1/plans/{SLUG}/indicators"


def test_an_indicator_tells_its_years_its_formula_and_what_was_restated() -> None:
    motion_factories.controlled()
    motion_factories.entered()
    (first, *_), one = Client().get(ALL).json(), Client().get(f"{ALL}/{KEY}").json()
    (told,) = Client().get(f"{ALL}/{KEY}/observations").json()

    assert first == one
    assert one["years"][0] | {"target_words": ""} == {
        "year": 111,
        "target": "10",
        "target_upper": None,
        "target_words": "",
        "actual": "6",
        "forecast": None,
        "share": "0.6",
        "status": one["years"][0]["status"],
    }
    assert one["proposed"]
    assert "累計" not in one["formula"]["zh"]
    assert (told["value"], told["restated_by"]) == ("6", None)


def test_a_link_is_listed_for_the_public_once_it_holds() -> None:
    motion_factories.controlled()
    motion_factories.linked()
    assert Client().get("/api/v1/links").json()["total"] == 0

    motion_factories.linked("accepted", item=13)
    (link,) = Client().get("/api/v1/links").json()["items"]

    assert (link["plan"], link["element"], link["item"]) == (SLUG, MEASURE, 13)
    assert Client().get(f"/api/v1/links/{link['id']}").json() == link
