"""Lists of technologies in tests: the bundled ones, and versions of a made-up list taken in from a file."""

import json
from collections.abc import Iterable, Mapping

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.lists.bundled import load_lists
from coretech.apps.lists.importing import Import, read_import
from coretech.apps.lists.operations.import_list import import_list
from coretech.readers.lists.records import Head
from tests import factories

OFFICE = "office"
HEAD = {
    "list": "XX-MADE",
    "country": "XX",
    "issuer_zh": "虛構國科技部",
    "issuer_en": "Ministry of Nowhere",
    "title_zh": "虛構清單",
    "title_en": "A made-up list",
    "dated": "2024-01-02",
    "source_name": "tests",
}


def staged() -> None:
    """The bundled lists."""
    load_lists()


def office() -> Acting:
    """Who keeps lists."""
    return factories.acting(OFFICE)


def head(code: str = "XX-1", **told: object) -> Head:
    """The head of a version of the made-up list."""
    return Head(**{**HEAD, "code": code, "effects": ("export",), "complete": True, **told})  # type: ignore[arg-type]  # fields by name


def as_csv(items: Iterable[Mapping[str, str]]) -> bytes:
    """Items as a table with the columns of the first."""
    rows = list(items)
    names = list(rows[0])
    lines = [names, *([each.get(name, "") for name in names] for each in rows)]
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()


def named(*names: str) -> bytes:
    """A flat list of English names as JSON."""
    items = [{"code": str(number), "names": {"en": name}} for number, name in enumerate(names, 1)]
    return json.dumps(items).encode()


def given(raw: bytes, code: str = "XX-1", status: str = "in_force", **told: object) -> Import:
    """A file as it is to be taken in."""
    return read_import(raw, head(code, **told), status)


def imported(raw: bytes, code: str = "XX-1", status: str = "in_force", **told: object) -> Act:
    """A version, taken in by the Office."""
    return import_list(office(), given(raw, code, status, **told))


def world() -> dict[str, object]:
    """One of everything of lists that has an address, by the names that addresses have for it."""
    staged()
    return {
        "list_code": "US-NSTC-2024",
        "list_item": "1",
        "list_form": "csv",
        "left_code": "US-NSTC-2022",
        "right_code": "US-NSTC-2024",
    }
