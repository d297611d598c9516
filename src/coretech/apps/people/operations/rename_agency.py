"""Giving an agency a new name from a day on; the names before it stay for the days they were borne."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.agency_names import NewName, give_name
from coretech.apps.people.finding import lock_agency
from coretech.apps.people.models import Agency
from coretech.kit.refusal import bad_input
from coretech.law.access import Action


def check(by: Acting) -> None:
    """Whether this person keeps the agencies."""
    allow(by, Action.KEEP_AGENCIES)


@operation
def rename_agency(by: Acting, code: str, name: NewName) -> Act:
    """End the newest name the day before, and give the new one."""
    check(by)
    agency = lock_agency(code)
    _end_newest(agency, name.since)
    give_name(agency, name)
    public = {"zh": name.zh.strip(), "en": name.en.strip(), "from": name.since.isoformat()}
    return record(by, "agency.renamed", f"agency/{code}", public=public)


def _end_newest(agency: Agency, since: dt.date) -> None:
    newest = agency.names.last()
    if newest is None:
        return
    last = since - dt.timedelta(days=1)
    if newest.valid_from is not None and since <= newest.valid_from:
        raise bad_input(
            "since",
            f"現有名稱自{newest.valid_from.isoformat()}起使用，新名稱須晚於該日。",
            f"The name on record began on {newest.valid_from.isoformat()}; a new one begins later.",
        )
    if newest.valid_until is None or newest.valid_until > last:
        newest.valid_until = last
        newest.save(update_fields=["valid_until"])
