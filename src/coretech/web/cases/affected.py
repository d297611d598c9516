"""The technologies of a case as its page shows them: what goes in, what comes out, what the council changed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.affected import results_of, sources_of, unfit
from coretech.apps.cases.fields import SeenCase
from coretech.apps.cases.models import Affected, Amendment, Case
from coretech.apps.inventory.models import Candidate
from coretech.apps.meetings.dossier import seen
from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.register.rows import Row
from coretech.web.shell.words import say, tr

_NAME = Sentence("名稱", "Name")
_SCOPE = Sentence("範疇", "Scope")
_AUTHORITY = Sentence("主管機關", "Authority")
_SECTOR = Sentence("領域", "Sector")


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """An amendment: when, what had been proposed, and why it was changed where that may be read."""

    at: dt.datetime
    before: tuple[list[Row], ...]
    why: str


@dataclass(frozen=True, slots=True)
class AffectedView:
    """The technologies as names and values; ``unfit`` says what is still to be named."""

    sources: tuple[list[Row], ...]
    results: tuple[list[Row], ...]
    removal: bool
    unfit: Refused | None
    amendments: tuple[AmendmentView, ...]


def affected_view(by: Acting, case: Case) -> AffectedView:
    """What this reader may know of the technologies of a case."""
    view = seen(by, case)
    return AffectedView(
        sources=tuple(_rows(view, row, by.today) for row in sources_of(case)),
        results=tuple(_rows(view, row, by.today) for row in results_of(case)),
        removal=case.aspect == Candidate.Aspect.REMOVAL,
        unfit=unfit(case),
        amendments=tuple(
            _amendment(view, each, by.today) for each in case.amendments.all() if view.shows(each, "before")
        ),
    )


def _rows(view: SeenCase, row: Affected, day: dt.date) -> list[Row]:
    scope = tr(row.scope_zh, row.scope_en or row.scope_zh) if view.shows(row, "scope_zh") else ""
    return [
        (_NAME, say(row.name)),
        *([(_SCOPE, scope)] if scope else []),
        (_AUTHORITY, say(row.authority.name_on(day))),
        (_SECTOR, say(row.sector.name)),
    ]


def _amendment(view: SeenCase, amendment: Amendment, day: dt.date) -> AmendmentView:
    return AmendmentView(
        at=amendment.amended_at,
        before=tuple(_told(row, day) for row in amendment.before["results"]),
        why=amendment.why if view.shows(amendment, "why") else "",
    )


def _told(row: Mapping[str, str], day: dt.date) -> list[Row]:
    """A result as the amendment keeps it, its codes as names."""
    authority, sector = Agency.objects.get(code=row["authority"]), Sector.objects.get(code=row["sector"])
    scope = tr(row["scope_zh"], row["scope_en"] or row["scope_zh"])
    return [
        (_NAME, say(Sentence(row["name_zh"], row["name_en"]))),
        *([(_SCOPE, scope)] if scope else []),
        (_AUTHORITY, say(authority.name_on(day))),
        (_SECTOR, say(sector.name)),
    ]
