"""A portfolio's file and its projects, sealed at rest: no text of theirs lies open in the database."""

import base64
import json
from collections.abc import Iterable, Iterator

from coretech.apps.audit.keys import key_ring, keys_needed
from coretech.apps.inventory.models import Portfolio, PortfolioRow
from coretech.engines.sealing import open_sealed, seal
from coretech.readers.portfolios.projects import Project

PURPOSE = "portfolios"
"""The key that portfolios are sealed under, by its purpose on the installation's ring."""


def sealed_file(sha256: str, content: bytes) -> bytes:
    """The file sealed to its own digest."""
    with keys_needed():
        return seal(_key_to_seal(), content, _file(sha256))


def file_of(portfolio: Portfolio) -> bytes:
    """The file as it was uploaded; empty once its rows are taken."""
    if not portfolio.content:
        return b""
    with keys_needed():
        return open_sealed(key_ring().key(PURPOSE), bytes(portfolio.content), _file(portfolio.sha256))


def sealed_projects(portfolio: Portfolio, projects: Iterable[Project]) -> Iterator[str]:
    """Each project sealed to its place in the portfolio."""
    with keys_needed():
        key = _key_to_seal()
        for place, project in enumerate(projects):
            content = json.dumps(project.as_dict(), ensure_ascii=False).encode()
            yield base64.b64encode(seal(key, content, _row(portfolio.pk, place))).decode("ascii")


def projects_of(rows: Iterable[PortfolioRow]) -> list[Project]:
    """The projects of rows, each read with its intake."""
    with keys_needed():
        key = key_ring().key(PURPOSE)
        return [_opened(key, row) for row in rows]


def _opened(key: bytes, row: PortfolioRow) -> Project:
    content = open_sealed(key, base64.b64decode(row.sealed), _row(row.intake.portfolio_id, row.place))
    return Project(**json.loads(content))


def _key_to_seal() -> bytes:
    ring = key_ring()
    return ring.key(PURPOSE) if Portfolio.objects.exists() else ring.make_key(PURPOSE)


def _file(sha256: str) -> bytes:
    return f"portfolio/{sha256}".encode()


def _row(portfolio_id: int, place: int) -> bytes:
    return f"portfolio/{portfolio_id}/row/{place}".encode()
