"""The page of a body's statistics, and its CSV."""

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.bodies.models import Body
from tests.factories import minutes_factories
from tests.web.page_text import text_of

Visit = Callable[[str], Client]


def page(kind: str = Body.Kind.COUNCIL) -> str:
    return f"/bodies/{Body.objects.filter(kind=kind).earliest('pk').pk}/statistics/"


def test_the_page_tells_the_figures_in_both_languages(visit: Visit) -> None:
    minutes_factories.held()

    chinese, english = text_of(visit("office"), page()), text_of(visit("member-05"), "/en" + page())

    for words in ("第3席 委員03", "1小時35分", "二親等以內親屬", "記名表決"):
        assert words in chinese.replace("\u3000", " ")
    for words in ("Seat 3: Member 03", "1 h 35 min", "Relative within the second degree"):
        assert words in english


def test_the_csv_has_the_same_figures(visit: Visit) -> None:
    minutes_factories.held()

    answer = visit("office").get(f"{page()}csv/?from=2025-01-01&to=2025-12-31")

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    held = [row["value"] for row in rows if row["measure"] == "meetings" and row["class"] == "held"]
    assert held == ["1"]
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_a_day_that_is_none_is_told_at_its_field(visit: Visit) -> None:
    answer = visit("office").get(f"{page()}?from=114.2.30&to=")

    assert answer.status_code == 422
    assert "曆法上沒有這一天" in answer.content.decode()


@pytest.mark.parametrize("username", ["public", "agency-nstc", "announcer"])
def test_whoever_does_not_read_of_the_meetings_gets_no_figures(visit: Visit, username: str) -> None:
    for where in (page(), f"{page()}csv/"):
        assert visit(username).get(where).status_code == 403


def test_a_panel_s_figures_are_its_agency_s(visit: Visit) -> None:
    panel = Body.objects.get(kind=Body.Kind.PANEL, agency__code="nstc")

    assert visit("agency-nstc").get(f"/bodies/{panel.pk}/statistics/").status_code == 200
    assert visit("office").get(f"/bodies/{panel.pk}/statistics/").status_code == 403
