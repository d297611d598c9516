"""Requests under article 10(2): received, numbered, acknowledged, decided with reasons, and nobody's name leaks."""

import datetime as dt
import json
import re
from dataclasses import replace

import pytest
from django.core import mail
from pytest_django import Settings

from coretech.apps.audit.links import secret_of
from coretech.apps.audit.models import Act, Outbox
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.inventory.asked.requests import (
    discretion,
    is_late,
    request_of_secret,
    requests_about,
    visible_requests,
    waiting,
)
from coretech.apps.inventory.models import Candidate, Request
from coretech.apps.inventory.operations.decide_request import decide_request
from coretech.apps.inventory.operations.send_request import send_request
from coretech.apps.people.senders import MOST_A_DAY, MOST_AN_HOUR
from coretech.jobs.outbox import send_due
from coretech.kit.refusal import Refused
from coretech.law.ruling import Outcome
from tests import factories
from tests.factories import requests_factories as requests

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY
OFFICER = "agency-nstc"


def test_requests_are_numbered_by_the_year_of_the_republic() -> None:
    numbers = [requests.received().number, requests.received(13).number]
    next_year = requests.received(day=dt.date(2026, 1, 2)).number

    assert [*numbers, next_year] == ["114-R-0001", "114-R-0002", "115-R-0001"]


def test_the_sender_is_told_the_number_and_the_secret_address_in_both_languages(settings: Settings) -> None:
    settings.CORETECH_ADDRESS = "https://list.example"
    request = requests.received()
    send_due()

    (letter,) = [message for message in mail.outbox if message.to == [requests.CONTACT]]
    secret = secret_of(request.subject)
    assert "已收到您的請求，編號114-R-0001" in letter.subject
    assert "We have received your request 114-R-0001" in letter.subject
    assert f"https://list.example/requests/follow/{secret}/" in letter.body
    assert f"https://list.example/en/requests/follow/{secret}/" in letter.body
    assert requests.TEXT not in letter.body


def test_the_secret_opens_its_own_request_and_is_not_kept() -> None:
    first, second = requests.received(), requests.received(13)

    assert request_of_secret(secret_of(second.subject)) == second
    assert secret_of(first.subject) not in {first.key, second.key}
    for wrong in (first.key, "", "114-R-0001"):
        with pytest.raises(Refused) as refused:
            request_of_secret(wrong)
        assert refused.value.status == 404


def test_the_authority_is_told_by_number_alone() -> None:
    requests.received()

    (notice,) = Outbox.objects.exclude(recipient=None)
    assert notice.recipient is not None
    assert notice.recipient.username == OFFICER
    assert notice.path == "/requests/114-R-0001/"
    assert requests.SENDER not in notice.subject_zh + notice.text


def test_no_leaf_of_the_log_names_the_sender_or_says_what_was_asked() -> None:
    requests.taken_up(requests.received())

    leaves = [bytes(act.leaf).decode() for act in Act.objects.filter(subject="request/114-R-0001")]
    assert len(leaves) == 2
    for word in (requests.SENDER, requests.CONTACT, requests.TEXT, "甲公司", "新名稱"):
        assert word not in "".join(leaves)
        assert json.dumps(word)[1:-1] not in "".join(leaves)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "none"),
        ("text", "  "),
        ("text", "x" * 5001),
        ("sender", ""),
        ("sender", "x" * 121),
        ("organisation", "x" * 121),
        ("contact", "nobody"),
        ("contact", ""),
        ("aspect", "colour"),
        ("authority", "no-such"),
    ],
)
def test_bad_input_names_its_field_and_writes_nothing(field: str, value: str) -> None:
    with pytest.raises(Refused) as refused:
        send_request(factories.acting("public"), requests.asked(12, **{field: value}))

    assert (refused.value.status, refused.value.field) == (422, field)
    assert not Request.objects.exists()
    assert not Outbox.objects.exists()


def test_something_new_has_no_part_that_changes() -> None:
    with pytest.raises(Refused) as refused:
        requests.received(None, aspect="scope")

    assert refused.value.field == "aspect"


def test_a_technology_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        send_request(factories.acting("public"), replace(requests.asked(), technology=999_999))

    assert refused.value.field == "technology"


def test_one_contact_sends_so_many_a_day_and_may_go_on_the_day_after() -> None:
    for _ in range(MOST_A_DAY):
        requests.received()

    with pytest.raises(Refused) as refused:
        requests.received(contact=requests.CONTACT.upper())

    assert refused.value.status == 429
    assert Request.objects.count() == MOST_A_DAY
    requests.received(contact="another@example.org")
    requests.received(day=DAY + dt.timedelta(days=1))


def test_a_flood_from_many_contacts_stops_within_the_hour() -> None:
    for number in range(MOST_AN_HOUR):
        requests.received(contact=f"holder-{number}@example.org")

    with pytest.raises(Refused) as refused:
        requests.received(contact="one-more@example.org")

    assert refused.value.status == 429


def test_the_day_of_the_answer_is_set_by_the_installation(settings: Settings) -> None:
    settings.CORETECH_ANSWER_DAYS = 30

    assert requests.received().answer_due == DAY + dt.timedelta(days=30)


def test_a_request_is_late_from_the_day_after_its_last() -> None:
    request = requests.received()
    last = request.answer_due

    assert not is_late(request, last)
    assert is_late(request, last + dt.timedelta(days=1))
    assert not is_late(requests.taken_up(request), last + dt.timedelta(days=1))


def test_those_to_be_answered_first_stand_first() -> None:
    later, sooner = requests.received(day=DAY), requests.received(day=DAY - dt.timedelta(days=90))

    assert list(waiting(factories.acting("office"))) == [sooner, later]


@pytest.mark.parametrize("username", ["public", "member-02", "announcer", "administrator", "agency-moea"])
def test_nobody_but_the_authority_and_the_office_sees_a_request(username: str) -> None:
    requests.received()

    assert not visible_requests(factories.acting(username)).exists()
    assert visible_requests(factories.acting(OFFICER)).count() == 1
    assert visible_requests(factories.acting("office")).count() == 1


def test_the_law_leaves_it_to_the_authority_and_the_other_reading_is_told() -> None:
    ruling = discretion(requests.received(), DAY)

    assert ruling.outcome is Outcome.NO
    assert [(each.id, each.outcome) for each in ruling.readings] == [("duty-to-process", Outcome.YES)]
    notice = requests.received(kind="environment_changed")
    assert discretion(notice, DAY).outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("kind", ["holder_request", "environment_changed"])
def test_taking_up_makes_a_candidate_with_the_ground_of_the_request(kind: str) -> None:
    request = requests.taken_up(requests.received(kind=kind))

    candidate = Candidate.objects.get()
    assert request.candidate == candidate
    assert (candidate.kind, candidate.aspect, candidate.ground) == ("change", "scope", kind)
    assert candidate.technology == request.technology
    assert (candidate.round.agency.code, candidate.round.year) == ("nstc", 2025)


def test_something_new_becomes_a_candidate_for_identification_and_from_it_a_case() -> None:
    requests.taken_up(requests.received(None))

    candidate = Candidate.objects.get()
    assert (candidate.kind, candidate.aspect, candidate.technology) == ("identify", "", None)
    open_case(factories.acting(OFFICER), candidate.pk)
    assert Case.objects.get().ground == "holder_request"


def test_a_change_of_authority_names_the_one_to_come() -> None:
    request = requests.received(aspect="authority")

    decide_request(
        factories.acting(OFFICER), request.number, "理由", requests.taken("authority", authority="moea")
    )

    assert Candidate.objects.get().authority.code == "moea"


def test_declining_makes_nothing_and_tells_the_sender() -> None:
    request = requests.received()
    Outbox.objects.all().delete()

    decide_request(factories.acting(OFFICER), request.number, "範疇已包含。")

    request.refresh_from_db()
    assert (request.decision, request.reason, request.candidate) == ("decline", "範疇已包含。", None)
    letter = Outbox.objects.get()
    assert letter.address == requests.CONTACT
    assert "範疇已包含" not in letter.subject_zh + letter.text
    assert not Candidate.objects.exists()


@pytest.mark.parametrize("username", ["public", "office", "agency-moea", "member-02", "announcer"])
def test_nobody_but_the_authority_decides(username: str) -> None:
    request = requests.received()

    with pytest.raises(Refused) as refused:
        decide_request(factories.acting(username), request.number, "理由")

    assert refused.value.status == 403


def test_a_request_is_decided_once() -> None:
    request = requests.taken_up(requests.received())

    with pytest.raises(Refused) as refused:
        decide_request(factories.acting(OFFICER), request.number, "改變主意")

    assert refused.value.status == 409


@pytest.mark.parametrize(
    ("reason", "change", "field"),
    [
        (" ", {}, "reason"),
        ("x" * 5001, {}, "reason"),
        ("理由", {"name_zh": " "}, "name_zh"),
        ("理由", {"name_en": "x" * 301}, "name_en"),
        ("理由", {"sector": "alchemy"}, "sector"),
        ("理由", {"aspect": ""}, "aspect"),
        ("理由", {"aspect": "colour"}, "aspect"),
        ("理由", {"authority": "no-such"}, "authority"),
    ],
)
def test_a_decision_that_lacks_something_is_refused_and_decides_nothing(
    reason: str, change: dict[str, str], field: str
) -> None:
    request = requests.received()

    with pytest.raises(Refused) as refused:
        decide_request(factories.acting(OFFICER), request.number, reason, replace(requests.taken(), **change))

    assert (refused.value.status, refused.value.field) == (422, field)
    request.refresh_from_db()
    assert request.decision == ""
    assert not Candidate.objects.exists()


def test_a_request_that_is_not_there_cannot_be_decided() -> None:
    with pytest.raises(Refused) as refused:
        decide_request(factories.acting(OFFICER), "114-R-9999", "理由")

    assert refused.value.status == 404


def test_what_was_asked_about_a_technology_is_counted_by_the_year_in_taipei() -> None:
    request = requests.received()
    requests.received(13)
    requests.received(day=dt.date(2026, 1, 1))
    assert request.technology_id is not None

    assert list(requests_about(request.technology_id, 2025)) == [request]
    assert not requests_about(request.technology_id, 2024).exists()


def test_the_key_is_the_hash_of_the_secret_and_nothing_like_the_number() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", requests.received().key)
