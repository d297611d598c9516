"""Making what tests of the inventory need, through the project's own operations."""

import datetime as dt

from coretech.apps.inventory.models import Round
from coretech.apps.inventory.operations.name_keeper import Named, name_keeper
from coretech.apps.inventory.operations.open_round import open_round
from coretech.apps.inventory.operations.record_candidate import record_candidate
from coretech.apps.inventory.operations.report_round import report_round
from coretech.apps.inventory.operations.review_round import review_round
from coretech.apps.inventory.yearly.panel_review import PanelFound
from coretech.readers.portfolio_cases.rows import CaseRow
from tests import factories

OFFICER = "agency-nstc"
DAY = factories.DAY
DUE = dt.date(2025, 9, 30)
SCOPE = "補助計畫之衛星與雷達技術"
NOTE = "已查核所有補助計畫，沒有可能項目。"
BOUND = 26
"""How many bundled agencies article 9(1) binds."""

ROW = CaseRow(
    agency="nstc",
    name_zh=factories.NEW_TECHNOLOGY,
    name_en="High-precision satellite attitude control and pointing",
    sector="space",
    why="國內衛星需要。",
)


def keeper(agency: str = "nstc", since: dt.date = DAY) -> None:
    """A unit that keeps the inventory."""
    name_keeper(factories.acting(f"agency-{agency}", since), agency, Named("unit", since, "科技發展處"))


def opened(due: dt.date = DUE, day: dt.date = DAY, agency: str = "nstc") -> Round:
    """An open round."""
    act = open_round(factories.acting(f"agency-{agency}", day), agency, due, SCOPE)
    return round_of(act.subject)


def round_of(subject: str) -> Round:
    """The round an act is about."""
    return Round.objects.get(pk=int(subject.split("/")[1]))


def found(day: dt.date = DAY) -> None:
    """A candidate in the round of the year."""
    record_candidate(factories.acting(OFFICER, day), factories.addition())


def favoured(day: dt.date = DAY, in_favour: int = 8, present: int = 9) -> PanelFound:
    """A panel's review, in favour unless the figures say otherwise."""
    return PanelFound(day, present, in_favour, "審查通過。")


def reviewed(day: dt.date = DAY) -> Round:
    """A round the panel has looked at, with nothing found."""
    made = opened(day=day)
    review_round(factories.acting(OFFICER, day), made.pk, favoured(day))
    made.refresh_from_db()
    return made


def reported(day: dt.date = DAY) -> Round:
    """A nil round that is reported."""
    made = reviewed(day)
    report_round(factories.acting(OFFICER, day), made.pk, NOTE)
    made.refresh_from_db()
    return made
