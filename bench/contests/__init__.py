"""The benchmarks by name; each module makes its contest ready and clears up after it."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager

from bench.contest import Contest

CONTESTS = {
    "law-questions": "bench.contests.law_questions",
    "law-batch": "bench.contests.law_batch",
    "leaf-hashes": "bench.contests.leaf_hashes",
    "proofs": "bench.contests.proofs",
    "audit": "bench.contests.audit",
    "command-start": "bench.contests.command_start",
    "connections": "bench.contests.connections",
    "as-of": "bench.contests.as_of",
    "public-list": "bench.contests.public_list",
    "room": "bench.contests.room",
    "programme": "bench.contests.programme",
    "supplies": "bench.contests.supplies",
    "matching": "bench.contests.matching",
    "plan-page": "bench.contests.plan_page",
    "dashboard": "bench.contests.dashboard",
    "watch": "bench.contests.watch",
    "watch-ingest": "bench.contests.watch_ingest",
}


@contextmanager
def prepared(name: str) -> Iterator[Contest]:
    """The contest of a name with what it needs, imported only now so that one needs not the others' parts."""
    yield from importlib.import_module(CONTESTS[name]).contest()
