"""Addresses and words that are settled once for a language."""

import pytest
from django.test.utils import override_script_prefix
from django.urls import NoReverseMatch
from django.utils.translation import override
from pytest_django import Settings

from coretech.web.shell.addresses import address_of
from coretech.web.shell.words import say, settled, tr
from tests.web.shell_pages import TIED


def test_a_page_has_one_address_in_each_language() -> None:
    assert address_of("register") == "/register/"
    with override("en"):
        assert address_of("register") == "/en/register/"
    assert address_of("register") == "/register/"


def test_an_address_follows_where_the_site_is_mounted() -> None:
    with override_script_prefix("/list/"):
        assert address_of("register") == "/list/register/"
    assert address_of("register") == "/register/"


def test_other_addresses_are_worked_out_anew(settings: Settings) -> None:
    assert address_of("law") == "/law/"
    settings.ROOT_URLCONF = "tests.web.shell_pages"
    assert address_of("register") == "/"


def test_a_page_that_is_not_there_has_no_address() -> None:
    with pytest.raises(NoReverseMatch):
        address_of("nowhere")


@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_settled_words_are_those_of_the_language(language: str) -> None:
    with override(language):
        words = settled()
        assert words["tr"]("清單", "The list") == tr("清單", "The list")
        assert words["say"](TIED.reason) == say(TIED.reason)
