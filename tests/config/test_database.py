"""Which database the environment names."""

import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import NotSupportedError
from django.db.utils import ConnectionHandler

from coretech.config.backend.base import DatabaseWrapper
from coretech.config.database import database_from
from coretech.embedded.home import home_from


def test_without_a_named_server_the_home_has_its_own(tmp_path: Path) -> None:
    database = database_from({"CORETECH_HOME": str(tmp_path), "DATABASE_URL": ""})
    assert database["EMBEDDED_HOME"] == tmp_path
    assert "HOST" not in database


def test_a_served_database_is_read_by_libpqs_own_rules() -> None:
    database = database_from(
        {"DATABASE_URL": "postgres://u%40x:p%2Fw%3A@db.example:5433/core?sslmode=require"}
    )
    assert database == {
        "ENGINE": "coretech.config.backend",
        "NAME": "core",
        "USER": "u@x",
        "PASSWORD": "p/w:",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_served_database_may_be_reached_by_its_socket() -> None:
    database = database_from({"DATABASE_URL": "postgresql:///core?host=/run/postgresql"})
    assert (database["NAME"], database["HOST"]) == ("core", "/run/postgresql")


@pytest.mark.parametrize(
    "url",
    [
        "mysql://user:hidden-word@host/core",
        "postgresql://user:hidden-word@host",
        "postgresql://user:hidden-word%zz@host/core",
        "postgresql://user:hidden-word@host/core?no_such_word=1",
        "host=somewhere password=hidden-word dbname=core",
    ],
)
def test_an_address_that_cannot_be_read_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        database_from({"DATABASE_URL": url})
    assert "DATABASE_URL" in str(refused.value)
    assert "hidden-word" not in str(refused.value)


def test_the_home_is_the_users_unless_named(tmp_path: Path) -> None:
    assert home_from({"CORETECH_HOME": str(tmp_path)}) == tmp_path
    assert home_from({"CORETECH_HOME": "~/here"}) == Path.home() / "here"
    usual = home_from({})
    assert usual == Path("/var/lib/coretech") if os.geteuid() == 0 else usual.is_relative_to(Path.home())


def test_a_server_older_than_fifteen_is_refused_in_a_sentence(tmp_path: Path) -> None:
    wrapper = ConnectionHandler({"default": database_from({"CORETECH_HOME": str(tmp_path)})})["default"]
    assert isinstance(wrapper, DatabaseWrapper)
    wrapper.pg_version = 14_00_05
    with pytest.raises(NotSupportedError, match="PostgreSQL 14"):
        wrapper.check_database_version_supported()
    wrapper.pg_version = 15_00_00
    wrapper.check_database_version_supported()
