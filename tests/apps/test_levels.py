"""Levels of secrecy in a case, and leave given by name."""

import datetime as dt
from collections.abc import Callable

import pytest

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act, Outbox
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.cases.models import Case, Grant, Part
from coretech.apps.cases.operations.attach import attach
from coretech.apps.cases.operations.grant_access import grant_access
from coretech.apps.cases.operations.revoke_access import revoke_access
from coretech.apps.cases.operations.set_level import set_level
from coretech.apps.meetings.attachments import listed_attachments
from coretech.apps.meetings.dossier import open_dossier, open_part, seen
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.law.access import Secrecy
from tests import factories
from tests.apps.refusing import refused, statuses_for

OFFICER, OFFICE, MEMBER = "agency-nstc", "office", "member-03"


@pytest.fixture
def item(stage: None) -> Item:  # noqa: ARG001 - asked for, not read
    return factories.listed_item(factories.checked_case(factories.addition()), factories.called_meeting())


@pytest.fixture
def case(item: Item) -> Case:
    assert item.case is not None
    return item.case


def level(case: Case, name: str, value: str, username: str = OFFICER) -> Act:
    return set_level(factories.acting(username), case.reference, name, value, why="because of it")


def leave(case: Case, username: str, until: dt.date | None = None, by: str = OFFICER) -> Act:
    person = factories.acting(username).person_id or 0
    return grant_access(factories.acting(by), case.reference, person, "takes part", until)


def opens(case: Case, username: str, name: str = "functions", day: dt.date = factories.DAY) -> bool:
    return seen(factories.acting(username, day), case).part(name).is_yes


@pytest.mark.parametrize(
    ("value", "readers"),
    [
        ("open", [MEMBER, "member-04", "member-07"]),
        ("internal", [MEMBER, "member-04"]),
        ("confidential", ["member-04"]),
        ("secret", []),
    ],
)
def test_each_level_asks_for_more(item: Item, case: Case, value: str, readers: list[str]) -> None:
    declare(factories.acting("member-04"), item.pk, Interest(interest=False))
    if value != "confidential":
        level(case, "functions", value)

    found = [username for username in (MEMBER, "member-04", "member-07") if opens(case, username)]

    assert found == readers


@pytest.mark.parametrize("value", list(Secrecy))
def test_to_whoever_is_recused_not_even_what_is_open_opens(item: Item, case: Case, value: Secrecy) -> None:
    declare(factories.acting(MEMBER), item.pk, Interest(interest=True))
    if value is not Secrecy.CONFIDENTIAL:
        level(case, "functions", value.value)

    assert not opens(case, MEMBER)


def test_what_is_secret_opens_to_who_made_it_so_and_to_nobody_else_of_the_same_role(case: Case) -> None:
    level(case, "functions", "secret")

    assert opens(case, OFFICER)
    assert not opens(case, OFFICE)
    dossier = open_dossier(factories.acting(OFFICE), case)
    assert ("functions" in dossier.parts, list(dossier.closed)) == (False, ["functions"])
    assert refused(lambda: open_part(factories.acting(OFFICE), case, "functions")).status == 403


def test_leave_by_name_opens_it_until_its_last_day(item: Item, case: Case) -> None:
    declare(factories.acting(MEMBER), item.pk, Interest(interest=False))
    level(case, "functions", "secret")
    leave(case, MEMBER, factories.DAY + dt.timedelta(days=1))

    assert opens(case, MEMBER, day=factories.DAY + dt.timedelta(days=1))
    assert not opens(case, MEMBER, day=factories.DAY + dt.timedelta(days=2))


def test_leave_that_is_revoked_opens_nothing(case: Case) -> None:
    level(case, "functions", "secret")
    leave(case, OFFICE)
    grant = Grant.objects.latest("pk")

    revoke_access(factories.acting(OFFICER), case.reference, grant.pk, "no longer needed")

    assert not opens(case, OFFICE)
    by = factories.acting(OFFICER)
    assert refused(lambda: revoke_access(by, case.reference, grant.pk, "again")).status == 409
    assert refused(lambda: revoke_access(by, case.reference, 999_999, "none")).status == 404


def test_leave_does_not_stand_in_for_a_declaration(case: Case) -> None:
    level(case, "functions", "secret")
    leave(case, MEMBER)

    assert not opens(case, MEMBER)


def test_nobody_gives_leave_to_themselves(case: Case) -> None:
    level(case, "functions", "secret")

    assert refused(lambda: leave(case, OFFICE, by=OFFICE)).status == 403


@pytest.mark.parametrize("words", ["", " ", "x" * 301])
def test_leave_and_levels_want_a_reason(case: Case, words: str) -> None:
    by, person = factories.acting(OFFICER), factories.acting(OFFICE).person_id or 0

    assert refused(lambda: grant_access(by, case.reference, person, words)).field == "why"
    assert refused(lambda: set_level(by, case.reference, "functions", "open", why=words)).field == "why"


def test_bad_leave_is_refused_by_its_field(case: Case) -> None:
    by, yesterday = factories.acting(OFFICER), factories.DAY - dt.timedelta(days=1)

    assert refused(lambda: grant_access(by, case.reference, 999_999, "x")).field == "person"
    assert refused(lambda: leave(case, OFFICE, yesterday)).field == "until"
    leave(case, OFFICE)
    assert refused(lambda: leave(case, OFFICE)).status == 409


def test_a_level_belongs_to_all_versions_and_nothing_else_of_them_changes(case: Case) -> None:
    before = list(Part.objects.filter(case=case, name="functions").values_list("version", "text"))

    act = level(case, "functions", "secret")

    assert list(Part.objects.filter(case=case, name="functions").values_list("version", "text")) == before
    assert set(Part.objects.filter(case=case, name="functions").values_list("level", flat=True)) == {"secret"}
    assert act.public == {"part": "functions", "before": "confidential", "after": "secret"}


def test_a_level_is_refused_where_it_is_none_or_there_already(case: Case) -> None:
    assert refused(lambda: level(case, "functions", "top")).field == "level"
    assert refused(lambda: level(case, "nothing", "open")).field == "target"
    assert refused(lambda: level(case, "functions", "confidential")).status == 409


def test_two_who_set_levels_do_not_overwrite_each_other(case: Case) -> None:
    by, seen_lock = factories.acting(OFFICER), Case.objects.get(pk=case.pk).lock
    set_level(by, case.reference, "functions", "open", why="published", seen=seen_lock)

    told = refused(lambda: set_level(by, case.reference, "functions", "secret", why="new", seen=seen_lock))

    assert told.status == 409


def test_whoever_may_not_read_what_is_secret_cannot_lower_its_level(case: Case) -> None:
    level(case, "functions", "secret")

    assert refused(lambda: level(case, "functions", "open", OFFICE)).status == 403


def test_levels_and_leave_belong_to_the_office_and_the_case_s_agencies(case: Case) -> None:
    others = ["public", "agency-moea", MEMBER, "member-01", "announcer", "administrator", "panel-nstc-01"]

    def give(by: Acting) -> None:
        grant_access(by, case.reference, factories.acting(OFFICE).person_id or 0, "x")

    def raise_level(by: Acting) -> None:
        set_level(by, case.reference, "functions", "open", why="x")

    assert statuses_for(others, give) == {403}
    assert statuses_for(others, raise_level) == {403}


def test_an_attachment_has_a_level_of_its_own(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    case = factories.draft_case(factories.addition())
    attach(factories.acting(OFFICER), case.reference, (HandedIn("a.txt", b"words"),))

    set_level(factories.acting(OFFICER), case.reference, case.attachments.get().pk, "secret", why="x")

    by_reader = {
        username: [each.opens for each in listed_attachments(factories.acting(username), case)]
        for username in (OFFICER, OFFICE)
    }
    assert by_reader == {OFFICER: [True], OFFICE: [False]}
    assert (
        refused(lambda: set_level(factories.acting(OFFICER), case.reference, 999_999, "open", why="x")).status
        == 404
    )


def test_whoever_attaches_the_first_secret_file_reads_it_and_others_need_leave(stage: None) -> None:  # noqa: ARG001 - asked for
    case = factories.draft_case(factories.addition())
    files = (HandedIn("a.txt", b"words"),)

    attach(factories.acting(OFFICER), case.reference, files, "", "secret")

    assert [each.opens for each in listed_attachments(factories.acting(OFFICER), case)] == [True]
    by = factories.acting(OFFICE)
    assert refused(lambda: attach(by, case.reference, files, "functions", "secret")).status == 403


def test_nobody_takes_leave_by_making_something_else_secret(case: Case) -> None:
    level(case, "functions", "secret")

    assert refused(lambda: level(case, "characteristics", "secret", OFFICE)).status == 403
    assert not opens(case, OFFICE)


def test_the_log_and_the_mail_of_a_grant_name_nobody_and_no_case(
    case: Case, acting_as: Callable[..., Acting]
) -> None:
    act = leave(case, OFFICE)

    leaf = bytes(act.leaf).decode()
    assert "takes part" not in leaf
    assert set(act.public) == {"grant"}
    letter = Outbox.objects.get(act=act)
    assert case.reference not in letter.subject_zh + letter.subject_en + letter.path + letter.text
    assert letter.recipient_id == acting_as(OFFICE).account_id
