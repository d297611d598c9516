"""What each role is told: its own, nothing of anybody else's, and never a word of what is in a record."""

import pytest

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Body
from coretech.apps.cases.queries import visible_cases
from coretech.apps.duties.deadline import Deadline, Side
from coretech.apps.duties.feeds import calendar_of
from coretech.apps.duties.kinds import What
from coretech.apps.duties.queries import deadlines, views_of
from coretech.apps.meetings.queries import visible_meetings
from coretech.law.access import Role
from tests import factories
from tests.factories import duties_factories as busy
from tests.factories import panel_factories as panels

pytestmark = pytest.mark.usefixtures("stage")

OWN = {
    "office": {What.COMMENT_PERIOD, What.DISPOSITIONS, What.PRE_ANNOUNCEMENT, What.UNSIGNED, What.MEETING},
    "agency-nstc": {What.CONSULTATION, What.REQUEST, What.YEARLY_REVIEW, What.KEEPER, What.DOSSIER},
    "agency-moea": {What.STAND_IN, What.ROUND_REVIEW, What.YEARLY_REVIEW, What.KEEPER, What.PANEL_YEAR},
    "member-01": {What.DECLARATION, What.REPLY, What.MINUTES_REPLY, What.MEETING},
    "member-02": {What.DECLARATION, What.REPLY, What.MINUTES_REPLY, What.MEETING},
    "member-07": {What.AGREEMENT, What.DECLARATION, What.REPLY, What.MEETING},
    "announcer": set(),
    "administrator": set(),
    "panel-nstc-01": set(),
    "panel-nstc-02": set(),
}


def everything(by: Acting) -> list[Deadline]:
    return [each for view in views_of(by) for each in deadlines(by, view)]


def test_every_role_finds_its_own_work() -> None:
    busy.busy()
    for username in busy.EVERYBODY:
        found = {each.what for each in deadlines(factories.acting(username))}
        assert found >= OWN[username], username
        assert bool(found) == bool(OWN[username]), username


def test_nobody_is_told_of_a_case_or_a_meeting_they_may_not_know_of_nor_of_what_another_agency_owes() -> None:
    busy.busy()
    seen = set()
    for username in busy.EVERYBODY:
        by = factories.acting(username)
        keys = [each.key for each in deadlines(by)]
        assert len(keys) == len(set(keys))
        cases = {case.reference for case in visible_cases(by)}
        meetings = {str(meeting.pk) for meeting in visible_meetings(by)}
        for each in everything(by):
            noun, _, rest = each.subject.partition("/")
            number = rest.split("/")[0]
            seen.add(noun)
            mine = each.owner.side is not Side.AGENCY or each.owner.code in by.standing.agencies
            assert mine or Role.OFFICE in by.standing.roles
            assert noun != "case" or number in cases, (username, each.key)
            assert noun != "meeting" or number in meetings or each.what is What.STAND_IN, (username, each.key)

    assert {"case", "meeting"} <= seen


def test_no_deadline_and_no_calendar_holds_a_word_of_a_case_or_of_who_sent_what() -> None:
    busy.busy()
    hidden = (
        busy.HIDDEN,
        busy.SENDER,
        factories.NEW_NAME,
        factories.NEW_TECHNOLOGY,
        "someone@example.org",
        "某人",
        "abroad",
    )
    for username in busy.EVERYBODY:
        by = factories.acting(username)
        words = [
            f"{each.title} {each.kind.next_step} {each.owner.name} {each.path} {each.key}"
            for each in everything(by)
        ]
        words += [calendar_of(by, language).decode().replace("\r\n ", "") for language in ("zh", "en")]
        for secret in hidden:
            assert not [told for told in words if secret in told], (username, secret)


def test_a_member_of_a_panel_is_told_of_its_meeting_and_nobody_elses() -> None:
    panels.listed(panels.ready_case(), panels.called(busy.days(4)))

    member = deadlines(factories.acting("panel-nstc-02"))

    assert {each.what for each in member} == {What.MEETING, What.REPLY, What.DECLARATION}
    assert deadlines(factories.acting("member-02")) == []
    council = Body.objects.get(kind=Body.Kind.COUNCIL)
    assert all(council.name.zh not in each.about.zh for each in member)
