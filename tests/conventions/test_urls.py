"""Closed by default: every page is public by the list below or refuses the public, and the API has no hidden address.

Who may call each operation of the API, by the security its description tells, is held by
`tests/api/test_conventions.py`.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import override
from pytest_django import DjangoDbBlocker, Settings

from coretech.api import api
from coretech.apps.accounts.models import Account
from coretech.apps.audit.clock import set_demo_day
from coretech.apps.audit.links import secret_of
from coretech.apps.bodies.models import Body
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.cases.models import Attachment, Case, Grant
from coretech.apps.cases.operations.attach import attach
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.grant_access import grant_access
from coretech.apps.documents.operations.set_template import set_template
from coretech.apps.duties.feeds import new_key
from coretech.apps.duties.operations.make_feed import make_feed
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.draft_minutes import draft_minutes
from coretech.apps.people.models import Person
from coretech.apps.plans.bundled import load_plans
from tests import factories
from tests.conventions.own_addresses import OPEN, OWN, WAYS_IN, worlds
from tests.factories import (
    accounts_factories,
    consultation_factories,
    cycle_factories,
    documents_factories,
    evaluation_factories,
    issues_factories,
    log_factories,
    motion_factories,
    register_factories,
    supplies_factories,
)
from tests.factories import requests_factories as requests

PUBLIC = {
    *("home", "register", "register_item", "register_version", "changes"),
    *("drafts", "draft", "draft_thanks", "agencies", "scope_answers", "scope_answer"),
    *("law", "law_readings", "law_calculators", "law_calculator", "law_kinship", "law_question"),
    *("demo", "demo_sign_in", "demo_day"),
    *("screen", "screen_board", "screen_events"),
    *("consultation_answer", "feed"),
    *("request_new", "request_followed", "scope_question_new", "scope_question_followed"),
    *("register_compare", "register_timeline", "register_embed", "register_item_proof"),
    *("announcement_scan", "password_link"),
    *("open_data", "register_export", "register_changes", "register_feed"),
    *("log", "log_checkpoint", "log_keys", "log_verify", "log_consistency", "log_audits"),
    *("plans", "plan_search", "plan", "plan_findings", "plan_table", "plan_element", "plan_export"),
    *("plan_gantt", "plan_entry_gantt", "plan_cost", "plan_cost_chart", "plan_agencies", "plan_agency"),
    *("plan_indicators", "plan_indicators_chart", "plan_indicators_export", "indicator", "indicator_chart"),
    *("links", "link", "plan_projection", "plan_projection_chart"),
    *("plan_steering", "plan_reports", "plan_report", "amendment"),
    *("plan_budgets", "plan_budgets_chart", "plan_budgets_export", "plan_budget_figures"),
    *("dashboard", "dashboard_view", "dashboard_list"),
    *("supplies", "supply", "supply_cover_chart", "supply_price_chart", "supply_export"),
    *("evaluations", "evaluation", "evaluation_chart", "evaluation_report", "evaluation_finding"),
    *("plan_year", "plan_year_chart", "plan_year_report", "plan_revisions", "plan_revision"),
    *OPEN,
}

LANGUAGES = ("zh-hant", "en")
METHODS = ("get", "post")
CAST = (
    "office",
    "agency-nstc",
    "member-05",
    "announcer",
    "administrator",
    motion_factories.CONTROLLER,
    "officer-moea",
    supplies_factories.OFFICER,
)
REFUSED = {403, 404}
NOT_TAKEN = 405


class Address(NamedTuple):
    """An address as it is written in the code, with its name and its parameters."""

    route: str
    name: str
    parameters: tuple[str, ...]


def addresses(resolver: URLResolver, route: str = "", parameters: tuple[str, ...] = ()) -> Iterator[Address]:
    for each in resolver.url_patterns:
        here, taken = f"{route}{each.pattern}", (*parameters, *each.pattern.regex.groupindex)
        if isinstance(each, URLPattern):
            yield Address(here, each.name or "", taken)
        else:
            yield from addresses(each, here, taken)


def roots() -> list[URLResolver | URLPattern]:
    return list(get_resolver().url_patterns)


@cache
def pages() -> dict[str, tuple[str, ...]]:
    (root,) = [each for each in roots() if isinstance(each.pattern, LocalePrefixPattern)]
    assert isinstance(root, URLResolver)
    return {each.name: each.parameters for each in addresses(root)}


CLOSED = sorted(pages().keys() - PUBLIC - WAYS_IN)


@pytest.fixture
def world(stage: None, home: Path, there: dict[str, object], settings: Settings) -> dict[str, object]:  # noqa: ARG001 - asked for, not read
    """What is there, on the day the factories work on."""
    settings.CORETECH_DEMO, settings.CORETECH_HOME = True, home
    set_demo_day(factories.DAY)
    return there


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder for all tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def there(shared_stage: DjangoDbBlocker, home: Path) -> dict[str, object]:
    """One of everything that has an address, by the names that addresses have for it, built once for all tests."""
    with shared_stage.unblock(), override_settings(CORETECH_HOME=home):
        return everything()


def everything() -> dict[str, object]:
    case = factories.pre_announced_case(factories.renaming())
    item, draft = case.items.get(), case.pre_announcements.get()
    comment(factories.acting("public"), draft.pk, "Which systems are meant?")
    close_meeting(factories.acting("office"), item.meeting_id)
    draft_minutes(factories.acting("office"), item.meeting_id)
    held = item.meeting.attendance.first()
    asked = requests.received()
    consulted = consultation_factories.asked_in(case)
    attachment, grant = _attachment(), _grant(case)
    set_template(factories.acting("office"), "dossier", documents_factories.template("示範"))
    feed_key = new_key()
    make_feed(factories.acting("agency-nstc"), feed_key)
    assert held is not None
    load_plans()
    reported = cycle_factories.reported(motion_factories.controlled())
    account = accounts_factories.opened()
    return {
        "account_id": account.pk,
        "link_key": accounts_factories.secret(account),
        "person_id": accounts_factories.person_of(account).pk,
        "posting_id": accounts_factories.posted(account).pk,
        "agency_code": "nstc",
        "amendment_id": reported.amendment.pk,
        "attachment_id": attachment.pk,
        "document_form": "odt",
        "document_kind": "dossier",
        "grant_id": grant.pk,
        "appointment_id": held.appointment_id,
        "body_id": item.meeting.body_id,
        "consultation_id": consulted.pk,
        "edition": 1,
        "entry_id": reported.entry.pk,
        "feed_key": feed_key,
        **issues_factories.there(reported.entry.sheet.period.plan),
        "form": "csv",
        "key": item.meeting.screen_key,
        "indicator_key": motion_factories.KEY,
        "observation_pk": motion_factories.entered().pk,
        "link_pk": motion_factories.linked("accepted").pk,
        "plan_slug": "plan-110-113",
        "plan_form": "json",
        "element_key": "goal-1",
        "table_key": "table-1",
        "period_name": "111-q1",
        "dashboard_name": "public",
        "dashboard_kind": "red",
        "panel_id": Body.objects.get(kind=Body.Kind.PANEL, agency__code="nstc").pk,
        "seat_id": held.appointment.seat_id,
        "candidate_id": case.candidate_id,
        "changes_form": "json",
        "data_form": "csv",
        "comment_id": draft.comments.get().pk,
        "draft_id": draft.pk,
        "first": "meeting",
        "item_id": item.pk,
        "meeting_id": item.meeting_id,
        "name": "definition",
        "number": 12,
        "reference": case.reference,
        "round_id": case.candidate.round_id,
        "scan_id": register_factories.filed().pk,
        "secret": consultation_factories.secret(consulted),
        "request_key": secret_of(asked.subject),
        "request_number": asked.number,
        "second": "quorum",
        "sheet_id": reported.sheet.pk,
        "version": 1,
        "witness_id": log_factories.named_witness().pk,
        **supplies_factories.world(),
        **evaluation_factories.world(),
        **worlds(),
    }


def _attachment() -> Attachment:
    """A file of another case, whose dossier is still being written."""
    case = factories.draft_case(factories.addition())
    attach(factories.acting("agency-nstc"), case.reference, [HandedIn("說明.txt", b"the words")])
    return case.attachments.get()


def _grant(case: Case) -> Grant:
    person = Person.objects.get(account__username="agency-mnd")
    grant_access(factories.acting("agency-nstc"), case.reference, person.pk, "asked for advice")
    return case.grants.get()


def address(name: str, world: dict[str, object]) -> str:
    own = OWN.get(name, {})
    return reverse(name, kwargs={each: (world | own)[each] for each in pages()[name]})


def statuses(client: Client, where: str) -> dict[str, int]:
    """What both methods are answered with; 403 stands for being sent to sign in."""
    found = {}
    for method in METHODS:
        response = getattr(client, method)(where)
        sent_to_sign_in = response.headers.get("Location", "").startswith(reverse("account_login"))
        found[method] = 403 if sent_to_sign_in else response.status_code
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_is_not_public_refuses_the_public(language: str, world: dict[str, object]) -> None:
    with override(language):
        found = {name: statuses(Client(), address(name, world)) for name in CLOSED}

    open_ = {name: told for name, told in found.items() if set(told.values()) - REFUSED - {NOT_TAKEN}}
    assert open_ == {}
    assert [name for name, told in found.items() if not set(told.values()) & REFUSED] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_page_opens_to_the_public(language: str, world: dict[str, object]) -> None:
    with override(language):
        found = {name: Client().get(address(name, world)).status_code for name in sorted(PUBLIC)}

    posted_to = {name for name, status in found.items() if status == NOT_TAKEN}
    assert posted_to == {"demo_sign_in", "demo_day"}
    assert {found[name] for name in PUBLIC - posted_to} == {200}


def test_a_page_refuses_the_public_only_for_not_being_somebody(world: dict[str, object]) -> None:
    ours = [name for name in CLOSED if not name.startswith(("account_", "mfa_"))]
    told: dict[str, set[int]] = {name: set() for name in ours}
    for username in CAST:
        client = Client()
        account = Account.objects.get(username=username)
        client.force_login(account, "django.contrib.auth.backends.ModelBackend")
        for name in ours:
            told[name] |= set(statuses(client, address(name, world)).values())

    assert [name for name in ours if not told[name] - REFUSED - {NOT_TAKEN}] == []


def test_the_lists_name_pages_that_are_there() -> None:
    assert pages().keys() >= PUBLIC | WAYS_IN


def test_every_address_is_a_page_in_both_languages_or_the_api_s() -> None:
    others = [str(each.pattern) for each in roots() if not isinstance(each.pattern, LocalePrefixPattern)]

    assert others == ["api/"]


def test_every_address_of_the_api_is_described_or_leads_nowhere() -> None:
    (root,) = [each for each in roots() if str(each.pattern) == "api/"]
    assert isinstance(root, URLResolver)
    routes = {"/api/" + each.route.replace("<", "{").replace(">", "}") for each in addresses(root)}

    hidden = routes - api.get_openapi_schema()["paths"].keys()

    assert hidden == {"/api/v1/openapi.json", "/api/v1/", "/api/"}
    assert {Client().get(route).status_code for route in ("/api/v1/", "/api/")} == {404}
