"""What is drawn for everybody at once is to the byte what a stranger gets from Django, with the same headers."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings

from coretech.apps.audit.clock import set_demo_day
from coretech.web.stored.addresses import asked_in
from coretech.web.stored.bodies import may_be_kept
from coretech.web.stored.drawing import NOBODY, PERSONAL, SIGNED_IN, Draughtsman
from tests import factories
from tests.web.scopes import scope_of

OPEN = [
    "/",
    "/en/",
    "/register/",
    "/en/register/?q=antenna",
    "/register/12/",
    "/register/12/versions/1/",
    "/register/compare/?from=2024-01-01&to=2025-01-01",
    "/register/timeline/",
    "/en/register/embed/",
    "/changes/",
    "/register/export/json",
    "/api/v1/register",
    "/api/v1/register/12",
    "/api/v1/register/12/versions",
    "/api/v1/register/diff?from=2024-01-01&to=2025-01-01",
]
ASKED_OF_CACHES = {"vary", "cache-control", "etag"}


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize("address", OPEN)
@pytest.mark.parametrize("demo", [False, True])
def test_what_is_drawn_for_nobody_is_what_a_stranger_gets(
    settings: Settings,
    tmp_path: Path,
    address: str,
    *,
    demo: bool,
) -> None:
    settings.CORETECH_DEMO, settings.CORETECH_HOME = demo, tmp_path
    if demo:
        set_demo_day(factories.DAY)
    path, _, query = address.partition("?")
    asked = asked_in(scope_of(path, query=query, accept="*/*"))
    assert asked is not None
    status, headers, content = Draughtsman().draw(asked)
    stranger = Client(headers={"host": "localhost", "accept": "*/*"}).get(address)

    assert (status, content) == (200, stranger.content)
    assert may_be_kept(status, headers)
    told = {name.lower(): value for name, value in stranger.items()} | {"content-length": ""}
    drawn = {name.decode(): value.decode() for name, value in headers} | {"content-length": ""}
    assert {name: told[name] for name in told.keys() - ASKED_OF_CACHES} == {
        name: drawn[name] for name in drawn.keys() - ASKED_OF_CACHES
    }


def test_every_middleware_of_the_settings_is_either_personal_or_drawn_with() -> None:
    assert PERSONAL | {SIGNED_IN} <= set(settings.MIDDLEWARE)
    assert NOBODY not in settings.MIDDLEWARE
