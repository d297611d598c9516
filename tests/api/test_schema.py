"""Every operation against its own description: what schemathesis makes of it, sent by the public and by the Office."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoDbBlocker
from schemathesis import BaseSchema, Case, GenerationMode
from schemathesis.checks import positive_data_acceptance

from coretech.api.schemas import NO_NUL
from coretech.apps.audit.links import secret_of
from coretech.apps.bodies.models import Body
from coretech.apps.cases.operations.comment import comment
from tests import factories
from tests.api.caller import Caller
from tests.api.conftest import OnDay
from tests.api.description import description
from tests.factories import (
    accounts_factories,
    consultation_factories,
    crosswalk_factories,
    cycle_factories,
    evaluation_factories,
    finds_factories,
    issues_factories,
    lists_factories,
    motion_factories,
    profiles_factories,
    register_factories,
    requests_factories,
    scope_factories,
    signals_factories,
    supplies_factories,
    watch_factories,
)

SIGNALS = (request_started, request_finished)
HERE = {"Host": "localhost"}
NOT_ASKED = [positive_data_acceptance]
"""What fits the description may still be refused by the law: a meeting in the past, a name left blank."""
QUICK_TO_COMPILE = (json.dumps(NO_NUL), json.dumps(r"^(?![\s\S]*\x00)"))
"""The same rule in other words: with its length, schemathesis makes ours a ``{0,100000}``, half a second every time."""

DESCRIPTION = json.loads(description().replace(*QUICK_TO_COMPILE))
OPERATIONS = [(path, method) for path, methods in DESCRIPTION["paths"].items() for method in methods]
QUERIES = {
    "/api/v1/register/diff": {"from": "2023-01-01", "to": "2024-01-01"},
    "/api/v1/register/changes/{changes_form}": {"from": "2023-01-01", "to": "2024-01-01"},
    "/api/v1/log/consistency": {"from": "1"},
    "/api/v1/lists/compare": {"left": "US-NSTC-2022", "right": "US-NSTC-2024"},
}


def modes(path: str, method: str) -> list[GenerationMode]:
    """Right input for every operation, and wrong input for each that takes any."""
    operation = DESCRIPTION["paths"][path][method]
    takes = operation["parameters"] or "requestBody" in operation
    return list(GenerationMode) if takes else [GenerationMode.POSITIVE]


ASKED = [(path, method, mode) for path, method in OPERATIONS for mode in modes(path, method)]


@pytest.fixture
def one_connection(stage: None) -> Iterator[None]:  # noqa: ARG001 - asked for, not read
    """Keep the test's connection, with its transaction, from one request to the next, as Django's client does."""
    for signal in SIGNALS:
        signal.disconnect(close_old_connections)
    yield
    for signal in SIGNALS:
        signal.connect(close_old_connections)


@pytest.fixture(scope="module")
def office(shared_stage: DjangoDbBlocker) -> Caller:
    """The Office with one token for all tests."""
    with shared_stage.unblock():
        return Caller.named("office")


@pytest.fixture(scope="module")
def there(shared_stage: DjangoDbBlocker) -> dict[str, object]:
    """The world, built once for everybody who looks at it."""
    with shared_stage.unblock():
        return world()


@pytest.fixture
def callers(
    one_connection: None,  # noqa: ARG001 - asked for, not read
    on_day: OnDay,  # noqa: ARG001 - asked for, not read
    office: Caller,
) -> tuple[dict[str, str], ...]:
    """The headers of the public and of the Office."""
    return (HERE, HERE | office.headers)


CONFLICT = 409
AT_ANOTHER_STEP = {"/api/v1/cases/{reference}/dossier-form", "/api/v1/items/{item_id}/opinion"}
"""A pre-announced case has no form to fill in, and an item of the council no opinion of a panel."""


@cache
def described() -> BaseSchema:
    """The description with the API behind it."""
    schema = schemathesis.openapi.from_dict(DESCRIPTION)
    schema.app = get_wsgi_application()
    return schema


@pytest.mark.parametrize(("path", "method", "mode"), ASKED)
def test_every_operation_answers_as_described(
    path: str, method: str, mode: GenerationMode, callers: tuple[dict[str, str], ...]
) -> None:
    @given(described()[path][method].as_strategy(generation_mode=mode))
    @settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def answers(case: Case[Any]) -> None:
        for headers in callers:
            case.call_and_validate(headers=headers, excluded_checks=NOT_ASKED)

    answers()


@pytest.mark.usefixtures("one_connection")
@pytest.mark.parametrize("username", ["public", "office", "agency-nstc", "member-05", "announcer"])
def test_what_is_there_is_shown_as_described(
    username: str, there: dict[str, object], public: Caller, caller: Callable[[str], Caller]
) -> None:
    who = public if username == "public" else caller(username)
    schema = described()
    statuses = {}
    for path, method in OPERATIONS:
        if method == "get":
            case = schema[path][method].Case(path_parameters=there, query=QUERIES.get(path, {}))
            statuses[path] = case.call_and_validate(headers=HERE | who.headers).status_code

    assert {path for path, status in statuses.items() if status == CONFLICT} <= AT_ANOTHER_STEP
    assert set(statuses.values()) - {401, 403, 404, CONFLICT} == {200}


def world() -> dict[str, object]:
    """One of everything that has an address: a case decided in a meeting, pre-announced, with a comment."""
    case = factories.pre_announced_case(factories.renaming())
    item, draft = case.items.get(), case.pre_announcements.get()
    comment(factories.acting("public"), draft.pk, "Which systems are meant?")
    asked = requests_factories.received()
    plan = motion_factories.controlled()
    reported = cycle_factories.reported(plan)
    return {
        "account_id": accounts_factories.opened().pk,
        "agency_code": "nstc",
        "body_id": item.meeting.body_id,
        "candidate_id": case.candidate_id,
        "changes_form": "json",
        "attention": "red",
        "dashboard": "public",
        "consultation_id": consultation_factories.asked_in(case).pk,
        "data_form": "csv",
        "edition": 1,
        "form": "odt",
        "item_id": item.pk,
        "kind": "dossier",
        "meeting_id": item.meeting_id,
        "no": 12,
        "panel_id": Body.objects.get(kind=Body.Kind.PANEL, agency__code="nstc").pk,
        "part": "definition",
        "plan": plan.slug,
        "amendment_id": reported.amendment.pk,
        "entry_id": reported.entry.pk,
        "period": "111-q1",
        "sheet_id": reported.sheet.pk,
        "year": 111,
        **{name: number for name, number in evaluation_factories.world().items() if name.endswith("_id")},
        **issues_factories.there(plan),
        **profiles_factories.world(),
        **scope_factories.world(),
        **signals_factories.api_world(),
        **crosswalk_factories.api_world(),
        **lists_factories.world(),
        **watch_factories.world(),
        "element_key": reported.entry.element_key,
        "commodity": supplies_factories.world()["supply_slug"],
        "indicator": motion_factories.KEY,
        "link_id": motion_factories.linked("accepted").pk,
        "number": "5.3",
        "pre_announcement_id": draft.pk,
        "question": "meeting.quorum",
        "reference": case.reference,
        "request_number": asked.number,
        "round_id": case.candidate.round_id,
        **finds_factories.world(),
        "scan_id": register_factories.filed().pk,
        "secret": secret_of(asked.subject),
        "version": 1,
    }
