"""Postings, and the agencies people are posted to."""

from typing import Annotated, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Status
from pydantic import StringConstraints

from coretech.api.accounts import PostingShown, posting_shown
from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.places_in_room import PersonShown
from coretech.api.schemas import NO_NUL, AddressNumber, Code, Day, Given, Id, Line, Words
from coretech.apps.audit.rulings import allow
from coretech.apps.people.agency_names import NewName
from coretech.apps.people.finding import agency_coded, find_posting
from coretech.apps.people.operations.end_posting import end_posting
from coretech.apps.people.operations.found_agency import found_agency
from coretech.apps.people.operations.post_person import Post, post_person
from coretech.apps.people.operations.rename_agency import rename_agency
from coretech.apps.people.operations.set_agency_kind import set_agency_kind
from coretech.apps.people.queries import postings_at
from coretech.law.access import Action

router = Router(tags=["accounts"])
agencies = Router(tags=["agencies"])

ZhName = Annotated[str, StringConstraints(strict=True, max_length=80, pattern=NO_NUL)]
EnName = Annotated[str, StringConstraints(strict=True, max_length=120, pattern=NO_NUL)]
Kind = Literal["funding_agency", "public_institute", "other"]


class PostGiven(Given):
    """Whom to post, where, as what, and between which days; both are served."""

    person: Id
    agency: Code
    kind: Literal["officer", "announcer"]
    start: Day
    end: Day | None = None


class LastGiven(Given):
    """The last day served."""

    last: Day


class AgencyNameGiven(Given):
    """A name, the day it is borne from, and the document it comes from."""

    zh: ZhName
    en: EnName
    since: Day
    source: Line


class AgencyKindGiven(Given):
    """Whether article 9(1) binds the agency, and where that comes from."""

    kind: Kind
    source: Line


class AgencyGiven(AgencyNameGiven):
    """A new agency: its code, its first name, its kind."""

    code: Code
    kind: Kind
    kind_source: Line


class PersonPostedShown(PostingShown):
    """A posting, with who holds it and whether there is an open account."""

    person: PersonShown
    has_account: bool


@router.post("", response=WRITTEN, summary="登錄職務 / Post somebody")
def post_somebody(request: HttpRequest, given: PostGiven) -> Status[Done]:
    """Post somebody to an agency; an announcer is posted at the Executive Yuan alone (art. 6)."""
    post = Post(given.agency, given.kind, given.start, given.end)
    agency = agency_coded(given.agency)
    return written(request, lambda by: post_person(by, given.person, post), _people(agency.code))


@router.post("/{posting_id}/ending", response=WRITTEN, summary="結束職務 / End a posting")
def end_a_posting(request: HttpRequest, posting_id: AddressNumber, given: LastGiven) -> Status[Done]:
    """Enter the last day of a posting, yesterday at the earliest."""
    allow(acting(request), Action.POST_PEOPLE)
    place = _people(find_posting(posting_id).agency.code)
    return written(request, lambda by: end_posting(by, posting_id, given.last), place)


@agencies.get("/{agency_code}/people", response=list[PersonPostedShown], summary="在職人員 / People posted")
def show_agency_people(request: HttpRequest, agency_code: Code) -> list[PersonPostedShown]:
    """Who is posted at an agency, for its officers, the Office and administrators; no address is told."""
    by = acting(request)
    allow(by, Action.READ_BODY)
    found = postings_at(by, agency_coded(agency_code))
    return [
        PersonPostedShown(
            **posting_shown(each, by.today).model_dump(),
            person=PersonShown(id=each.person_id, name=Words.of(each.person.name)),
            has_account=each.person.account is not None and each.person.account.is_active,
        )
        for each in found
    ]


@agencies.post("", response=WRITTEN, summary="新增機關 / Enter an agency")
def enter_an_agency(request: HttpRequest, given: AgencyGiven) -> Status[Done]:
    """Enter an agency with its code, first name and kind, each with its source."""
    name = _name(given)
    return written(request, lambda by: found_agency(by, given.code, name, given.kind, given.kind_source))


@agencies.post("/{agency_code}/names", response=WRITTEN, summary="機關改名 / Rename an agency")
def rename_an_agency(request: HttpRequest, agency_code: Code, given: AgencyNameGiven) -> Status[Done]:
    """Give an agency a new name from a day on; earlier names stay for their days."""
    return written(request, lambda by: rename_agency(by, agency_code, _name(given)), _people(agency_code))


@agencies.put("/{agency_code}/kind", response=WRITTEN, summary="機關種類 / Kind of an agency")
def set_kind_of_agency(request: HttpRequest, agency_code: Code, given: AgencyKindGiven) -> Status[Done]:
    """Say whether article 9(1) binds an agency to keep an inventory, and where that comes from."""
    return written(
        request,
        lambda by: set_agency_kind(by, agency_code, given.kind, given.source),
        _people(agency_code),
    )


def _name(given: AgencyNameGiven) -> NewName:
    return NewName(given.zh, given.en, given.since, given.source)


def _people(code: str) -> str:
    return reverse("api:show_agency_people", kwargs={"agency_code": code})
