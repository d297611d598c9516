"""No secret of a link stands in the log file, however the page was answered."""

import logging
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client

from coretech.web.shell.secret_paths import SecretPathsFilter, without_secrets
from tests.factories import consultation_factories as made

SECRET = "NCMrSbEk2xOsV5iUUMKvG8zDKX68l5gsxhfUsAyAtLs"  # noqa: S105 - of nothing


def test_the_log_file_s_handler_has_the_filter() -> None:
    assert "'filters': ['secret_paths']" in str(settings.LOGGING["handlers"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"/consultation/{SECRET}/", "/consultation/…/"),
        (f"Not Found: /en/consultation/{SECRET}/?a=1", "Not Found: /en/consultation/…/?a=1"),
        (f"/calendar/{SECRET}.ics", "/calendar/….ics"),
        (f'"GET /x/{SECRET} HTTP/1.1"', '"GET /x/… HTTP/1.1"'),
        ("/cases/2025-0001/consultations/new/", "/cases/2025-0001/consultations/new/"),
        ("/register/12/versions/3/", "/register/12/versions/3/"),
    ],
)
def test_what_is_long_enough_to_be_a_secret_is_left_out_of_a_path(text: str, told: str) -> None:
    assert without_secrets(text) == told


def test_a_form_to_correct_is_logged_without_its_link(
    visit: Callable[[str], Client], caplog: pytest.LogCaptureFixture
) -> None:
    secret = made.secret(made.asked())

    with caplog.at_level(logging.WARNING):
        visit("public").post(f"/consultation/{secret}/", {"step": "terms"})

    told = [record.getMessage() for record in caplog.records if SecretPathsFilter().filter(record)]
    assert told == ["Unprocessable Entity: /consultation/…/"]
