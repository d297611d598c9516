"""Signals by technology, what was made of them, and the scan log; for the Office and officers of agencies."""

from http import HTTPStatus
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Path, Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.files import ODT, PDF, binary
from coretech.api.schemas import NO_NUL, AddressNumber, Count, Day, Given, Words
from coretech.api.signals_shown import (
    AssessmentShown,
    LookShown,
    StreamShown,
    TopicBrief,
    assessment_shown,
    brief_shown,
    look_shown,
    signal_shown,
)
from coretech.apps.watch.operations.assess_signals import LONGEST_REASONS, Assessed
from coretech.apps.watch.operations.assess_signals import assess_signals as write_assessment
from coretech.apps.watch.operations.log_scan import (
    LONGEST_FIELD,
    LONGEST_LINK,
    LONGEST_TEXT,
    MOST_LINKS,
    Looked,
)
from coretech.apps.watch.operations.log_scan import log_scan as write_scan
from coretech.apps.watch.scanning.assessing import assessments_of, find_assessment, followed, since
from coretech.apps.watch.scanning.quarterly import Quarter
from coretech.apps.watch.scanning.quarterly_report import Tongue, report_file
from coretech.apps.watch.scanning.scans import Wanted, looks
from coretech.apps.watch.signals.gathering import require_reader, stream
from coretech.apps.watch.signals.topics import find_topic

router = Router(tags=["signals"])

_LONGEST_KEY = 120
_MOST_SOURCES = 500

TopicKey = Annotated[
    str,
    Path(description="`item-12`, the code of a watched technology, or `US-NSTC:1.1` for an item of a list."),
    Field(min_length=1, max_length=_LONGEST_KEY, pattern=r"^[A-Za-z0-9][A-Za-z0-9.:_-]*$"),
]
SignalKey = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$", max_length=12)]
Link = Annotated[str, Field(max_length=LONGEST_LINK, pattern=NO_NUL)]
Region = Literal["home", "abroad", "both"]
Verdict = Literal["watch", "propose", "none"]
FILES: dict[int, Any] = {
    HTTPStatus.OK.value: {"description": "The file, under its own media type.", **binary(ODT, PDF)}
}


class AssessmentGiven(Given):
    """An assessment; ``seen`` is the number of the newest one that was there, 0 where there was none."""

    verdict: Verdict
    reasons: Annotated[str, Field(min_length=1, max_length=LONGEST_REASONS, pattern=NO_NUL)]
    sources: Annotated[list[SignalKey], Field(max_length=_MOST_SOURCES)] = Field(default_factory=list)
    seen: Count = 0


class LookWanted(Given):
    """Which entries are wanted; what is left out does not matter."""

    first: Day | None = None
    last: Day | None = None
    words: Annotated[str, Field(max_length=100, pattern=NO_NUL)] = ""
    found: Literal["", "yes", "no"] = ""
    origin: Literal["", "written", "list", "run", "assessment"] = ""
    region: Literal["", "home", "abroad", "both"] = ""


class LookGiven(Given):
    """One look: at a technology or at a field in words; ``sources`` has one a line, ``found`` is empty for nothing."""

    region: Region
    looked_on: Day
    sources: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, pattern=NO_NUL)]
    topic: Annotated[str, Field(max_length=_LONGEST_KEY, pattern=NO_NUL)] = ""
    field: Annotated[str, Field(max_length=LONGEST_FIELD, pattern=NO_NUL)] = ""
    found: Annotated[str, Field(max_length=LONGEST_TEXT, pattern=NO_NUL)] = ""
    links: Annotated[list[Link], Field(max_length=MOST_LINKS)] = Field(default_factory=list)


@router.get("", response=list[TopicBrief], summary="各項技術的訊號 / Signals by technology")
def list_signals(request: HttpRequest) -> list[TopicBrief]:
    """Every technology, the one with most that is new since its last assessment first."""
    return [brief_shown(each) for each in followed(acting(request))]


@router.get("/scans", response=list[LookShown], summary="掃描紀錄 / The scan log")
def list_looks(request: HttpRequest, wanted: Query[LookWanted]) -> list[LookShown]:
    """Who looked at what, when; the newest day first."""
    found = looks(acting(request), Wanted(**wanted.model_dump()))
    return [look_shown(each) for each in found]


@router.post("/scans", response=WRITTEN, summary="登錄掃描 / Record a scan")
def log_scan(request: HttpRequest, given: LookGiven) -> Status[Done]:
    """Write down what was looked at, and what was found or that nothing was."""
    looked = Looked(**{**given.model_dump(), "links": tuple(given.links)})
    return written(request, lambda by: write_scan(by, looked))


@router.get(
    "/report/{scan_year}/{quarter}/{scan_report_form}",
    summary="掃描季報 / The quarterly scan report",
    openapi_extra={"responses": FILES},
)
def scan_report(
    request: HttpRequest,
    scan_year: Annotated[int, Path(), Field(ge=2000, le=2999)],
    quarter: Annotated[int, Path(), Field(ge=1, le=4)],
    scan_report_form: Annotated[str, Path(), Field(max_length=8, json_schema_extra={"enum": ["odt", "pdf"]})],
    language: Annotated[
        Literal["zh", "en", "zh-names"], Query(description="`zh-names`: English names too.")
    ] = "zh",
) -> HttpResponse:
    """The report of a quarter as ODT or PDF."""
    tongue = Tongue("en" if language == "en" else "zh-Hant-TW", both=language == "zh-names")
    file = report_file(acting(request), Quarter(scan_year, quarter), scan_report_form, tongue)
    return HttpResponse(file.content, content_type=file.media_type)


@router.get("/assessments/{assessment_id}", response=AssessmentShown, summary="一則評估 / One assessment")
def show_assessment(request: HttpRequest, assessment_id: AddressNumber) -> AssessmentShown:
    """What was decided, why, and on which signals."""
    return assessment_shown(find_assessment(acting(request), assessment_id))


@router.get(
    "/technologies/{signal_topic}", response=StreamShown, summary="一項技術的訊號 / One technology's signals"
)
def show_signals(request: HttpRequest, signal_topic: TopicKey) -> StreamShown:
    """A technology's signals as far as this account may know of them, and its assessments."""
    by = acting(request)
    require_reader(by)
    topic = find_topic(signal_topic)
    found, past = stream(by, topic), assessments_of(by, topic)
    fresh = {each.key for each in since(found, past[0] if past else None)}
    return StreamShown(
        topic=topic.key,
        name=Words.of(topic.name),
        signals=[signal_shown(each, fresh=each.key in fresh) for each in found],
        assessments=[assessment_shown(each) for each in past],
    )


@router.post(
    "/technologies/{signal_topic}/assessments", response=WRITTEN, summary="評估訊號 / Assess signals"
)
def assess_signals(request: HttpRequest, signal_topic: TopicKey, given: AssessmentGiven) -> Status[Done]:
    """Keep watching, propose a candidate, or nothing to do; and why."""
    told = Assessed(given.verdict, given.reasons, tuple(given.sources), seen=given.seen)
    return written(request, lambda by: write_assessment(by, signal_topic, told))
