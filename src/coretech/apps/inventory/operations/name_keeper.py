"""Naming the unit or the person that keeps an agency's inventory (art. 9(1))."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.models import Keeper
from coretech.apps.inventory.yearly.keepers import officers_on
from coretech.apps.inventory.yearly.rounds import find_agency
from coretech.apps.people.models import Agency, Person
from coretech.kit.refusal import bad_input
from coretech.kit.roc import said
from coretech.law.access import Action, Matter

LONGEST_NAME = 120
_AHEAD = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Named:
    """A unit by its name; a person by name, or by the number of one of the agency's officers."""

    kind: str
    since: dt.date
    name: str = ""
    person: int | None = None


def check(by: Acting, agency: str) -> None:
    """Whether this person may name the keeper of this agency's inventory."""
    allow(by, Action.KEEP_INVENTORY, Matter(agencies=frozenset({agency})))


@operation
def name_keeper(by: Acting, agency_code: str, named: Named) -> Act:
    """Name the keeper from a day on; whoever kept it before is kept on record."""
    check(by, agency_code)
    agency = find_agency(by, agency_code)
    hold(f"keeper:{agency.pk}")
    _refuse_bad(by, agency, named)
    person = _officer(agency, named)
    keeper = Keeper.objects.create(
        agency=agency,
        kind=named.kind,
        name=named.name.strip() if person is None else person.name_zh,
        person=person,
        since=named.since,
        named_at=by.at,
    )
    return record(
        by,
        "inventory.keeper_named",
        f"keeper/{keeper.pk}",
        public={"agency": agency.code, "kind": keeper.kind, "since": keeper.since.isoformat()},
        confidential={"name": keeper.name, "person": keeper.person_id},
        rows=[keeper],
    )


def _refuse_bad(by: Acting, agency: Agency, named: Named) -> None:
    if named.kind not in Keeper.Kind.values:
        raise bad_input("kind", "請選擇專責單位或專人。", "Choose a unit or a person.")
    if named.kind == Keeper.Kind.UNIT and named.person is not None:
        raise bad_input("person", "專責單位不必指定人員。", "A unit is named without a person.")
    if named.person is None and not 0 < len(named.name.strip()) <= LONGEST_NAME:
        raise bad_input(
            "name",
            f"請填寫單位或人員名稱（{LONGEST_NAME}字以內）。",
            f"Give the name of the unit or the person, {LONGEST_NAME} characters at most.",
        )
    if named.since > by.today + _AHEAD:
        raise bad_input("since", "起始日請在一年以內。", "Choose a first day within a year from today.")
    before = Keeper.objects.filter(agency=agency).order_by("-since", "-pk").first()
    if before is not None and named.since < before.since:
        day = said(before.since)
        raise bad_input(
            "since",
            f"起始日不得早於前一次指定的{day.zh}。",
            f"The first day cannot be before {day.en}, when the keeper before this one began.",
        )


def _officer(agency: Agency, named: Named) -> Person | None:
    """The officer named by number, who must serve the agency on the first day."""
    if named.person is None:
        return None
    for person in officers_on(agency, named.since):
        if person.pk == named.person:
            return person
    raise bad_input(
        "person",
        "此人在起始日不是貴機關的承辦人；請另選，或改填姓名。",
        "That person is no officer of the agency on the first day; choose another, or write the name.",
    )
