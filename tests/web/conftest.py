"""Tests of pages start in Chinese, whatever language the page before was in, on a day of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.utils.translation import override
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.clock import set_demo_day
from tests import factories


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    with override("zh-hant"):
        yield


@pytest.fixture
def visit(stage: None, settings: Settings, tmp_path: Path) -> Callable[[str], Client]:  # noqa: ARG001 - asked for, not read
    """``visit("office")``: a browser with somebody of the cast signed in, on the day the factories work on.

    ``public`` is nobody.
    """
    settings.CORETECH_DEMO, settings.CORETECH_HOME = True, tmp_path
    set_demo_day(factories.DAY)

    def browser(username: str) -> Client:
        client = Client()
        if username != "public":
            client.force_login(
                Account.objects.get(username=username), "django.contrib.auth.backends.ModelBackend"
            )
        return client

    return browser
