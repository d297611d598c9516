"""How the API shows signals, assessments and the scan log."""

import datetime as dt

from coretech.api.schemas import Moment, Shown, Words
from coretech.apps.watch.models import Assessment
from coretech.apps.watch.scanning.assessing import Followed
from coretech.apps.watch.scanning.scans import Look
from coretech.apps.watch.signals.signal import Signal


class SignalShown(Shown):
    """One thing that moved: when it was known, when it happened, what tells it, and where it stands.

    ``shared`` is whether an assessment may cite it by its ``key``.
    """

    key: str
    kind: str
    at: Moment
    dated: str
    what: Words
    source: Words
    href: str
    shared: bool
    fresh: bool


class AssessmentSource(Shown):
    """A signal as it stood when it was cited."""

    kind: str
    what: Words
    source: Words
    dated: str
    href: str


class AssessmentShown(Shown):
    """What a person made of a technology's signals up to a moment; ``candidate`` is the one made of it."""

    id: int
    topic: str
    name: Words
    verdict: str
    reasons: str
    until: Moment
    at: Moment
    candidate: int | None
    sources: list[AssessmentSource]


class TopicBrief(Shown):
    """A technology, how many signals it has, how many are new since it was assessed, and the assessment."""

    topic: str
    name: Words
    signals: int
    fresh: int
    verdict: str | None
    assessed_at: Moment | None


class StreamShown(Shown):
    """A technology's signals, and its assessments, the newest first each."""

    topic: str
    name: Words
    signals: list[SignalShown]
    assessments: list[AssessmentShown]


class LookShown(Shown):
    """An entry of the scan log; ``found`` is null where nothing was."""

    origin: str
    looked_on: dt.date
    who: Words
    what: Words
    region: str
    sources: Words
    found: Words | None
    links: list[str]
    href: str


def brief_shown(each: Followed) -> TopicBrief:
    """A technology in one line."""
    past = each.assessment
    return TopicBrief.model_validate(
        {
            "topic": each.topic.key,
            "name": Words.of(each.topic.name),
            "signals": len(each.signals),
            "fresh": len(each.fresh),
            "verdict": None if past is None else past.verdict,
            "assessed_at": None if past is None else past.at,
        }
    )


def signal_shown(each: Signal, *, fresh: bool) -> SignalShown:
    """One signal."""
    return SignalShown(
        key=each.key,
        kind=each.kind.value,
        at=each.at,
        dated=each.dated,
        what=Words.of(each.what),
        source=Words.of(each.source),
        href=each.href,
        shared=each.shared,
        fresh=fresh,
    )


def assessment_shown(row: Assessment) -> AssessmentShown:
    """One assessment with what it rests on."""
    link = getattr(row, "proposed", None)
    return AssessmentShown.model_validate(
        {
            "id": row.pk,
            "topic": row.topic,
            "name": Words.of(row.name),
            "verdict": row.verdict,
            "reasons": row.reasons,
            "until": row.until,
            "at": row.at,
            "candidate": None if link is None else link.candidate_id,
            "sources": [_source_shown(each) for each in row.sources],
        }
    )


def _source_shown(each: dict[str, str]) -> AssessmentSource:
    return AssessmentSource(
        kind=each["kind"],
        what=Words(zh=each["zh"], en=each["en"]),
        source=Words(zh=each["source_zh"], en=each["source_en"]),
        dated=each["dated"],
        href=each["href"],
    )


def look_shown(each: Look) -> LookShown:
    """One entry of the scan log."""
    return LookShown(
        origin=each.origin.value,
        looked_on=each.looked_on,
        who=Words.of(each.who),
        what=Words.of(each.what),
        region=each.region,
        sources=Words.of(each.sources),
        found=None if each.found is None else Words.of(each.found),
        links=list(each.links),
        href=each.href,
    )
