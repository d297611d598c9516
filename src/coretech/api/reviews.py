"""The yearly review of the list by its authorities (art. 10(1))."""

from typing import Annotated, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query, Router, Status
from pydantic import Strict

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.problems import RulingShown
from coretech.api.schemas import LARGEST_ID, AddressNumber, Given, Moment, Named, Paragraphs, Shown, Words
from coretech.api.shapes import agency_on
from coretech.apps.audit.acting import Acting
from coretech.apps.register.models import AnnualReview
from coretech.apps.register.operations.review_item import Finding, review_item
from coretech.apps.register.reviews import Reviewed, Sheet, sheets

router = Router(tags=["reviews"])

SeenReview = Annotated[int, Strict(), Field(ge=0, le=LARGEST_ID)]
Year = Annotated[int | None, Query(None, description="A Gregorian year; this one by default.")]


class AnnualReviewShown(Shown):
    """A review: what it found, why, and what it looked at."""

    id: int
    verdict: str
    reasons: str
    scope_questions: str
    foreign_lists: str
    evidence: str
    reviewed_at: Moment


class ItemReview(Shown):
    """An item of the year with the review that counts, null where there is none; a new item is not ``owed`` yet."""

    no: int
    name: Words
    owed: bool
    review: AnnualReviewShown | None


class ReviewSheetShown(Shown):
    """An authority's year: its items, what the law says, and whether the duty is ``met``, ``due`` or ``missed``."""

    authority: Named
    year: int
    status: str
    ruling: RulingShown
    items: list[ItemReview]


class ReviewGiven(Given):
    """The review of this year; ``seen`` is the id of the newest one the writer saw, 0 where there was none."""

    verdict: Literal["fits", "change", "removal"]
    reasons: Paragraphs
    scope_questions: Paragraphs = ""
    foreign_lists: Paragraphs = ""
    evidence: Paragraphs = ""
    seen: SeenReview | None = None


@router.get("", response=list[ReviewSheetShown], summary="年度檢討 / Yearly reviews")
def list_reviews(request: HttpRequest, year: Year = None) -> list[ReviewSheetShown]:
    """Every authority's year for the Office, its own for an agency's officers."""
    by = acting(request)
    return [_sheet(by, sheet) for sheet in sheets(by, by.today.year if year is None else year)]


@router.post("/{no}", response=WRITTEN, summary="檢討一個項目 / Review an item")
def review_one(request: HttpRequest, no: AddressNumber, given: ReviewGiven) -> Status[Done]:
    """Write this year's review of an item; the newest of a year counts, the others stay on record."""
    finding = Finding(**given.model_dump())
    return written(request, lambda by: review_item(by, no, finding), reverse("api:list_reviews"))


def _sheet(by: Acting, sheet: Sheet) -> ReviewSheetShown:
    return ReviewSheetShown(
        authority=agency_on(sheet.authority, by.today),
        year=sheet.year,
        status=sheet.status.value,
        ruling=RulingShown.model_validate(sheet.ruling.as_dict()),
        items=[_item(item) for item in sheet.items],
    )


def _item(item: Reviewed) -> ItemReview:
    review = None if item.review is None else _review(item.review)
    return ItemReview(no=item.number, name=Words.of(item.version.name), owed=item.owed, review=review)


def _review(row: AnnualReview) -> AnnualReviewShown:
    return AnnualReviewShown(
        id=row.pk,
        verdict=row.verdict,
        reasons=row.reasons,
        scope_questions=row.scope_questions,
        foreign_lists=row.foreign_lists,
        evidence=row.evidence,
        reviewed_at=row.reviewed_at,
    )
