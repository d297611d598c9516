"""The crosswalk: how items of lists stand to one another, coverage, files, and judging; open to all but the writing."""

from http import HTTPStatus
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Field, Path, Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.crosswalk_shown import (
    CoverageShown,
    CrosswalkPair,
    MappingShown,
    coverage_shown,
    mapping_shown,
)
from coretech.api.openapi import NOT_THERE
from coretech.api.schemas import AddressNumber, Given, Page, Paging, Paragraphs
from coretech.apps.audit.rulings import allow
from coretech.apps.lists.coverage import coverage
from coretech.apps.lists.crosswalk import pair_counts
from coretech.apps.lists.mapping_files import MEDIA_TYPES, Format, mapping_set, write
from coretech.apps.lists.mappings import between, find_mapping, judged, stored_between
from coretech.apps.lists.models import Mapping
from coretech.apps.lists.operations.add_mapping import Place, add_mapping
from coretech.apps.lists.operations.judge_mapping import Verdict, judge_mapping
from coretech.apps.lists.operations.propose_mappings import propose_mappings
from coretech.apps.lists.proposing import LEAST
from coretech.apps.lists.relations import Judgement, Relation
from coretech.apps.register.asked import listed_technologies
from coretech.apps.register.elsewhere import side_of
from coretech.law.access import Action

router = Router(tags=["crosswalk"])

Side = Annotated[
    str,
    Field(
        pattern=r"^[-a-zA-Z0-9_]{1,60}$",
        max_length=60,
        description="A version of a list, such as `US-NSTC-2024`; `register` for our own.",
    ),
]
SidePath = Annotated[str, Path(pattern=r"^[-a-zA-Z0-9_]{1,60}$", description="As in `MappingsAsked`.")]
ItemCode = Annotated[str, Field(max_length=60, pattern=r"^[^\x00]*$")]
RelationGiven = Annotated[str, Field(max_length=12, json_schema_extra={"enum": Relation.values})]


_WORDS = {Format.JSONLD: {"schema": {"type": "object"}}}
FILES = {
    HTTPStatus.OK.value: {
        "description": "The file, under its own media type.",
        "content": {
            each.partition(";")[0]: _WORDS.get(form, {"schema": {"type": "string", "format": "binary"}})
            for form, each in MEDIA_TYPES.items()
        },
    }
}


class MappingsAsked(Paging):
    """Which mappings: those between two lists where both are named."""

    left: Side = ""
    right: Side = ""


class ProposalsGiven(Given):
    """Two lists to be compared; `least` is the likeness from which on something is proposed."""

    left: Side
    right: Side
    least: Annotated[float, Field(gt=0, le=1)] = LEAST


class MappingGiven(Given):
    """An item of each of two lists by its code, and how the left one stands to the right one."""

    left: Side
    left_item: ItemCode
    right: Side
    right_item: ItemCode
    relation: RelationGiven
    why: Paragraphs


class MappingJudgementGiven(Given):
    """Whether a mapping holds; `relation` where it is another, `why` where it is rejected or unsure."""

    judgement: Annotated[str, Field(max_length=8, json_schema_extra={"enum": Judgement.values})]
    why: Paragraphs = ""
    relation: Annotated[str, Field(max_length=12, json_schema_extra={"enum": ["", *Relation.values]})] = ""


@router.get("", auth=PUBLIC, response=list[CrosswalkPair], summary="比對過的清單 / Lists that were compared")
def list_pairs(request: HttpRequest) -> list[CrosswalkPair]:
    """Every pair of lists with mappings, and how far they are judged."""
    allow(acting(request), Action.READ_REGISTER)
    return [CrosswalkPair.of(each) for each in pair_counts()]


@router.get(
    "/mappings",
    auth=PUBLIC,
    response=Page[MappingShown],
    summary="對應 / Mappings",
    openapi_extra=NOT_THERE,
)
def list_mappings(request: HttpRequest, asked: Annotated[MappingsAsked, Query()]) -> Page[MappingShown]:
    """Mappings in the order they came, as they were written, each with the judgement that holds."""
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    rows = Mapping.objects.all()
    if asked.left and asked.right:
        rows = stored_between(side_of(asked.left, by.today), side_of(asked.right, by.today))
    total = rows.count()
    ours = listed_technologies(by.today)
    part = judged(rows.order_by("pk")[asked.offset : asked.offset + asked.limit])
    return Page(total=total, items=[mapping_shown(each, ours) for each in part])


@router.get("/mappings/{mapping_id}", auth=PUBLIC, response=MappingShown, summary="一筆對應 / One mapping")
def show_mapping(request: HttpRequest, mapping_id: AddressNumber) -> MappingShown:
    """One mapping with the terms it was proposed for."""
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    return mapping_shown(find_mapping(mapping_id), listed_technologies(by.today))


@router.get(
    "/coverage/{left}/{right}",
    auth=PUBLIC,
    response=CoverageShown,
    summary="涵蓋情形 / How far one covers the other",
)
def show_coverage(request: HttpRequest, left: SidePath, right: SidePath) -> CoverageShown:
    """What of the left list has a counterpart on the right one, by area."""
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    one, other = side_of(left, by.today), side_of(right, by.today)
    return coverage_shown(coverage(one, other, between(one, other)))


@router.get(
    "/files/{left}/{right}/{mapping_form}",
    auth=PUBLIC,
    summary="對應檔 / The mappings as a file",
    openapi_extra={"responses": FILES},
)
def export_crosswalk(
    request: HttpRequest, left: SidePath, right: SidePath, mapping_form: Format
) -> HttpResponse:
    """All mappings between two lists as SSSOM/TSV, SKOS (Turtle, JSON-LD) or CSV."""
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    found = mapping_set(side_of(left, by.today), side_of(right, by.today), by.today)
    return HttpResponse(write(found, mapping_form), content_type=MEDIA_TYPES[mapping_form])


@router.post("/proposals", response=WRITTEN, summary="提議對應 / Propose mappings")
def propose_between(request: HttpRequest, given: ProposalsGiven) -> Status[Done]:
    """Have the matcher propose mappings between two lists; each waits for a judgement."""
    return written(
        request,
        lambda by: propose_mappings(
            by, side_of(given.left, by.today), side_of(given.right, by.today), given.least
        ),
        reverse("api:list_mappings"),
    )


@router.post("/mappings", response=WRITTEN, summary="加入對應 / Add a mapping")
def add_a_mapping(request: HttpRequest, given: MappingGiven) -> Status[Done]:
    """Add a mapping by hand; it waits for a judgement like the others."""
    return written(
        request,
        lambda by: add_mapping(
            by,
            Place(side_of(given.left, by.today), given.left_item),
            Place(side_of(given.right, by.today), given.right_item),
            given.relation,
            given.why,
        ),
        reverse("api:list_mappings"),
    )


@router.post("/mappings/{mapping_id}/judgement", response=WRITTEN, summary="判斷對應 / Judge a mapping")
def judge_a_mapping(
    request: HttpRequest, mapping_id: AddressNumber, given: MappingJudgementGiven
) -> Status[Done]:
    """Accept a mapping, under this relation or another, reject it, or call it unsure; the newest judgement holds."""
    verdict = Verdict(given.judgement, given.why, given.relation)
    place = reverse("api:show_mapping", args=[mapping_id])
    return written(request, lambda by: judge_mapping(by, mapping_id, verdict), place)
