"""Which PostgreSQL this installation runs on: a served one by ``DATABASE_URL``, else the embedded one."""

from collections.abc import Mapping

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from coretech.embedded.address import DATABASE
from coretech.embedded.home import home_from
from coretech.kit.sentence import Sentence

ENGINE = "coretech.config.backend"
SCHEMES = ("postgres://", "postgresql://")
SETTINGS = {"user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT", "dbname": "NAME"}


def database_from(environ: Mapping[str, str]) -> dict[str, object]:
    """The entry ``default`` of Django's ``DATABASES``.

    Args:
        environ: the environment; ``DATABASE_URL`` and ``CORETECH_HOME`` count.

    Raises:
        ImproperlyConfigured: where ``DATABASE_URL`` cannot be read; its words are never repeated, because
            one of them is a password.
    """
    if url := environ.get("DATABASE_URL"):
        return {"ENGINE": ENGINE, **_served(url)}
    return {"ENGINE": ENGINE, "NAME": DATABASE, "EMBEDDED_HOME": home_from(environ)}


def _served(url: str) -> dict[str, object]:
    """Let libpq itself read the address, so that all it knows works: sockets, sslmode, several hosts."""
    try:
        words = conninfo_to_dict(url) if url.startswith(SCHEMES) else {}
    except psycopg.ProgrammingError:
        words = {}
    if not words.get("dbname"):
        raise ImproperlyConfigured(str(UNREADABLE))
    named = {SETTINGS[word]: str(value) for word, value in words.items() if word in SETTINGS}
    options = {word: value for word, value in words.items() if word not in SETTINGS}
    return {**named, "OPTIONS": options}


UNREADABLE = Sentence(
    zh="環境變數 DATABASE_URL 無法解讀。格式為 postgresql://使用者:密碼@主機:埠號/資料庫?sslmode=require，"
    "密碼中的特殊字元須以百分號編碼；不設定則使用內建資料庫。",
    en="The environment's DATABASE_URL cannot be read. Write it as "
    "postgresql://user:password@host:port/database?sslmode=require, with special characters of the password "
    "percent-encoded; leave it out to use the embedded database.",
)
