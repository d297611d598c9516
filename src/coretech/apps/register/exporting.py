"""The register as files that are open to all: the list of a day, every version, what changed, and the description."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings

from coretech.apps.people.models import Agency
from coretech.apps.register.models import Announcement
from coretech.apps.register.queries import edition_on
from coretech.apps.register.records import entries
from coretech.apps.register.searching import Results, Search, State, search
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import not_found
from coretech.readers.register_files.days import ended_by, ever_on, known, list_on
from coretech.readers.register_files.delta import Delta, compare
from coretech.readers.register_files.formats import FORMATS, Format, write
from coretech.readers.register_files.records import About, Entry, RegisterFile, plain

ANNOUNCER = "ey"
"""The agency that announces the list (art. 6), and so publishes it."""


def base_address() -> str:
    """Where the register's own addresses begin, without a slash at the end."""
    address: str = settings.CORETECH_ADDRESS
    return address.rstrip("/")


def list_file(as_of: dt.date, known_at: dt.date | None = None) -> RegisterFile:
    """The list in force on a day, as known at the end of another; each authority under its name of that day."""
    return RegisterFile(_about(as_of, known_at), _list(entries(known_at), as_of, known_at))


def part_file(asked: Search, as_of: dt.date, known_at: dt.date | None = None) -> RegisterFile:
    """What `search` finds of a day's list, told by the file to be a part; the list where nothing is looked for.

    Raises:
        Refused: as `search`.
    """
    if asked == Search():
        return list_file(as_of, known_at)
    results = search(asked, as_of, known_at)
    numbers = {found.item.number for found in results.found}
    told = [entry for entry in ever_on(entries(known_at), as_of, known_at) if entry.no in numbers]
    about = replace(_about(as_of, known_at), part=_part(asked, results))
    return RegisterFile(about, _under_names_of(told, as_of))


def history_file(known_at: dt.date | None = None) -> RegisterFile:
    """Every version there has been, as known at the end of a day, with its valid and its record time."""
    return RegisterFile(_about(None, known_at), known(entries(known_at), known_at))


def item_file(number: int, version: int | None = None) -> RegisterFile:
    """One item with all its versions, or one version of it alone.

    Raises:
        Refused: (HTTP 404) where the list never had such an item, or the item no such version.
    """
    found = [entry for entry in known(entries(), None) if entry.no == number]
    if not found:
        raise not_found(f"清單沒有第{number}項。", f"The list has no item {number}.")
    told = tuple(entry for entry in found if version in {None, entry.version})
    if not told:
        raise not_found(f"第{number}項沒有第{version}版。", f"Item {number} has no version {version}.")
    return RegisterFile(_about(None, None), told)


def changes_between(first: dt.date, last: dt.date) -> Delta:
    """What has to be done to the list of one day to have the list of another."""
    found = entries()
    changes = compare(_list(found, first), _list(found, last), ended_by(found, last))
    return Delta(base_address(), first, last, changes)


def description(today: dt.date) -> bytes:
    """The dataset's description (DCAT 3), with the files as they are now."""
    from coretech.readers.register_files import dcat  # noqa: PLC0415 - the graph's library is slow to start

    base, file = base_address(), list_file(today)
    first, newest = Announcement.objects.order_by("edition").first(), Announcement.objects.last()
    publisher = Agency.objects.get(code=ANNOUNCER).name_on(today)
    distributions = tuple(
        dcat.Distribution(
            address=f"{base}/register/export/{form}",
            title=told.name,
            media_type=told.media_type,
            content=write(file, form),
            skos=form in {Format.JSONLD, Format.TTL},
        )
        for form, told in FORMATS.items()
    )
    return dcat.write(
        dcat.Dataset(
            base=base,
            publisher=publisher,
            edition=0 if newest is None else newest.edition,
            issued=None if first is None else first.announced_on,
            modified=None if newest is None else newest.recorded_at.astimezone(TAIPEI).date(),
            distributions=distributions,
        )
    )


def _list(found: list[Entry], as_of: dt.date, known_at: dt.date | None = None) -> tuple[Entry, ...]:
    return _under_names_of(list_on(found, as_of, known_at), as_of)


def _under_names_of(told: Iterable[Entry], day: dt.date) -> tuple[Entry, ...]:
    agencies = {agency.code: agency for agency in Agency.objects.prefetch_related("names")}
    return tuple(_with_name_on(entry, agencies[entry.authority], day) for entry in told)


def _part(asked: Search, results: Results) -> str:
    """By what the items were chosen, in the words of the address that asks for them."""
    chosen = {
        "q": plain(results.instead or asked.words).strip(),
        "sector": asked.sector,
        "authority": asked.authority,
        "state": "" if asked.state == State.IN_FORCE else asked.state,
        "changed_since": "" if asked.changed_since is None else asked.changed_since.isoformat(),
    }
    return "; ".join(f"{name}={value}" for name, value in chosen.items() if value)


def _with_name_on(entry: Entry, agency: Agency, day: dt.date) -> Entry:
    name = agency.name_on(day)
    return replace(entry, authority_zh=name.zh, authority_en=name.en)


def _about(as_of: dt.date | None, known_at: dt.date | None) -> About:
    """What the file is; its edition is the newest announcement in effect that day, as far as it was known."""
    newest = edition_on(as_of or dt.date.max, known_at)
    edition = None if newest is None else newest.edition
    return About(base=base_address(), as_of=as_of, known_at=known_at, edition=edition)
