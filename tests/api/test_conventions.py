"""Rules every operation keeps: public only by this list, told in words, named once."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from ninja import Schema

from tests.api.caller import Caller, problem_of
from tests.api.description import description

PUBLIC = {
    ("get", "/api/v1/register"),
    ("get", "/api/v1/register/diff"),
    ("get", "/api/v1/register/export/{data_form}"),
    ("get", "/api/v1/register/changes/{changes_form}"),
    ("get", "/api/v1/register/{no}"),
    ("get", "/api/v1/register/{no}/versions"),
    ("get", "/api/v1/register/{no}/scope-notes"),
    ("get", "/api/v1/register/{no}/states"),
    ("get", "/api/v1/register/{no}/proof"),
    ("get", "/api/v1/register/{no}/follows"),
    ("get", "/api/v1/obligations"),
    ("post", "/api/v1/scope/check"),
    ("get", "/api/v1/scope/answers"),
    ("get", "/api/v1/scope/answers/{digest_number}"),
    ("post", "/api/v1/scope/questions"),
    ("get", "/api/v1/scope/questions/follow/{question_key}"),
    ("post", "/api/v1/scope/questions/follow/{question_key}/reply"),
    ("post", "/api/v1/scope/questions/follow/{question_key}/withdrawal"),
    ("get", "/api/v1/log"),
    ("get", "/api/v1/log/keys"),
    ("get", "/api/v1/log/keys/proof"),
    ("get", "/api/v1/log/consistency"),
    ("get", "/api/v1/log/witnesses"),
    ("post", "/api/v1/log/cosignatures"),
    ("post", "/api/v1/log/proofs"),
    ("get", "/api/v1/announcements"),
    ("get", "/api/v1/announcements/{edition}"),
    ("get", "/api/v1/announcements/{edition}/scans"),
    ("get", "/api/v1/announcements/{edition}/scans/{scan_id}"),
    ("get", "/api/v1/plans"),
    ("get", "/api/v1/plans/{plan}"),
    ("get", "/api/v1/plans/{plan}/indicators"),
    ("get", "/api/v1/plans/{plan}/indicators/{indicator}"),
    ("get", "/api/v1/plans/{plan}/indicators/{indicator}/observations"),
    ("get", "/api/v1/plans/{plan}/periods"),
    ("get", "/api/v1/plans/{plan}/periods/{period}"),
    ("get", "/api/v1/plans/{plan}/steering"),
    ("get", "/api/v1/plans/{plan}/budgets"),
    ("get", "/api/v1/plans/{plan}/projection"),
    ("get", "/api/v1/plans/{plan}/revisions"),
    ("get", "/api/v1/plans/{plan}/years/{year}"),
    ("get", "/api/v1/dashboards/{dashboard}"),
    ("get", "/api/v1/dashboards/{dashboard}/{attention}"),
    ("get", "/api/v1/evaluations"),
    ("get", "/api/v1/evaluations/findings/{finding_id}"),
    ("get", "/api/v1/evaluations/{evaluation_id}"),
    ("get", "/api/v1/amendments/{amendment_id}"),
    ("get", "/api/v1/links"),
    ("get", "/api/v1/links/{link_id}"),
    ("get", "/api/v1/lists"),
    ("get", "/api/v1/lists/compare"),
    ("get", "/api/v1/lists/{list_code}"),
    ("get", "/api/v1/lists/{list_code}/export/{list_form}"),
    ("get", "/api/v1/crosswalk"),
    ("get", "/api/v1/crosswalk/mappings"),
    ("get", "/api/v1/crosswalk/mappings/{mapping_id}"),
    ("get", "/api/v1/crosswalk/coverage/{left}/{right}"),
    ("get", "/api/v1/crosswalk/files/{left}/{right}/{mapping_form}"),
    ("get", "/api/v1/supplies"),
    ("get", "/api/v1/supplies/{commodity}"),
    ("post", "/api/v1/controls/evaluate"),
    ("post", "/api/v1/controls/evaluate-many"),
    ("get", "/api/v1/controls/matrix"),
    ("get", "/api/v1/watch"),
    ("get", "/api/v1/watch/alerts"),
    ("get", "/api/v1/watch/runs"),
    ("get", "/api/v1/watch/runs/{watch_run}"),
    ("get", "/api/v1/watch/tables"),
    ("get", "/api/v1/watch/tables/{watch_table}"),
    ("get", "/api/v1/watch/{watch_code}"),
    ("get", "/api/v1/watch/{watch_code}/definition"),
    ("get", "/api/v1/watch/{watch_code}/patents"),
    ("get", "/api/v1/watch/{watch_code}/trade"),
    ("get", "/api/v1/profiles"),
    ("get", "/api/v1/profiles/{profile_slug}"),
    ("get", "/api/v1/profiles/{profile_slug}/compare"),
    ("get", "/api/v1/profiles/{profile_slug}/versions/{profile_version}"),
    ("get", "/api/v1/pre-announcements"),
    ("get", "/api/v1/pre-announcements/{pre_announcement_id}"),
    ("post", "/api/v1/pre-announcements/{pre_announcement_id}/comments"),
    ("get", "/api/v1/law/articles/{number}"),
    ("post", "/api/v1/law/duties"),
    ("get", "/api/v1/law/questions"),
    ("get", "/api/v1/law/questions/{question}"),
    ("post", "/api/v1/law/{question}"),
    ("get", "/api/v1/problems"),
    ("post", "/api/v1/requests"),
    ("get", "/api/v1/requests/follow/{secret}"),
}

DESCRIPTION: dict[str, Any] = json.loads(description())
OPERATIONS = {
    (method, path): operation
    for path, methods in DESCRIPTION["paths"].items()
    for method, operation in methods.items()
}


def test_an_operation_is_public_only_by_the_list() -> None:
    public = {name for name, operation in OPERATIONS.items() if {} in operation["security"]}

    assert public == PUBLIC


@pytest.mark.parametrize(("method", "path"), sorted(OPERATIONS.keys() - PUBLIC))
def test_every_other_operation_asks_who_calls(method: str, path: str, public: Caller) -> None:
    address = path.removeprefix("/api/v1").replace("{reference}", "2025-0001").replace("{part}", "functions")

    problem_of(public.send(method.upper(), address.replace("{", "").replace("}", ""), {}), 401)


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=lambda operation: operation["operationId"])
def test_every_operation_is_told_in_words(operation: dict[str, Any]) -> None:
    chinese, _, english = operation["summary"].partition(" / ")

    assert chinese
    assert english
    assert operation["description"].endswith(".")
    assert len(operation["tags"]) == 1


def test_no_two_operations_share_a_name() -> None:
    names = Counter(operation["operationId"] for operation in OPERATIONS.values())

    assert names.most_common(1)[0][1] == 1


def test_no_two_shapes_share_a_name() -> None:
    shapes = {
        f"{each.__module__}.{each.__qualname__}": each.__name__
        for each in descended(Schema)
        if each.__module__.startswith("coretech.api.")
    }

    assert [name for name, count in Counter(shapes.values()).items() if count > 1] == []


def descended(shape: type[object]) -> Iterator[type[object]]:
    for each in shape.__subclasses__():
        yield each
        yield from descended(each)


def test_every_problem_an_operation_can_answer_with_is_a_problem_document() -> None:
    problems = [
        response["content"]
        for operation in OPERATIONS.values()
        for status, response in operation["responses"].items()
        if status >= "400"
    ]

    assert problems
    assert all(list(content) == ["application/problem+json"] for content in problems)


def test_no_input_takes_a_field_it_does_not_know() -> None:
    schemas = DESCRIPTION["components"]["schemas"]
    given = {name: schema for name, schema in schemas.items() if name.endswith("Given") or name == "Seen"}

    assert len(given) > 15
    assert [name for name, schema in given.items() if schema["additionalProperties"] is not False] == []


def test_no_text_is_taken_without_a_longest_length() -> None:
    schemas = DESCRIPTION["components"]["schemas"]
    texts = [
        (name, field)
        for name, schema in schemas.items()
        if name.endswith("Given")
        for field, what in schema["properties"].items()
        if what.get("type") == "string" and not what.keys() & {"maxLength", "enum", "format"}
    ]

    assert texts == []


def test_the_description_is_public_and_names_its_version_of_openapi() -> None:
    response = Client().get("/api/v1/openapi.json")

    assert response.status_code == 200
    assert response.json()["openapi"].startswith("3.1")
