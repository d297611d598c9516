"""Minutes of a meeting, from draft to correction, and the statistics of a body."""

from http import HTTPStatus
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Field, Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.files import ODT, PDF, binary
from coretech.api.minutes_shown import (
    MinutesShown,
    StatisticsShown,
    VersionBrief,
    VersionShown,
    minutes_shown,
    statistics_shown,
    version_brief,
    version_shown,
)
from coretech.api.schemas import AddressNumber, Count, Day, Flag, Given, Id, Line, Paragraphs
from coretech.apps.documents.minutes import minutes_file
from coretech.apps.meetings.minuting.content import Words
from coretech.apps.meetings.minuting.finding import find_minutes
from coretech.apps.meetings.minuting.reading import copy_of
from coretech.apps.meetings.operations.circulate_minutes import circulate_minutes
from coretech.apps.meetings.operations.confirm_minutes import confirm_minutes
from coretech.apps.meetings.operations.correct_minutes import correct_minutes
from coretech.apps.meetings.operations.draft_minutes import draft_minutes
from coretech.apps.meetings.operations.edit_minutes import edit_minutes
from coretech.apps.meetings.operations.reply_to_minutes import reply_to_minutes
from coretech.apps.meetings.operations.sign_minutes import sign_minutes
from coretech.apps.meetings.queries import find_meeting
from coretech.apps.meetings.statistics import statistics_of
from coretech.kit.refusal import bad_input

router = Router(tags=["minutes"])
statistics = Router(tags=["minutes"])

BINARY = binary(ODT, PDF)
DOCUMENT = {HTTPStatus.OK.value: {"description": "The document, under its own media type.", **BINARY}}


class SeenGiven(Given):
    """The version the writer saw; where somebody wrote another meanwhile, nothing is done."""

    seen: Count | None = None


class ItemWordsGiven(Given):
    """The recorder's words on one item of the agenda."""

    order: Count
    discussion: Paragraphs
    wording: Paragraphs


class WordsGiven(SeenGiven):
    """The recorder's words; what is left out keeps what it had."""

    opening: Paragraphs | None = None
    closing: Paragraphs | None = None
    items: list[ItemWordsGiven] = Field(default_factory=list, max_length=500)

    def words(self) -> Words:
        """As the operations take them."""
        items = {item.order: (item.discussion, item.wording) for item in self.items}
        if len(items) < len(self.items):
            raise bad_input("items", "每一案只能列一次。", "Name each item once.")
        return Words(self.opening, self.closing, items)


class MinutesCorrectionGiven(WordsGiven):
    """The corrected words, and why."""

    why: Line


class MinutesSignatureGiven(SeenGiven):
    """One's own name."""

    signed_name: Line


class CirculationGiven(SeenGiven):
    """The last day to answer."""

    reply_until: Day


class MinutesReplyGiven(SeenGiven):
    """Agreed, or what is wrong."""

    agrees: Flag
    note: Paragraphs = ""


class ConfirmationGiven(SeenGiven):
    """The later meeting that confirms the minutes; by circulation where none is named."""

    at_meeting: Id | None = None


class SpanGiven(Given):
    """From which day to which, both included; this year until today where they are left out."""

    first: Annotated[Day | None, Field(alias="from")] = None
    last: Annotated[Day | None, Field(alias="to")] = None


@router.get("/{meeting_id}/minutes", response=MinutesShown, summary="會議紀錄 / Minutes")
def show_minutes(request: HttpRequest, meeting_id: AddressNumber) -> MinutesShown:
    """The minutes with their newest version, without the items this account is recused from."""
    by = acting(request)
    return minutes_shown(by, find_minutes(by, meeting_id), copy_of(by, meeting_id))


@router.get(
    "/{meeting_id}/minutes/versions",
    response=list[VersionBrief],
    summary="各版紀錄 / Versions of the minutes",
)
def list_minutes_versions(request: HttpRequest, meeting_id: AddressNumber) -> list[VersionBrief]:
    """The versions, oldest first."""
    versions = find_minutes(acting(request), meeting_id).versions.prefetch_related("signatures")
    return [version_brief(version) for version in versions]


@router.get(
    "/{meeting_id}/minutes/versions/{version}",
    response=VersionShown,
    summary="一版紀錄 / One version of the minutes",
)
def show_minutes_version(
    request: HttpRequest, meeting_id: AddressNumber, version: AddressNumber
) -> VersionShown:
    """One version, without the items this account is recused from."""
    return version_shown(copy_of(acting(request), meeting_id, version))


@router.get(
    "/{meeting_id}/minutes/versions/{version}/{form}",
    summary="紀錄檔案 / Minutes as a document",
    openapi_extra={"responses": DOCUMENT},
)
def download_minutes(
    request: HttpRequest, meeting_id: AddressNumber, version: AddressNumber, form: Literal["odt", "pdf"]
) -> HttpResponse:
    """One version as ODT or PDF, without the items this account is recused from."""
    file = minutes_file(acting(request), meeting_id, form, version)
    response = HttpResponse(file.content, content_type=file.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@router.post("/{meeting_id}/minutes", response=WRITTEN, summary="製作紀錄草稿 / Draft the minutes")
def draft_the_minutes(request: HttpRequest, meeting_id: AddressNumber) -> Status[Done]:
    """Draft the minutes of a closed meeting from its acts."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: draft_minutes(by, meeting_id), _place(meeting_id))


@router.put("/{meeting_id}/minutes/words", response=WRITTEN, summary="修改文字 / Edit the words")
def edit_the_minutes(request: HttpRequest, meeting_id: AddressNumber, given: WordsGiven) -> Status[Done]:
    """Add a version with the recorder's words; the record itself does not change."""
    find_minutes(acting(request), meeting_id)
    words = given.words()
    return written(request, lambda by: edit_minutes(by, meeting_id, words, given.seen), _place(meeting_id))


@router.post("/{meeting_id}/minutes/signature", response=WRITTEN, summary="簽署紀錄 / Sign the minutes")
def sign_the_minutes(
    request: HttpRequest, meeting_id: AddressNumber, given: MinutesSignatureGiven
) -> Status[Done]:
    """Sign the newest version, as its chair or its recorder."""
    find_minutes(acting(request), meeting_id)
    return written(
        request, lambda by: sign_minutes(by, meeting_id, given.signed_name, given.seen), _place(meeting_id)
    )


@router.post("/{meeting_id}/minutes/circulation", response=WRITTEN, summary="送傳閱 / Circulate the minutes")
def circulate_the_minutes(
    request: HttpRequest, meeting_id: AddressNumber, given: CirculationGiven
) -> Status[Done]:
    """Send signed minutes round among the seats that attended."""
    find_minutes(acting(request), meeting_id)
    return written(
        request,
        lambda by: circulate_minutes(by, meeting_id, given.reply_until, given.seen),
        _place(meeting_id),
    )


@router.post("/{meeting_id}/minutes/replies", response=WRITTEN, summary="回復傳閱 / Answer the circulation")
def reply_to_the_minutes(
    request: HttpRequest, meeting_id: AddressNumber, given: MinutesReplyGiven
) -> Status[Done]:
    """Agree for one's seat, or say what is wrong; the newest answer counts."""
    find_minutes(acting(request), meeting_id)
    return written(
        request,
        lambda by: reply_to_minutes(by, meeting_id, agrees=given.agrees, note=given.note, seen=given.seen),
        _place(meeting_id),
    )


@router.post("/{meeting_id}/minutes/confirmation", response=WRITTEN, summary="確認紀錄 / Confirm the minutes")
def confirm_the_minutes(
    request: HttpRequest, meeting_id: AddressNumber, given: ConfirmationGiven
) -> Status[Done]:
    """Confirm the newest version, by circulation or at a later meeting of the body."""
    find_minutes(acting(request), meeting_id)
    return written(
        request, lambda by: confirm_minutes(by, meeting_id, given.at_meeting, given.seen), _place(meeting_id)
    )


@router.post("/{meeting_id}/minutes/correction", response=WRITTEN, summary="更正紀錄 / Correct the minutes")
def correct_the_minutes(
    request: HttpRequest, meeting_id: AddressNumber, given: MinutesCorrectionGiven
) -> Status[Done]:
    """Add a correction to confirmed minutes, with its reason; the confirmed version stays readable."""
    find_minutes(acting(request), meeting_id)
    words = given.words()
    return written(
        request, lambda by: correct_minutes(by, meeting_id, words, given.why, given.seen), _place(meeting_id)
    )


@statistics.get("/{body_id}/statistics", response=StatisticsShown, summary="會議統計 / Statistics of a body")
def show_statistics(
    request: HttpRequest, body_id: AddressNumber, given: Annotated[SpanGiven, Query()]
) -> StatisticsShown:
    """Meetings, attendance by seat, recusals by class and decisions of a body between two days."""
    return statistics_shown(statistics_of(acting(request), body_id, given.first, given.last))


def _place(meeting_id: int) -> str:
    return reverse("api:show_minutes", kwargs={"meeting_id": meeting_id})
