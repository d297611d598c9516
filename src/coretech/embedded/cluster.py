"""The cluster's birth, and the password of its only role."""

import secrets
import shutil
from pathlib import Path

from coretech.embedded import files, programs
from coretech.embedded.account import Account
from coretech.embedded.address import DATABASE, USER
from coretech.embedded.place import Place
from coretech.embedded.problem import EmbeddedError
from coretech.kit.sentence import Sentence

INITDB = (
    *("--username=postgres", "--encoding=UTF8", "--data-checksums"),
    *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
    "--auth=reject",
)
ACCESS = f"local all {USER} scram-sha-256\n"  # the superuser has no way in


def prepare(place: Place, account: Account, installation: Path) -> None:
    """See that there is a cluster of our version and that we know its password; the server is down.

    Raises:
        EmbeddedError: where the cluster is another version's, or PostgreSQL cannot make one.
    """
    fresh_password = files.read(place.password) is None
    if fresh_password:
        files.write(place.password, secrets.token_urlsafe(32))
    if not place.cluster.exists():
        _bear(place, account, installation)
    elif (version := (files.read(place.cluster / "PG_VERSION") or "").strip()) != programs.MAJOR:
        raise _other_version(place, version)
    elif fresh_password:
        _type(place.cluster, account, installation, f"ALTER ROLE {USER} {_password(place)};\n")


def _bear(place: Place, account: Account, installation: Path) -> None:
    """Make the cluster aside and move it into place whole, so that a killed birth leaves nothing half."""
    cradle = place.folder / "postgres.new"
    shutil.rmtree(cradle, ignore_errors=True)
    cradle.mkdir(mode=0o700)
    account.own(cradle)
    initdb = installation / "bin" / "initdb"
    result = programs.run(account, [initdb, *INITDB, "-D", cradle], cwd=place.folder)
    if result.returncode:
        raise programs.failed(_not_made(place.cluster), result)
    access = cradle / "pg_hba.conf"
    access.write_text(ACCESS, encoding="utf-8")
    role = f"CREATE ROLE {USER} LOGIN CREATEDB {_password(place)};\n"
    _type(cradle, account, installation, f"{role}CREATE DATABASE {DATABASE} OWNER {USER};\n")
    cradle.rename(place.cluster)
    files.sync(place.folder)


def _type(cluster: Path, account: Account, installation: Path, statements: str) -> None:
    """Have PostgreSQL carry out statements, one a line, alone and without a server."""
    words = ["--single", "-D", str(cluster), "-c", "exit_on_error=true", "postgres"]
    result = programs.run(
        account, [installation / "bin" / "postgres", *words], cwd=cluster.parent, typed=statements
    )
    if result.returncode:
        raise programs.failed(_not_made(cluster), result)


def _password(place: Place) -> str:
    return f"PASSWORD '{files.read(place.password)}'"


def _not_made(cluster: Path) -> Sentence:
    return Sentence(
        zh=f"PostgreSQL 無法在 {cluster} 建立資料庫。請確認磁碟空間與權限，或以 DATABASE_URL 指定資料庫。",
        en=f"PostgreSQL could not make its database in {cluster}. Check the disk's room and permissions, or "
        "name a database server with DATABASE_URL.",
    )


def _other_version(place: Place, version: str) -> EmbeddedError:
    return EmbeddedError(
        Sentence(
            zh=f"{place.cluster} 的資料屬於 PostgreSQL {version or '不明版本'}，本程式附的是 "
            f"{programs.MAJOR}。請以舊版程式用 pg_dump 匯出後移開該資料夾，再匯入。",
            en=f"The data in {place.cluster} belongs to PostgreSQL {version or 'of unknown version'}, and "
            f"{programs.MAJOR} is bundled here. Dump it with pg_dump under the former release, move the "
            "folder away and restore it.",
        )
    )
