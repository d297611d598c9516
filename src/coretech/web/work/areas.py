"""The areas of standing work a reader may open: inventories, requests, reviews, templates; for links between them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.documents.operations import set_template
from coretech.apps.inventory import queries
from coretech.apps.inventory.asked import requests
from coretech.apps.inventory.finds import portfolios
from coretech.apps.inventory.yearly import rounds
from coretech.apps.register import reviews
from coretech.apps.reports.coordination import issues
from coretech.apps.reports.sheets.access import require_sheet_reader
from coretech.apps.scope import queries as scope_queries
from coretech.apps.watch.signals import gathering as signals
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Area:
    """A page and what is done there; ``check`` refuses whoever may not open it."""

    page: str
    words: Sentence
    check: Callable[[Acting], object]


AREAS = (
    Area("inventory", Sentence("候選項目與成案", "Candidates, and opening cases"), queries.require_reader),
    Area(
        "rounds",
        Sentence("盤點情形：每年盤點、專責單位、提報", "The board: yearly rounds, keepers and reports"),
        rounds.require_reader,
    ),
    Area(
        "portfolios",
        Sentence("計畫組合：比對、判斷、複審", "Portfolios: screening, judging, second looks"),
        portfolios.require_judge,
    ),
    Area("requests", Sentence("請求與通知", "Requests and notices"), requests.require_reader),
    Area("scope_questions", Sentence("範疇詢問", "Scope questions"), scope_queries.require_reader),
    Area(
        "signals",
        Sentence("技術訊號、評估與掃描紀錄", "Signals by technology, assessments, the scan log"),
        signals.require_reader,
    ),
    Area("reviews", Sentence("年度檢討", "Yearly reviews"), reviews.require_reader),
    Area("sheets", Sentence("計畫執行情形填報表", "Sheets: how plans are carried out"), require_sheet_reader),
    Area("issues", Sentence("計畫的協調議題", "Coordination issues of plans"), issues.require_reader),
    Area("templates", Sentence("公文範本", "Templates of documents"), set_template.check),
)


def areas(by: Acting, here: str = "") -> list[tuple[Sentence, str]]:
    """The areas this reader may open, each with its address, without the page one is on."""
    return [
        (area.words, reverse(area.page))
        for area in AREAS
        if area.page != here and refusal_of(area.check, by) is None
    ]
