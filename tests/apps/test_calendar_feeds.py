"""A calendar by secret address: its owner's, as long as its owner keeps it."""

import datetime as dt

import pytest
from icalendar import Calendar, Event

from coretech.apps.accounts.models import Account
from coretech.apps.audit.models import Act
from coretech.apps.duties.feeds import calendar_of, new_key, owner_of
from coretech.apps.duties.models import CalendarFeed
from coretech.apps.duties.operations.end_feed import end_feed
from coretech.apps.duties.operations.make_feed import make_feed
from coretech.apps.people.models import Posting
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import duties_factories as busy

pytestmark = pytest.mark.usefixtures("stage")

OFFICER = "agency-nstc"


def made(username: str = OFFICER) -> str:
    key = new_key()
    make_feed(factories.acting(username), key)
    return key


def opens_nothing(key: str, day: dt.date = busy.DAY) -> bool:
    with pytest.raises(Refused) as refused:
        owner_of(key, factories.acting("public", day).at)
    return refused.value.status == 404


def uids(day: dt.date) -> dict[str, dt.date]:
    file = Calendar.from_ical(calendar_of(factories.acting(OFFICER, day), "zh"))
    events = [event for event in file.walk("VEVENT") if isinstance(event, Event)]
    return {str(event["UID"]): dt.date.fromisoformat(str(event.start)) for event in events}


def test_the_key_opens_its_owners_calendar_and_is_not_kept() -> None:
    key = made()

    assert owner_of(key, factories.acting("public").at).username == OFFICER
    assert key not in str(CalendarFeed.objects.values_list())
    assert key not in str(
        list(Act.objects.order_by("-seq")[:1].values_list("public", "confidential", "subject"))
    )


@pytest.mark.parametrize("key", ["", "x", "ß", "a" * 5000])
def test_any_other_address_opens_nothing(key: str) -> None:
    made()

    assert opens_nothing(key)


def test_a_new_address_ends_the_old_one() -> None:
    old = made()
    new = made()

    assert opens_nothing(old)
    assert owner_of(new, factories.acting("public").at).username == OFFICER
    assert CalendarFeed.objects.count() == 1
    assert Act.objects.latest("seq").kind == "duties.feed_renewed"


def test_an_ended_address_opens_nothing_and_is_ended_once() -> None:
    key = made()
    end_feed(factories.acting(OFFICER))

    assert opens_nothing(key)
    with pytest.raises(Refused) as refused:
        end_feed(factories.acting(OFFICER))
    assert refused.value.status == 409


def test_the_address_of_somebody_who_left_or_cannot_sign_in_opens_nothing() -> None:
    left, barred = made(OFFICER), made("agency-moea")
    Posting.objects.filter(person__account__username=OFFICER).update(end=busy.days(1))
    Account.objects.filter(username="agency-moea").update(is_active=False)

    assert owner_of(left, factories.acting("public").at).username == OFFICER
    assert opens_nothing(left, busy.days(2))
    assert opens_nothing(barred)


def test_nobody_without_a_person_behind_the_account_has_a_calendar() -> None:
    for username in ("public", "administrator"):
        with pytest.raises(Refused) as refused:
            make_feed(factories.acting(username), new_key())
        assert refused.value.status == 403


def test_a_deadline_keeps_its_name_from_day_to_day_and_goes_when_it_is_met() -> None:
    today, later = uids(busy.DAY), uids(busy.days(30))

    assert today == later
    assert "panel-year/body/" in " ".join(today)
    factories.called_meeting()
    assert uids(busy.DAY) == today


def test_the_file_is_the_same_all_day_where_nothing_changed() -> None:
    morning = factories.acting(OFFICER)
    factories.called_meeting()

    assert calendar_of(morning, "zh") == calendar_of(factories.acting(OFFICER), "zh")
    assert calendar_of(morning, "zh") != calendar_of(morning, "en")
