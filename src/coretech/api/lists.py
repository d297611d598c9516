"""Lists of technologies: every version, its items, comparisons and files, and taking one in."""

from http import HTTPStatus
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Field, Path, Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.files import binary
from coretech.api.openapi import NOT_THERE
from coretech.api.schemas import NO_NUL, Code, Flag, Given, Paragraphs, Shown, Words
from coretech.apps.lists.importing import read_import
from coretech.apps.lists.operations.import_list import check, import_list
from coretech.apps.lists.operations.set_list_status import Stand
from coretech.apps.lists.operations.set_list_status import set_list_status as set_status
from coretech.apps.lists.queries import Standing, standing_versions, version_of
from coretech.apps.lists.sides_compared import as_data, compared_versions
from coretech.apps.lists.versions import as_file
from coretech.readers.lists.formats import MEDIA_TYPES, Format, write_list
from coretech.readers.lists.json_file import item_data
from coretech.readers.lists.records import Head
from coretech.readers.register_files.formats import no_such_format

router = Router(tags=["lists"])

_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$"
LONGEST_FILE = 10_000_000

ListCode = Annotated[
    str,
    Path(description="A version such as `US-NSTC-2024`, or a list for its newest."),
    Field(pattern=_PATTERN),
]
Side = Annotated[str, Query(description="A version's code."), Field(pattern=_PATTERN)]
Text = Annotated[str, Field(max_length=500, pattern=NO_NUL)]
Dated = Annotated[str, Field(max_length=10, pattern=r"^[0-9-]*$")]
Effects = Annotated[list[Literal["protect", "export", "investment", "fund", "guide"]], Field(max_length=5)]
ListForm = Annotated[Code, Field(json_schema_extra={"enum": [*map(str, Format)]})]
EXPORTED: dict[int, Any] = {
    HTTPStatus.OK.value: {
        "description": "The file, under its own media type.",
        **binary(*(each.partition(";")[0] for each in MEDIA_TYPES.values())),
    }
}
StandingOf = Literal["draft", "in_force", "replaced"]


class ListVersionShown(Shown):
    """A version: whose list it is, where it stands, what it brings, and how much of it is here."""

    code: str
    list_code: str
    country: str
    title: Words
    issuer: Words
    dated: str
    status: str
    since: str
    effects: list[str]
    complete: bool
    items_here: int
    stated_count: int | None
    legal_basis: dict[str, str]
    note: dict[str, str]
    source_name: str
    source_url: str


class ListItemShown(Shown):
    """An item; ``translated`` names the languages that are our rendering."""

    code: str
    parent: str
    names: dict[str, str]
    translated: list[str]
    description: dict[str, str]


class ListShown(ListVersionShown):
    """A version with all its items."""

    items: list[ListItemShown]


class ListSide(Shown):
    """An item of one side of a comparison."""

    code: str
    names: dict[str, str]


class ListChange(Shown):
    """What became of an item; ``proposed`` where it goes by the likeness of names, with ``score`` from 0 to 1."""

    kind: str
    proposed: bool
    score: float | None
    left: list[ListSide]
    right: list[ListSide]


class ListGiven(Given):
    """A file's text with what is told beside it; what is empty is taken from the file, or from the list stored."""

    content: Annotated[str, Field(min_length=1, max_length=LONGEST_FILE, pattern=NO_NUL)]
    status: StandingOf
    list_code: Text = ""
    code: Text = ""
    country: Text = ""
    issuer_zh: Text = ""
    issuer_en: Text = ""
    title_zh: Text = ""
    title_en: Text = ""
    dated: Dated = ""
    legal_basis_zh: Text = ""
    legal_basis_en: Text = ""
    effects: Effects = Field(default_factory=list)
    complete: Flag | None = None
    stated_count: Annotated[int, Field(ge=0, le=32_767, strict=True)] | None = None
    note_zh: Paragraphs = ""
    note_en: Paragraphs = ""
    source_url: Text = ""
    source_name: Text = ""


class ListStatusGiven(Given):
    """Where a version stands since a day, and why; ``seen`` is the status it had when this was written."""

    status: StandingOf
    since: Annotated[str, Field(max_length=10, pattern=r"^[0-9-]+$")]
    why: Annotated[str, Field(min_length=1, max_length=1_000, pattern=NO_NUL)]
    seen: StandingOf


@router.get("", response=list[ListVersionShown], auth=PUBLIC, summary="各國技術清單 / Lists of technologies")
def list_lists(request: HttpRequest) -> list[ListVersionShown]:  # noqa: ARG001 - every endpoint takes the request
    """Every version of every list, by country."""
    return [ListVersionShown.model_validate(_told(each)) for each in standing_versions()]


@router.get(
    "/compare",
    response=list[ListChange],
    auth=PUBLIC,
    summary="比較兩份清單 / Two lists compared",
    openapi_extra=NOT_THERE,
)
def compare_lists(request: HttpRequest, left: Side, right: Side) -> list[ListChange]:  # noqa: ARG001 - as above
    """What came, went, was renamed, moved, merged or split from the left to the right."""
    return [ListChange.model_validate(each) for each in as_data(compared_versions(left, right))]


@router.get("/{list_code}", response=ListShown, auth=PUBLIC, summary="一份清單 / One list")
def show_list(request: HttpRequest, list_code: ListCode) -> ListShown:  # noqa: ARG001 - as above
    """A version with its items in their order."""
    found = version_of(list_code)
    items = [item_data(each) for each in as_file(found.version).entries]
    return ListShown.model_validate({**_told(found), "items": items})


@router.get(
    "/{list_code}/export/{list_form}",
    auth=PUBLIC,
    summary="清單檔案 / A list as a file",
    openapi_extra={"responses": EXPORTED},
)
def export_list(request: HttpRequest, list_code: ListCode, list_form: ListForm) -> HttpResponse:
    """The whole of a version as CSV, JSON, Turtle or JSON-LD."""
    found = version_of(list_code)
    if list_form not in set(Format):
        raise no_such_format(list(Format))
    form = Format(list_form)
    base = request.build_absolute_uri(reverse("list_version", args=[found.code]))
    content = write_list(as_file(found.version), form, base)
    return HttpResponse(content, content_type=MEDIA_TYPES[form])


@router.post("", response=WRITTEN, summary="匯入清單 / Take in a list")
def take_in_list(request: HttpRequest, given: ListGiven) -> Status[Done]:
    """Take in a version from the text of a CSV, JSON or SKOS file; every item of it, or none."""
    check(acting(request))
    told = given.model_dump(exclude={"content", "status", "list_code", "effects"})
    head = Head(**told, list=given.list_code, effects=tuple(sorted(given.effects)))
    found = read_import(given.content.encode(), head, given.status)
    return written(request, lambda by: import_list(by, found))


@router.post("/{list_code}/status", response=WRITTEN, summary="登錄清單狀態 / Where a list stands")
def set_list_status(request: HttpRequest, list_code: ListCode, given: ListStatusGiven) -> Status[Done]:
    """Say that a version is a draft, in force or replaced since a day."""
    stand = Stand(**given.model_dump())
    return written(request, lambda by: set_status(by, list_code, stand))


def _told(each: Standing) -> dict[str, object]:
    version = each.version
    return {
        "code": version.code,
        "list_code": version.list.code,
        "country": version.list.country,
        "title": Words.of(version.list.title),
        "issuer": Words.of(version.list.issuer),
        "dated": version.dated,
        "status": each.status.value,
        "since": each.since,
        "effects": version.effects,
        "complete": version.complete,
        "items_here": each.here,
        "stated_count": version.stated_count,
        "legal_basis": {"zh": version.legal_basis_zh, "en": version.legal_basis_en},
        "note": {"zh": version.note_zh, "en": version.note_en},
        "source_name": version.source_name,
        "source_url": version.source_url,
    }
