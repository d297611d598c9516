"""The register in force as a catalogue to match with: the installation's where there is one, else the bundled lists."""

import datetime as dt
import os
from collections.abc import Iterator

from coretech.cli.matching.running import Catalogue
from coretech.embedded import status
from coretech.embedded.home import home_from
from coretech.kit.clock import TAIPEI
from coretech.readers.lists.bundled import bundled_versions

OURS = "TW"
_FIRST_LIST = "TW-2023-12-05"
_IN_FORCE = "in_force"

Item = tuple[str, str]
"""An item's id and its text."""


def register_catalogue(day: dt.date | None, *, foreign: bool) -> Catalogue:
    """The items in force on a day as ``TW/number``; ``foreign`` adds those of other countries' lists in force.

    Without an installation the register is what was announced on 2023-12-05, whatever the day. A foreign item's id is
    its list's version and its code, as in ``US-NSTC-2024/6``; lists are those in force today.

    Raises:
        Refused: (HTTP 503) where there is an installation whose database cannot be used.
    """
    register, others = (
        (_installed, _installed_foreign) if has_installation() else (_bundled, _bundled_foreign)
    )
    items = [*register(day), *(others() if foreign else ())]
    return Catalogue([name for name, _ in items], [text for _, text in items])


def has_installation() -> bool:
    """Whether a database is named, or one was made in the data folder; makes none."""
    return bool(os.environ.get("DATABASE_URL")) or status(home_from(os.environ)).version is not None


def _bundled(_: dt.date | None) -> Iterator[Item]:
    (first,) = (each for each in bundled_versions() if each.head.code == _FIRST_LIST)
    for entry in first.file().entries:
        yield f"{OURS}/{entry.code}", entry.names["zh-Hant"]


def _bundled_foreign() -> Iterator[Item]:
    for version in bundled_versions():
        if version.head.country != OURS and version.statuses[-1][0] == _IN_FORCE:
            for entry in version.file().entries:
                text = "\n".join([*entry.names.values(), *entry.description.values()])
                yield f"{version.head.code}/{entry.code}", text


def _installed(day: dt.date | None) -> Iterator[Item]:
    from coretech.cli.django import available, load  # noqa: PLC0415 - only an installation needs Django

    load()
    from coretech.apps.audit.clock import now  # noqa: PLC0415 - only once Django is set up
    from coretech.apps.register.queries import in_force  # noqa: PLC0415 - only once Django is set up
    from coretech.cli.installation.ready import ready  # noqa: PLC0415 - only once Django is set up

    ready()
    with available():
        for version in in_force(day or now().astimezone(TAIPEI).date()):
            yield f"{OURS}/{version.item.number}", version.name_zh


def _installed_foreign() -> Iterator[Item]:
    """The lists as the installation keeps them, once Django is set up."""
    from coretech.apps.lists.corpus import listed_texts  # noqa: PLC0415 - only once Django is set up
    from coretech.cli.django import available  # noqa: PLC0415 - only an installation needs Django

    with available():
        for item in listed_texts():
            if not item.key.startswith(f"{OURS}-"):
                yield item.key, item.text
