"""The scenes of the standing duties: the year's inventory of two agencies, one with nothing found, and a review."""

import datetime as dt
from functools import partial

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.models import Keeper, Round
from coretech.apps.inventory.operations import report_round as reporting
from coretech.apps.inventory.operations.acknowledge_round import acknowledge_round
from coretech.apps.inventory.operations.name_keeper import Named, name_keeper
from coretech.apps.inventory.operations.open_round import open_round
from coretech.apps.inventory.operations.report_round import report_round
from coretech.apps.inventory.operations.review_round import review_round
from coretech.apps.inventory.yearly.facts import report_ruling
from coretech.apps.inventory.yearly.panel_review import PanelFound
from coretech.apps.register.models import AnnualReview
from coretech.apps.register.operations.review_item import Finding, review_item
from coretech.demo.acting import acting_as
from coretech.demo.cast import OFFICE
from coretech.demo.proposals import AGENCY
from coretech.demo.scene import Came, Scene, on
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

NOTHING_FOUND = "moea"
"""The agency whose inventory finds nothing this year."""
REVIEWED = 13
"""The one item that is reviewed; the agency's other items stay owed."""

_AGENCIES = (AGENCY, NOTHING_FOUND)
_UNIT = "科技發展處（示範）"
_SCOPE = "本年度補助、委託及出資之科技計畫"
_FOUND = "候選項目均已審查，同意提報。"
_NIL = "已逐案查核本年度計畫，沒有可能項目。"
_FITS = Finding(
    verdict=AnnualReview.Verdict.FITS.value,
    reasons="技術仍具領先性，管制目的未改變，名稱與範圍均仍適用。",
    scope_questions="本年度接獲2次範圍詢問，均屬一般商用天線，不在範圍內。",
    foreign_lists="主要國家的管制項目沒有變動。",
    evidence="國內研製單位之說明（示範資料）。",
)


def _round(agency: str) -> Round | None:
    """The agency's newest round that has been opened with its due day."""
    rows = Round.objects.select_related("agency").filter(agency__code=agency)
    return rows.exclude(due_on=None).order_by("-year").first()


def _begin(by: Acting) -> Came:
    """Each agency names who keeps its inventory and sets the day it is due; the officer of each does its own."""
    del by
    return Came([act for agency in _AGENCIES if _round(agency) is None for act in _begun(agency)])


def _begun(agency: str) -> list[Act]:
    officer = acting_as(f"agency-{agency}")
    due = max(dt.date(officer.today.year, 9, 30), officer.today)
    kept = Keeper.objects.filter(agency__code=agency).exists()
    named = (
        [] if kept else [name_keeper(officer, agency, Named(Keeper.Kind.UNIT.value, officer.today, _UNIT))]
    )
    return [*named, open_round(officer, agency, due, _SCOPE)]


def _report(agency: str, by: Acting) -> Came:
    """The panel reviews the round as a whole, and the agency reports it; before that, the law closes the door."""
    found = _round(agency)
    if found is None:
        return Came([])
    refused = refusal_of(reporting.check, by, found)
    nil = not found.candidates.exists()
    opinion = PanelFound(by.today, present=9, in_favour=9, opinion=_NIL if nil else _FOUND)
    acts = [review_round(by, found.pk, opinion)] if refused is not None else []
    acts.append(report_round(by, found.pk, _NIL if nil else ""))
    found.refresh_from_db()
    return Came(acts, [report_ruling(found, by.today)], refused)


def _reported(agency: str) -> bool:
    found = _round(agency)
    return found is not None and found.state == Round.State.REPORTED


def _unacknowledged() -> list[Round]:
    rows = Round.objects.filter(agency__code__in=_AGENCIES, state=Round.State.REPORTED)
    return list(rows.filter(acknowledged_at=None).order_by("pk"))


def _acknowledge(by: Acting) -> Came:
    return Came([acknowledge_round(by, reported.pk) for reported in _unacknowledged()])


def _review(by: Acting) -> Came:
    return Came([review_item(by, REVIEWED, _FITS)])


BEGINNING = (
    Scene(
        Sentence(
            "機關指定盤點專責單位，訂定本年度盤點期限",
            "Agencies name who keeps the inventory, and its due day",
        ),
        f"agency-{AGENCY}",
        Action.KEEP_INVENTORY,
        on(2025, 3, 6),
        lambda: all(map(_round, _AGENCIES)),
        _begin,
    ),
)

SCENES = (
    Scene(
        Sentence("盤點結果經專家審查後提報", "The inventory is reviewed by the panel and reported"),
        f"agency-{AGENCY}",
        Action.KEEP_INVENTORY,
        on(2025, 7, 1),
        lambda: _reported(AGENCY),
        partial(_report, AGENCY),
    ),
    Scene(
        Sentence(
            "另一機關盤點結果為無，同樣審查並提報",
            "An agency that found nothing has that reviewed and reports it too",
        ),
        f"agency-{NOTHING_FOUND}",
        Action.KEEP_INVENTORY,
        on(2025, 7, 7),
        lambda: _reported(NOTHING_FOUND),
        partial(_report, NOTHING_FOUND),
    ),
    Scene(
        Sentence("辦公室確認收悉", "The Office acknowledges the reports"),
        OFFICE,
        Action.CHECK,
        on(2025, 7, 14),
        lambda: not _unacknowledged(),
        _acknowledge,
    ),
    Scene(
        Sentence(
            "年度檢討：已檢討一項，其餘各項待檢討", "The yearly review: one item is done, the others are owed"
        ),
        f"agency-{AGENCY}",
        Action.REVIEW_ITEM,
        on(2025, 9, 15),
        lambda: AnnualReview.objects.filter(item__number=REVIEWED).exists(),
        _review,
    ),
)
