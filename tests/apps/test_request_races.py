"""Requests and reviews at the same moment: each number once, each decision once."""

from dataclasses import replace

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.inventory.models import Candidate, Request
from coretech.apps.inventory.operations.decide_request import decide_request
from coretech.apps.inventory.operations.send_request import send_request
from coretech.apps.people.senders import MOST_A_DAY
from coretech.apps.register.models import AnnualReview
from coretech.apps.register.operations.review_item import Finding, review_item
from coretech.kit.refusal import Refused
from tests import factories
from tests.apps.test_races import at_once
from tests.factories import requests_factories as requests

pytestmark = pytest.mark.usefixtures("committed_stage")


def test_requests_sent_at_once_each_get_a_number_and_no_contact_gets_past_the_limit() -> None:
    by, asked = factories.acting("public"), requests.asked()

    results = at_once(*[lambda: send_request(by, asked)] * (MOST_A_DAY + 3))

    assert [isinstance(result, Refused) for result in results].count(True) == 3
    numbers = sorted(Request.objects.values_list("number", flat=True))
    assert numbers == [f"114-R-{place:04d}" for place in range(1, MOST_A_DAY + 1)]


def test_two_officers_who_decide_at_once_decide_once() -> None:
    request, by = requests.received(), factories.acting("agency-nstc")

    results = at_once(
        lambda: decide_request(by, request.number, "可。", requests.taken()),
        lambda: decide_request(by, request.number, "不可。"),
    )

    assert [isinstance(result, Act) for result in results].count(True) == 1
    request.refresh_from_db()
    assert Candidate.objects.count() == (request.decision == "proceed")


def test_two_officers_who_review_at_once_from_the_same_page_write_one_review() -> None:
    by, finding = factories.acting("agency-nstc"), Finding("fits", "仍符合。", seen=0)

    results = at_once(
        *[lambda each=each: review_item(by, 12, replace(finding, reasons=each)) for each in "甲乙"]
    )

    assert [isinstance(result, Refused) for result in results].count(True) == 1
    assert AnnualReview.objects.count() == 1
