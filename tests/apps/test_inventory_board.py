"""The board of inventories, and one letter a day of what is late and what falls due."""

import datetime as dt

import pytest
from django.core import mail
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Outbox
from coretech.apps.inventory.operations.acknowledge_round import acknowledge_round
from coretech.apps.inventory.operations.remind import remind
from coretech.apps.inventory.yearly.board import Line, Mark, board, board_on
from coretech.apps.inventory.yearly.reminders import Reminder, due_reminders, late_agencies, letters
from coretech.apps.people.kinds import bundled_kinds
from coretech.apps.people.models import Agency
from coretech.jobs.outbox import send_due
from coretech.jobs.reminders import deadlines_of, remind_today
from coretech.kit.agencies import bundled_names
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.duties import Status
from coretech.law.terms import BodyKind
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.factories import inventory_factories as inventory

pytestmark = pytest.mark.usefixtures("stage")

DAY = inventory.DAY
MONDAY = dt.date(2025, 6, 2)
TUESDAY = dt.date(2025, 6, 3)
NSTC = "National Science and Technology Council"


def line_of(code: str, day: dt.date = DAY, year: int = 2025) -> Line:
    (line,) = [each for each in board_on(day, year).lines if each.agency.code == code]
    return line


def reminded(day: dt.date, username: str = "agency-nstc") -> list[Reminder]:
    return due_reminders(deadlines_of(Account.objects.get(username=username), day), day)


def test_every_agency_of_the_bundled_facts_has_a_kind_with_its_source() -> None:
    kinds = bundled_kinds()

    assert kinds.keys() == {name.code for name in bundled_names()}
    assert all(kind.source.zh != kind.source.en for kind in kinds.values())
    bound = {code for code, kind in kinds.items() if kind.kind is not BodyKind.OTHER}
    assert len(bound) == inventory.BOUND
    assert set(Agency.objects.exclude(kind="other").values_list("code", flat=True)) == bound


def test_the_office_sees_every_bound_agency_and_an_officer_the_own_one() -> None:
    codes = {line.agency.code for line in board(factories.acting("office")).lines}

    assert len(codes) == inventory.BOUND
    assert [line.agency.code for line in board(factories.acting("agency-moa")).lines] == ["moa"]
    assert statuses_for(("member-02", "announcer", "public", "panel-nstc-02"), board) == {403}


def test_an_agency_that_did_nothing_lacks_a_keeper_and_a_round() -> None:
    line = line_of("moea")

    assert line.marks == (Mark.NO_KEEPER, Mark.NOT_OPENED)
    assert {name: duty.status for name, duty in line.owed.items()} == {
        "inventory-owner": Status.DUE,
        "inventory": Status.DUE,
    }


@pytest.mark.parametrize(
    ("day", "mark"),
    [
        (DAY, Mark.RUNNING),
        (inventory.DUE - dt.timedelta(days=31), Mark.RUNNING),
        (inventory.DUE - dt.timedelta(days=30), Mark.DUE_SOON),
        (inventory.DUE, Mark.DUE_SOON),
        (inventory.DUE + dt.timedelta(days=1), Mark.LATE),
    ],
)
def test_a_running_round_is_due_soon_within_thirty_days_and_late_after_its_day(
    day: dt.date, mark: Mark
) -> None:
    inventory.keeper()
    inventory.opened()

    assert line_of("nstc", day).marks == (mark,)


def test_a_year_without_an_inventory_is_missed_once_it_is_over() -> None:
    inventory.keeper()

    assert Mark.MISSED not in line_of("nstc", dt.date(2025, 12, 31)).marks
    assert line_of("nstc", dt.date(2026, 1, 1)).marks[0] is Mark.MISSED


def test_a_report_waits_for_the_office_and_is_then_done_until_something_more_is_found() -> None:
    inventory.keeper()
    made = inventory.reported()
    assert line_of("nstc").marks == (Mark.TO_ACKNOWLEDGE,)
    assert {duty.status for duty in line_of("nstc").owed.values()} == {Status.MET}

    acknowledge_round(factories.acting("office"), made.pk)
    assert line_of("nstc").marks == (Mark.DONE,)

    inventory.found()
    assert line_of("nstc").marks == (Mark.NOT_REVIEWED,)


def test_what_needs_attention_stands_first_and_what_is_done_last() -> None:
    inventory.keeper()
    made = inventory.reported()
    acknowledge_round(factories.acting("office"), made.pk)
    inventory.keeper("moea")
    inventory.opened(dt.date(2025, 6, 30), agency="moea")

    lines = board_on(dt.date(2025, 7, 1), 2025).lines

    assert lines[0].agency.code == "moea"
    assert lines[-1].agency.code == "nstc"


def test_an_agency_that_is_not_bound_is_shown_after_the_others_and_owes_nothing() -> None:
    Agency.objects.filter(code="nstc").update(kind="other")
    inventory.opened()

    line = board_on(DAY, 2025).lines[-1]

    assert (line.agency.code, line.bound, dict(line.owed)) == ("nstc", False, {})


def test_one_letter_each_tells_late_things_first_with_links_and_no_confidential_word(
    settings: Settings,
) -> None:
    settings.CORETECH_ADDRESS = "https://list.example"
    inventory.keeper()
    made = inventory.opened()
    inventory.found()
    day = inventory.DUE + dt.timedelta(days=3)

    (letter,) = letters(deadlines_of(Account.objects.get(username="agency-nstc"), day), day)

    assert letter.subject == Sentence("期限提醒：逾期1件，將到期0件", "Reminder: 1 late, 0 coming due")
    assert (
        "逾期（民國114年9月30日到期）：盤點結果待專家審查：國家科學及技術委員會民國114年盤點" in letter.text
    )
    assert f"https://list.example/inventory/rounds/{made.pk}/" in letter.text
    assert not any(word in letter.text for word in (factories.NEW_TECHNOLOGY, inventory.SCOPE))


def test_what_has_no_day_is_told_on_mondays_and_a_far_day_not_yet() -> None:
    def of_the_inventory(day: dt.date) -> set[str]:
        return {each.what.en for each in reminded(day) if each.path == "/inventory/rounds/"}

    assert [NSTC in each for each in of_the_inventory(MONDAY)] == [True]
    assert of_the_inventory(TUESDAY) == set()
    assert of_the_inventory(dt.date(2025, 11, 30)) == set()
    assert [NSTC in each for each in of_the_inventory(dt.date(2025, 12, 2))] == [True]


def test_the_office_is_told_how_many_agencies_are_late() -> None:
    inventory.opened()
    inventory.opened(agency="moea")

    assert list(late_agencies(inventory.DUE)) == []
    (told,) = late_agencies(inventory.DUE + dt.timedelta(days=1))
    assert told.what.en == "Agencies late with their inventory: 2"
    assert told.account == Account.objects.get(username="office").pk


def test_a_letter_is_in_its_reader_s_language() -> None:
    Account.objects.filter(username="office").update(language="en")
    office = Account.objects.get(username="office").pk
    reminders = [Reminder(office, Sentence("收悉", "Acknowledge"), "/inventory/rounds/", DAY)]

    (letter,) = letters(reminders, DAY)

    assert "Due 2 June 2025: Acknowledge" in letter.text
    assert "/en/inventory/rounds/" in letter.text


def test_reminders_go_out_once_a_day_however_often_the_job_runs(settings: Settings) -> None:
    settings.CORETECH_DEMO = False
    by = factories.acting("office")
    reminders = [Reminder(by.account_id or 0, Sentence("收悉", "Acknowledge"), "/inventory/rounds/", DAY)]

    remind(by, reminders)
    assert refused(lambda: remind(by, reminders)).status == 409
    assert Outbox.objects.count() == 1
    tomorrow = factories.acting("office", DAY + dt.timedelta(days=1))
    remind(tomorrow, reminders)
    assert Outbox.objects.count() == 2
    send_due()
    assert len(mail.outbox) == 2


def test_the_daily_job_sends_in_the_office_s_name_and_the_second_time_nothing() -> None:
    inventory.opened(dt.date(2025, 6, 3))

    letters_sent = remind_today()

    accounts = list(Outbox.objects.values_list("recipient", flat=True))
    assert letters_sent == len(accounts) == len(set(accounts)) > 0
    assert remind_today() == 0
    assert Outbox.objects.count() == letters_sent


def test_nobody_but_the_office_sends_reminders() -> None:
    def run(by: Acting) -> object:
        return remind(by, [])

    assert statuses_for(("agency-nstc", "member-02", "public"), run) == {403}
    with pytest.raises(Refused):
        remind(factories.acting("administrator"), [])
