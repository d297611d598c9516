"""What the doctor sees of the database, without starting or making anything."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from coretech.cli.doctor.finding import Finding, State, plain
from coretech.embedded import EmbeddedError, programs, status
from coretech.embedded.home import home_from
from coretech.embedded.status import Status
from coretech.kit.sentence import Sentence

OLDEST_SERVER = 15
PATIENCE = 5  # seconds for a server to answer
WHAT = Sentence("資料庫", "Database")


def database_findings(environ: Mapping[str, str]) -> Iterator[Finding]:
    """The served PostgreSQL where one is named, else the embedded one."""
    if url := environ.get("DATABASE_URL"):
        yield _served(url)
    else:
        yield _embedded(home_from(environ))


def _embedded(home: Path) -> Finding:
    try:
        programs.bundled()
        seen = _seen(status(home))
    except EmbeddedError as error:
        return Finding(
            "database",
            State.MISSING,
            WHAT,
            Sentence("內建，無法使用", "embedded, not usable"),
            error.sentence,
        )
    except OSError as error:
        advice = Sentence(
            f"無法讀取 {home}；請用擁有該資料夾的帳號執行，或以 CORETECH_HOME 指定另一個。",
            f"{home} may not be read; run as its owner, or name another folder with CORETECH_HOME.",
        )
        return Finding("database", State.MISSING, WHAT, plain(str(error.strerror)), advice)
    return Finding("database", State.FINE, WHAT, seen)


def _seen(there: Status) -> Sentence:
    if there.version is None:
        return Sentence(
            f"內建 PostgreSQL {programs.MAJOR}，首次使用時建立於 {there.cluster}",
            f"embedded PostgreSQL {programs.MAJOR}, made in {there.cluster} at first use",
        )
    return Sentence(
        f"內建 PostgreSQL {there.version}，{there.cluster}，帳號 {there.account}，"
        f"{'執行中' if there.running else '未執行，需要時自動啟動'}",
        f"embedded PostgreSQL {there.version}, {there.cluster}, account {there.account}, "
        f"{'running' if there.running else 'not running; starts when needed'}",
    )


def _served(url: str) -> Finding:
    import psycopg  # noqa: PLC0415 - only where a server is named; the rest of the doctor does without

    try:
        with psycopg.connect(url if "://" in url else "://", connect_timeout=PATIENCE) as connection:
            version = connection.info.server_version // 10000
            where = f"{connection.info.host or '-'}:{connection.info.port}/{connection.info.dbname}"
    except psycopg.Error:
        advice = Sentence(
            "連不上。請確認 DATABASE_URL（postgresql://使用者:密碼@主機:埠號/資料庫）與該伺服器是否執行中。",
            "It does not answer. Check DATABASE_URL (postgresql://user:password@host:port/database) and whether "
            "that server runs.",
        )
        return Finding("database", State.MISSING, WHAT, plain("DATABASE_URL"), advice)
    if version >= OLDEST_SERVER:
        return Finding("database", State.FINE, WHAT, plain(f"PostgreSQL {version}, {where}"))
    advice = Sentence(
        f"需要 PostgreSQL {OLDEST_SERVER} 以上；請升級該伺服器，或改用內建資料庫。",
        f"PostgreSQL {OLDEST_SERVER} or newer is needed: upgrade that server, or use the embedded database.",
    )
    return Finding("database", State.MISSING, WHAT, plain(f"PostgreSQL {version}, {where}"), advice)
