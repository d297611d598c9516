"""Two at once: real connections, real locks; one goes on and the other is told."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.meetings.models import Ballot
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.kit.refusal import Refused
from tests import factories

pytestmark = pytest.mark.usefixtures("committed_stage")


def at_once(*runs: Callable[[], object]) -> list[object]:
    """Run all at the same moment; gives back what each returned or was refused with."""
    gate = threading.Barrier(len(runs))
    results: list[object] = [None] * len(runs)

    def one(place: int, run: Callable[[], object]) -> None:
        gate.wait()
        try:
            results[place] = run()
        except Refused as refused:
            results[place] = refused
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=pair) for pair in enumerate(runs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_two_clerks_who_submit_at_once_submit_once() -> None:
    case = factories.reviewed_case(factories.renaming())
    by = factories.acting("agency-nstc")

    results = at_once(*[lambda: submit(by, case.reference)] * 4)

    assert sum(isinstance(result, Act) for result in results) == 1
    assert sum(isinstance(result, Refused) for result in results) == 3


def test_two_clerks_who_write_the_same_part_never_overwrite_each_other() -> None:
    case = factories.draft_case(factories.renaming())
    by = factories.acting("agency-nstc")

    results = at_once(*[lambda: write_part(by, case.reference, "functions", "mine", seen=case.lock)] * 2)

    assert [isinstance(result, Refused) for result in results].count(True) == 1
    assert Case.objects.get(pk=case.pk).parts.count() == 1


def test_the_same_form_sent_on_two_devices_counts_once() -> None:
    case = factories.reviewed_case(factories.renaming())
    by = factories.acting("agency-nstc", once="one form")

    results = at_once(*[lambda: submit(by, case.reference)] * 2)

    assert sorted(type(result).__name__ for result in results) == ["Act", "AlreadyDone"]


def test_a_member_with_two_devices_has_one_ballot() -> None:
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    members = factories.attend(item.meeting, 13)
    open_meeting(factories.acting("office"), item.meeting.pk)
    factories.declare_none(item, members)
    open_vote(factories.acting("office"), item.pk)
    by = factories.acting("member-02")

    at_once(
        *[lambda choice=choice: cast_vote(by, item.pk, choice) for choice in ("for", "against", "abstain")]
    )

    assert Ballot.objects.filter(item=item).count() == 1


def test_acts_written_at_once_get_numbers_without_a_gap() -> None:
    found = [factories.renaming(), factories.addition(), factories.addition(), factories.addition()]

    results = at_once(*[lambda each=each: factories.draft_case(each) for each in found])

    assert len({result.reference for result in results if isinstance(result, Case)}) == 4
    assert audit().broken == ()
