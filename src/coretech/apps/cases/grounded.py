"""What a dossier may cite of the inventory: every project its candidate is grounded on."""

import datetime as dt
from collections.abc import Iterator

from django.conf import settings

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.evidence import Offer
from coretech.apps.cases.models import Case
from coretech.apps.inventory.finds.grounds import Ground, grounds_of
from coretech.kit.clock import TAIPEI

_LONGEST = 200


def from_finds(by: Acting, case: Case) -> Iterator[Offer]:
    """Each project, for whoever may open its portfolio; of a confidential one its number alone."""
    for ground in grounds_of(by, case.candidate_id):
        find = ground.find
        yield Offer(
            kind="programme",
            what=_what(ground),
            source=_source(ground, by.today)[:_LONGEST],
            date=find.batch.at.astimezone(TAIPEI).date().isoformat(),
            link=f"{str(settings.CORETECH_ADDRESS).rstrip('/')}/inventory/finds/{find.pk}/",
            score=find.score,
        )


def _what(ground: Ground) -> str:
    project = ground.project
    if project is None:
        return f"機密計畫（比對結果第{ground.find.pk}筆）"
    number = f"（{project.id}）"
    return f"{project.title[: _LONGEST - len(number)]}{number}"


def _source(ground: Ground, day: dt.date) -> str:
    """Agency, year, budget, score and words of the project, as far as the file has them."""
    find, project = ground.find, ground.project
    if project is None:
        return f"機密計畫組合第{find.portfolio.projects_key}號"
    agency = project.agency or find.portfolio.round.agency.name_on(day).zh
    year = "" if project.year is None else f"{project.year}年"
    budget = f"經費{project.budget}" if project.budget else ""
    score = f"比對分數{find.score:.2f}"
    terms = f"共同詞彙：{'、'.join(ground.terms)}" if ground.terms else ""
    return "，".join(part for part in (agency, year, budget, score, terms) if part)
