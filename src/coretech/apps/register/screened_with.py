"""The list in force as an inventory's portfolios are compared with it."""

import datetime as dt
from collections.abc import Iterator

from coretech.apps.inventory.finds.catalogue import Entry
from coretech.apps.register.queries import in_force


def entries_on(day: dt.date) -> Iterator[Entry]:
    """Every item in force on a day, with its scope and its sector."""
    for version in in_force(day):
        item = version.item
        yield Entry(
            key=f"technology/{item.technology_id}",
            zh=version.name_zh,
            en=version.name_en,
            more="\n".join(part for part in (version.scope_zh, version.scope_en) if part),
            number=item.number,
            technology=item.technology_id,
            sector=version.sector.code,
            authority=version.authority.code,
        )
