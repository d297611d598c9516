"""Writing what was counted of a technology: its countries first, then the row they hang on."""

import math
from collections.abc import Mapping
from typing import cast

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.gathering import gathered_digest
from coretech.apps.inventory.keys import next_keys
from coretech.apps.watch.models import Counted, CountryFigure, Definition, Run
from coretech.engines.watching.counting import Found, Row

_TABLE = "watch_counted"
_PLAIN = ("works", "hhi", "institutions_in_leader", "growth", "growth_low", "growth_high")


def store(by: Acting, run: Run, definition: Definition, found: Found) -> Counted:
    """The rows of one technology in one run."""
    (key,) = next_keys(_TABLE, 1)
    CountryFigure.objects.bulk_create(
        _country(key, place, row) for place, row in enumerate(found.countries, start=1)
    )
    return Counted.objects.create(
        pk=key,
        run=run,
        technology=definition.technology,
        definition=definition,
        **{name: found.row[name] for name in _PLAIN},
        leader=str(found.row["leader"] or ""),
        runner_up=str(found.row["runner_up"] or ""),
        lead_ratio=_finite(found.row),
        monopoly_risk=str(found.row["monopoly_risk"] or ""),
        coverage=dict(found.coverage),
        warnings=list(found.warnings),
        years=found.years,
        parts=[[each.written, each.works, each.added] for each in found.parts],
        institutions=found.institutions,
        reading=[each.as_row() for each in found.reading],
        sample=[each.as_row() for each in found.sample],
        rows_sha256=gathered_digest(_TABLE, key),
        at=by.at,
    )


def _country(counted: int, place: int, row: Row) -> CountryFigure:
    names = ("country", "works", "works_fractional", "top10_share", "h_index", "rank", "years")
    return CountryFigure(counted_id=counted, place=place, **{name: row[name] for name in names})


def _finite(row: Mapping[str, object]) -> float | None:
    """The lead; none where there is no runner-up to be ahead of."""
    ratio = cast("float | None", row["lead_ratio"])
    return None if ratio is None or math.isinf(ratio) else ratio
