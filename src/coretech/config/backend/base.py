"""Django's connection to PostgreSQL, embedded or served."""

from pathlib import Path
from typing import Any

import psycopg
from django.db import NotSupportedError
from django.db.backends.postgresql import base, features

from coretech import embedded
from coretech.config.backend.first_tables import make_first_tables
from coretech.kit.sentence import Sentence

OLDEST = (15,)


class DatabaseFeatures(features.DatabaseFeatures):
    """What we ask of PostgreSQL."""

    minimum_database_version = OLDEST


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that knows the embedded server by the setting ``EMBEDDED_HOME``.

    The address is filled in when a connection is asked for, so that no process starts the server, or reads
    its password, before it needs the database. Anything that asks for the connection's parameters, such as
    the job queue, is served alike.
    """

    features_class = DatabaseFeatures

    @property
    def embedded_home(self) -> Path | None:
        """The home whose server this is; nothing where the server is not ours."""
        home: Path | None = self.settings_dict.get("EMBEDDED_HOME")
        return home

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters with the embedded server's address.

        Raises:
            EmbeddedError: where the embedded server does not start.
        """
        params: dict[str, Any] = super().get_connection_params()
        if home := self.embedded_home:
            params |= embedded.ensure(home).libpq()
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401 - as Django declares it
        """Connect; a server that is just recovering from a crash is waited for."""
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            if (home := self.embedded_home) is None:
                raise
            embedded.wait(home)
            return super().get_new_connection(conn_params)

    def prepare_database(self) -> None:
        """Before it is migrated, an empty database gets its tables at once."""
        super().prepare_database()
        make_first_tables(self)

    def check_database_version_supported(self) -> None:
        """Refuse a PostgreSQL too old for us, in a sentence."""
        if self.get_database_version() < OLDEST:
            raise NotSupportedError(str(_too_old(self.pg_version // 10000)))


def _too_old(version: int) -> Sentence:
    return Sentence(
        zh=f"資料庫是 PostgreSQL {version}，本程式需要 {OLDEST[0]} 以上。請升級該伺服器，或改用內建資料庫。",
        en=f"The database is PostgreSQL {version}, and {OLDEST[0]} or newer is needed. Upgrade that server, "
        "or use the embedded database.",
    )
