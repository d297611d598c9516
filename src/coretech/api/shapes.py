"""Parts that several resources show alike: agencies, items of the list, cases in short."""

import datetime as dt

from coretech.api.schemas import Moment, Named, Shown, Words
from coretech.apps.cases.models import Case
from coretech.apps.cases.states import STATE_NAMES
from coretech.apps.people.models import Agency
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import first_valid_from
from coretech.apps.technologies.models import Sector


class Entry(Shown):
    """One item of the list on a day."""

    no: int
    name: str
    name_announced: str
    authority: Words
    sector: Words
    in_force_since: dt.date
    version: int


class CaseBrief(Shown):
    """A case in one line."""

    reference: str
    kind: str
    state: Named
    name: Words
    submitter: Named
    authority: Named
    sector: Named
    opened_at: Moment
    lock: int


def entry(version: ItemVersion, day: dt.date) -> Entry:
    """A version as the list of a day shows it, the authority under its name of that day."""
    return Entry(
        no=version.item.number,
        name=version.name_zh,
        name_announced=version.name_announced,
        authority=Words.of(version.authority.name_on(day)),
        sector=Words.of(version.sector.name),
        in_force_since=first_valid_from(version),
        version=version.version,
    )


def agency_on(agency: Agency, day: dt.date) -> Named:
    """An agency's code and its name on a day."""
    return Named.under(agency.code, agency.name_on(day))


def sector_of(sector: Sector) -> Named:
    """A sector's code and name."""
    return Named.under(sector.code, sector.name)


def case_brief(case: Case, today: dt.date) -> CaseBrief:
    """A case in one line."""
    return CaseBrief(
        reference=case.reference,
        kind=case.kind,
        state=Named.under(case.state, STATE_NAMES[case.stands_at]),
        name=Words.of(case.name),
        submitter=agency_on(case.submitter, today),
        authority=agency_on(case.authority, today),
        sector=sector_of(case.sector),
        opened_at=case.opened_at,
        lock=case.lock,
    )
