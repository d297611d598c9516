"""What breaks on our side is told as a problem too, without a word of what broke."""

import logging

import pytest
from django.test import Client
from pytest_django import Settings

from tests.api.caller import problem_of


@pytest.fixture
def client(settings: Settings) -> Client:
    """A client of the API that breaks."""
    settings.ROOT_URLCONF = "tests.api.broken"
    return Client(raise_request_exception=False)


@pytest.mark.usefixtures("public")
def test_an_error_of_ours_is_a_problem_document_that_tells_nothing_of_it(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "coretech.api.handlers"):
        response = client.get("/api/v1/breaks")

    problem_of(response, 500)
    assert b"secret" not in response.content
    assert "the secret of /api/v1/breaks" in caplog.text


@pytest.mark.usefixtures("public")
def test_an_error_of_ours_reaches_whoever_watches_for_errors(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.api.broken"

    with pytest.raises(RuntimeError):
        Client().get("/api/v1/breaks")
