"""The agreement in versions: signed, superseded, withdrawn, and what holds on which day (art. 11)."""

import datetime as dt
import hashlib
from dataclasses import replace

import pytest

from coretech.apps.audit.models import Outbox
from coretech.apps.bodies.models import AgreementText
from coretech.apps.bodies.operations.publish_agreement_text import NewText, publish_agreement_text
from coretech.apps.bodies.operations.withdraw_agreement import withdraw_agreement
from coretech.apps.bodies.queries import has_signed
from coretech.apps.bodies.signatures import Signed, own_signatures, signature_list
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.people.models import Person
from tests import factories
from tests.apps.refusing import refused, statuses_for

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY
NEW = NewText("新版協議。", "The new agreement.", "刪去副本規定")


def person(username: str) -> Person:
    return Person.objects.get(account__username=username)


def standing(username: str, day: dt.date = DAY) -> Signed:
    lines = signature_list(factories.acting("office", day))
    return next(line.standing for line in lines if line.person == person(username))


def publish(given: NewText = NEW) -> AgreementText:
    publish_agreement_text(factories.acting("office"), given)
    return AgreementText.objects.latest("version")


def test_a_new_version_leaves_older_signatures_standing_unless_it_supersedes() -> None:
    text = publish()

    assert (text.version, has_signed(person("member-02"), DAY)) == (2, True)
    assert not Outbox.objects.filter(act__kind="agreement.published").exists()


def test_a_superseding_version_asks_everybody_again_from_its_day() -> None:
    from_day = DAY + dt.timedelta(days=10)
    publish(replace(NEW, supersedes_on=from_day))

    assert has_signed(person("member-02"), from_day - dt.timedelta(days=1))
    assert not has_signed(person("member-02"), from_day)
    assert standing("member-02", from_day) is Signed.SUPERSEDED
    told = Outbox.objects.filter(act__kind="agreement.published").values_list(
        "recipient__username", flat=True
    )
    assert "member-02" in told
    assert "member-07" not in told

    factories.sign_for("member-02", from_day)
    assert standing("member-02", from_day) is Signed.HOLDS


def test_the_hash_is_of_both_languages_and_the_act_names_it() -> None:
    act = publish_agreement_text(factories.acting("office"), NEW)
    text = AgreementText.objects.latest("version")

    assert text.digest == hashlib.sha256(f"{NEW.zh}\n{NEW.en}".encode()).hexdigest()
    assert act.public["text_sha256"] == text.digest


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (replace(NEW, zh=" "), "zh"),
        (replace(NEW, en=""), "en"),
        (replace(NEW, zh="x" * 20_001), "zh"),
        (replace(NEW, why=""), "why"),
        (replace(NEW, why="x" * 301), "why"),
        (replace(NEW, supersedes_on=DAY - dt.timedelta(days=1)), "supersedes_on"),
    ],
)
def test_a_text_that_cannot_be_published_names_the_field(given: NewText, field: str) -> None:
    refusal = refused(lambda: publish(given))

    assert (refusal.status, refusal.field) == (422, field)


def test_the_same_text_is_no_new_version() -> None:
    current = AgreementText.objects.latest("version")

    assert refused(lambda: publish(replace(NEW, zh=current.zh, en=current.en))).field == "zh"


def test_only_the_office_publishes_and_sees_who_signed() -> None:
    others = ("member-01", "agency-nstc", "administrator", "public")
    assert statuses_for(others, lambda by: publish_agreement_text(by, NEW)) == {403}
    assert statuses_for(others, signature_list) == {403}


def test_the_list_tells_holding_withdrawn_and_never() -> None:
    withdraw_agreement(factories.acting("member-03"), "moving abroad")

    found = {name: standing(name) for name in ("member-02", "member-03", "member-07", "agency-moea")}

    assert found == {
        "member-02": Signed.HOLDS,
        "member-03": Signed.WITHDRAWN,
        "member-07": Signed.NEVER,
        "agency-moea": Signed.HOLDS,
    }


def test_whoever_withdraws_reads_and_attends_nothing_until_signing_again() -> None:
    meeting, third = factories.called_meeting(), factories.seats()[2]
    withdraw_agreement(factories.acting("member-03"))

    assert not factories.acting("member-03").standing.agreement_signed
    marks = {third.pk: Mark("present")}
    refusal = refused(lambda: record_attendance(factories.acting("office"), meeting.pk, marks))
    assert refusal.ruling is not None

    factories.sign_for("member-03")
    assert factories.acting("member-03").standing.agreement_signed
    record_attendance(factories.acting("office"), meeting.pk, marks)


def test_a_withdrawal_takes_back_every_version_signed() -> None:
    publish()
    factories.sign_for("member-03")

    act = withdraw_agreement(factories.acting("member-03"), "private reasons")

    assert act.public == {"text_versions": [1, 2]}
    assert not has_signed(person("member-03"), DAY)
    assert b"private" not in bytes(act.leaf)
    assert [hasattr(each, "withdrawal") for each in own_signatures(person("member-03").pk)] == [True, True]
    told = Outbox.objects.filter(act=act).values_list("recipient__username", flat=True)
    assert list(told) == ["office"]


def test_nothing_is_withdrawn_that_was_not_signed() -> None:
    assert refused(lambda: withdraw_agreement(factories.acting("member-07"))).status == 409
    assert refused(lambda: withdraw_agreement(factories.acting("public"))).status == 403
    assert refused(lambda: withdraw_agreement(factories.acting("member-03"), "x" * 301)).field == "why"
