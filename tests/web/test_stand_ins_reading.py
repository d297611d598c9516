"""What somebody sent in a member's place reads: the cases of that meeting, as a member does, and of no other."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.bodies.models import Body
from coretech.apps.bodies.operations.designate_stand_in import designate_stand_in
from coretech.apps.cases.models import Case
from coretech.apps.cases.queries import visible_cases
from coretech.apps.meetings.models import Attendance, Meeting
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.queries import visible_meetings
from tests import factories

Visit = Callable[[str], Client]
DAY = factories.DAY
LATER = DAY + dt.timedelta(days=14)
STAND_IN = "agency-mnd"
DOSSIERS = ("", "dossier/", "dossier/functions/", "dossier/functions/versions/", "attachments/")

pytestmark = pytest.mark.usefixtures("stage")


def send(day: dt.date = DAY, *, back: bool = False) -> None:
    """The ministry sends its officer to its seat for a day, or takes that back."""
    by, seat = factories.acting(STAND_IN), factories.seats()[2]
    designate_stand_in(by, seat.pk, day, None if back else by.person_id, "" if back else "abroad")


def on_an_agenda() -> tuple[Case, Meeting]:
    meeting = factories.called_meeting()
    case = factories.checked_case(factories.addition())
    factories.listed_item(case, meeting)
    return case, meeting


def statuses(visit: Visit, case: Case) -> set[int]:
    client = visit(STAND_IN)
    return {client.get(f"/cases/{case.reference}/{page}").status_code for page in DOSSIERS}


def known(day: dt.date = DAY) -> set[int]:
    return set(visible_cases(factories.acting(STAND_IN, day)).values_list("pk", flat=True))


def test_a_stand_in_reads_what_a_member_reads_once_it_is_declared(visit: Visit) -> None:
    case, meeting = on_an_agenda()
    before = known()
    assert statuses(visit, case) == {404}

    send()

    assert known() == before | {case.pk}
    assert visit(STAND_IN).get(f"/cases/{case.reference}/").status_code == 200
    assert visit(STAND_IN).get(f"/cases/{case.reference}/dossier/").status_code == 403, "nothing is declared"
    declare(factories.acting(STAND_IN), meeting.items.get().pk, Interest(interest=False))
    assert statuses(visit, case) == {200}
    assert case.reference in visit(STAND_IN).get("/cases/").content.decode()


def test_a_stand_in_with_an_interest_reads_nothing(visit: Visit) -> None:
    case, meeting = on_an_agenda()
    send()

    declare(factories.acting(STAND_IN), meeting.items.get().pk, Interest(interest=True))

    for page in ("dossier/", "dossier/functions/"):
        assert visit(STAND_IN).get(f"/cases/{case.reference}/{page}").status_code == 403


def test_a_stand_in_knows_nothing_of_what_another_meeting_decides() -> None:
    case, _ = on_an_agenda()
    waiting = factories.checked_case(factories.renaming())
    send()
    assert waiting.pk not in known()

    send(back=True)
    send(LATER)

    assert case.pk not in known()


def test_the_meeting_of_another_body_on_the_same_day_is_not_the_stand_ins() -> None:
    _, meeting = on_an_agenda()
    other = Meeting.objects.create(
        body=Body.objects.exclude(kind__in=[Body.Kind.PANEL, Body.Kind.COUNCIL]).first() or meeting.body,
        year=meeting.year,
        session=meeting.session + 40,
        kind=meeting.kind,
        held_on=DAY,
        place="elsewhere",
    )
    send()

    seen = visible_meetings(factories.acting(STAND_IN))

    assert meeting in seen
    assert other.body != meeting.body
    assert other not in seen


def test_what_a_stand_in_may_know_ends_with_the_day_a_taking_back_or_a_cancelled_meeting() -> None:
    case, meeting = on_an_agenda()
    send()

    assert case.pk in known()
    assert case.pk not in known(DAY + dt.timedelta(days=1))
    send(back=True)
    assert case.pk not in known()
    send()
    assert case.pk in known()
    cancel_meeting(factories.acting("office"), meeting.pk, "a typhoon")
    assert case.pk not in known()


def test_a_stand_in_whose_member_came_after_all_reads_no_dossier(visit: Visit) -> None:
    case, meeting = on_an_agenda()
    send()
    declare(factories.acting(STAND_IN), meeting.items.get().pk, Interest(interest=False))
    assert statuses(visit, case) == {200}

    Attendance.objects.create(
        meeting=meeting, appointment=factories.seats()[2], status=Attendance.Status.PRESENT
    )

    assert visit(STAND_IN).get(f"/cases/{case.reference}/dossier/").status_code == 403


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_of_the_item_leads_a_stand_in_to_the_case(visit: Visit, language: str) -> None:
    case, meeting = on_an_agenda()
    send()
    declare(factories.acting(STAND_IN), meeting.items.get().pk, Interest(interest=False))

    page = visit(STAND_IN).get(f"{language}/items/{meeting.items.get().pk}/")

    assert page.status_code == 200
    assert f"{language}/cases/{case.reference}/" in page.content.decode()
