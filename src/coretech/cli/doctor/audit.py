"""What the doctor reads of the log's last audit, where the database runs: nothing is started or made for it."""

from collections.abc import Iterator, Mapping

from coretech.cli.doctor.finding import Finding, State
from coretech.embedded import EmbeddedError, status
from coretech.embedded.address import Address
from coretech.embedded.home import home_from
from coretech.embedded.settle import find
from coretech.kit.sentence import Sentence

PATIENCE = 5  # seconds for a server to answer
WHAT = Sentence("紀錄的重算", "Audit of the log")
_LAST = """
    SELECT to_char(at AT TIME ZONE 'Asia/Taipei', 'YYYY-MM-DD HH24:MI'), size, faults
    FROM audit_auditrun ORDER BY id DESC LIMIT 1
"""
_NONE_YET = Sentence("還沒有結果", "no result yet")
_RUN = Sentence(
    "每夜由 coretech serve 或 coretech work 重算；也可執行 coretech log audit。",
    "coretech serve or coretech work recomputes it every night; coretech log audit does so at once.",
)
_LOOK = Sentence(
    "請勿更正資料庫；先完整備份，再由 /log/audits/ 或 coretech log audit 看是哪幾處。",
    "Correct nothing in the database: back all of it up, then see the places at /log/audits/ or by coretech log audit.",
)


def audit_findings(environ: Mapping[str, str]) -> Iterator[Finding]:
    """The last audit's result; nothing where no database answers, or one without our tables does."""
    import psycopg  # noqa: PLC0415 - the rest of the doctor does without

    try:
        where = _where(environ)
        if where is None:
            return
        with psycopg.connect(where, connect_timeout=PATIENCE) as connection:
            last = connection.execute(_LAST).fetchone()
    except (psycopg.Error, OSError, EmbeddedError):
        return  # what is wrong with the database is another finding's to say
    yield _told(*last) if last else Finding("audit", State.OPTIONAL, WHAT, _NONE_YET, _RUN)


def _where(environ: Mapping[str, str]) -> str | None:
    """How to reach the database, in libpq's words; None for an embedded one that does not run."""
    import psycopg.conninfo  # noqa: PLC0415 - as above

    if url := environ.get("DATABASE_URL"):
        return url if "://" in url else "://"
    home = home_from(environ)
    if not status(home).running:
        return None
    place = find(home)
    address = Address(str(place.socket_folder), place.password.read_text().strip())
    return psycopg.conninfo.make_conninfo(dbname=address.dbname, **address.libpq())


def _told(when: str, size: int, faults: int) -> Finding:
    if not faults:
        fine = Sentence(f"{when}，{size} 筆，全部相符", f"{when}, {size} acts, everything holds")
        return Finding("audit", State.FINE, WHAT, fine)
    seen = Sentence(f"{when}，{size} 筆，{faults} 處不符", f"{when}, {size} acts, faults: {faults}")
    return Finding("audit", State.WRONG, WHAT, seen, _LOOK)
