"""A log of many acts, half of which bind a row, asked by lines on standard input; each answer is a line of JSON.

Run as a program with ``CORETECH_HOME`` set. ``ours`` is the audit as the command does it, ``orm`` the same by an object
for each act, and ``peer`` builds the tree over the same leaves, held in memory, with pymerkle. ``grow N`` adds acts
until there are N; ``processor`` tells the seconds of processor time that the program has had.
"""

import datetime as dt
import json
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

BATCH = 8_192
_FIRST = dt.datetime(2025, 6, 2, 2, tzinfo=dt.UTC)
_REVIEWS = (
    "INSERT INTO register_annualreview "
    "(item_id, year, authority_id, verdict, reasons, scope_questions, foreign_lists, evidence, reviewed_at) "
    "SELECT item.id, 2025, (SELECT min(id) FROM people_agency), 'fits', '仍符合認定要件。', '', '', '', now() "
    "FROM generate_series(1, %s) n JOIN register_registeritem item ON item.number = 1 + n %% 22 RETURNING id"
)
_ACTS = "COPY audit_act (seq, at, kind, subject, account_id, public, confidential, salt, leaf, leaf_hash) FROM STDIN"


def main() -> int:
    """Make an installation, say so, then answer line by line until the input ends."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "coretech.config.settings"
    import_module("django").setup()
    import_module("coretech.cli.installation.ready").ready()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(
            0, {max(os.sched_getaffinity(0))}
        )  # the database has begun, and keeps the others
    asked: dict[str, Callable[..., object]] = {
        "ours": _ours,
        "orm": _orm,
        "peer": _Peer(),
        "grow": _grow,
        "processor": time.process_time,
    }
    _say("ready")
    for line in sys.stdin:
        name, *figures = line.split()
        _say(asked[name](*map(int, figures)))
    return 0


def _ours() -> dict[str, object]:
    found = import_module("coretech.apps.audit.queries").audit()
    return {"size": found.size, "root": found.root, "faults": found.faults}


def _orm() -> dict[str, object]:
    """An object for each act, its leaf made anew by the code that records acts."""
    leaf_of = import_module("coretech.apps.audit.record").leaf_of
    ledger = import_module("coretech.engines.ledger.leaf")
    tree, faults = import_module("coretech.engines.ledger.tree").Tree(), 0
    for act in _acts().order_by("seq").iterator(chunk_size=2000):
        committed = ledger.commitment(act.confidential, bytes(act.salt))
        named = {"seq": act.seq, "at": act.at, "kind": act.kind, "subject": act.subject}
        tree.append(ledger.leaf_hash(bytes(act.leaf)))
        faults += leaf_of(**named, public=act.public, committed=committed) != bytes(act.leaf)
    return {"size": tree.size, "root": tree.root().hex(), "faults": faults}


class _Peer:
    """The tree alone; it reads no database and recomputes no leaf."""

    def __init__(self) -> None:
        self._leaves: list[bytes] = []

    def __call__(self) -> dict[str, object]:
        if not self._leaves:
            self._leaves = [bytes(leaf) for leaf in _acts().order_by("seq").values_list("leaf", flat=True)]
        tree = import_module("pymerkle").InmemoryTree(algorithm="sha256")
        for leaf in self._leaves:
            tree.append_entry(leaf)
        return {"size": tree.get_size(), "root": tree.get_root().hex(), "faults": 0}


def _grow(size: int) -> int:
    there: int = _acts().count()
    for first in range(there + 1, size + 1, BATCH):
        _add(range(first, min(first + BATCH, size + 1)))
    with import_module("django.db").connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return max(there, size)


def _add(numbers: Sequence[int]) -> None:
    """Acts as `record` writes them, in bulk: a row for every second one, and the roots of complete blocks."""
    database = import_module("django.db")
    with database.transaction.atomic(), database.connection.cursor() as cursor:
        cursor.execute(_REVIEWS, [len(numbers) // 2])
        rows = iter(list(_bound([key for (key,) in cursor.fetchall()])))
        with cursor.copy(_ACTS) as copy:
            for number in numbers:
                copy.write_row(_act(number, next(rows, None) if number % 2 == 0 else None))
        acts, complete = _acts(), import_module("coretech.apps.audit.blocks").complete_block
        for number in numbers:
            if number % 1024 == 0:
                complete(acts.get(seq=number))


def _bound(keys: Sequence[int]) -> Iterator[dict[str, object]]:
    rows = import_module("coretech.apps.audit.rows")
    table = import_module("coretech.apps.audit.tables").bound_tables()["register_annualreview"]
    for batch in rows.read_rows(table, keys):
        for (key, said), digest in zip(batch, rows.digests([said for _, said in batch]), strict=True):
            yield {f"{table.name}/{key}": {"sha256": digest, "columns": rows.marked(said)}}


def _act(number: int, rows: dict[str, object] | None) -> tuple[object, ...]:
    ledger = import_module("coretech.engines.ledger.leaf")
    at, salt = _FIRST + dt.timedelta(seconds=number, microseconds=number), secrets.token_bytes(32)
    kind, subject = "register.item_reviewed", f"register-item/{1 + number % 22}"
    public = {"year": 2025, "authority": "nstc", "verdict": "fits", "said": "仍符合"}
    hidden: dict[str, object] = {"account": "", "account_id": None, "why": "", "reasons": "仍符合認定要件。"}
    hidden |= {} if rows is None else {"rows": rows}
    leaf = import_module("coretech.apps.audit.record").leaf_of(
        seq=number,
        at=at,
        kind=kind,
        subject=subject,
        public=public,
        committed=ledger.commitment(hidden, salt),
    )
    told = (json.dumps(public), json.dumps(hidden))
    return (number, at, kind, subject, None, *told, salt, leaf, ledger.leaf_hash(leaf))


def _acts() -> Any:  # noqa: ANN401 - the manager of a model that can be imported only once Django is set up
    return import_module("coretech.apps.audit.models").Act.objects


def _say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
