"""Assessments of signals: which counts of each technology, what is new since, and finding one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.watch.models import Assessment
from coretech.apps.watch.signals.gathering import require_reader, signals
from coretech.apps.watch.signals.signal import Signal
from coretech.apps.watch.signals.topics import Topic, topics
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence

_LARGEST = 2**63 - 1

VERDICTS = {
    Assessment.Verdict.WATCH: Sentence("持續觀測", "Keep watching"),
    Assessment.Verdict.PROPOSE: Sentence("建議提報", "Propose a candidate"),
    Assessment.Verdict.NONE: Sentence("無須處理", "Nothing to do"),
}


@dataclass(frozen=True, slots=True)
class Followed:
    """A technology with its signals, the newest first, and the assessment that counts."""

    topic: Topic
    signals: tuple[Signal, ...]
    assessment: Assessment | None

    @property
    def fresh(self) -> tuple[Signal, ...]:
        """What came after the assessment; all where there is none."""
        return since(self.signals, self.assessment)


def since(found: Iterable[Signal], assessment: Assessment | None) -> tuple[Signal, ...]:
    """The signals that the assessment has not seen."""
    return tuple(each for each in found if assessment is None or each.at > assessment.until)


def followed(by: Acting) -> list[Followed]:
    """Every technology as this reader may know of it, the one with most that is new first.

    Raises:
        Refused: (HTTP 403) for whoever does not read signals.
    """
    every = topics(by)
    found: dict[str, list[Signal]] = {each.key: [] for each in every.all}
    for each in signals(by, every):
        found[each.topic].append(each)
    newest = newest_assessments()
    rows = [Followed(each, tuple(found[each.key]), newest.get(each.key)) for each in every.all]
    return sorted(rows, key=lambda row: (-len(row.fresh), -len(row.signals)))


def newest_assessments() -> Mapping[str, Assessment]:
    """The assessment that counts, by technology."""
    rows = Assessment.objects.select_related("by", "proposed__candidate")
    return {each.topic: each for each in rows.order_by("topic", "-pk").distinct("topic")}


def assessments(by: Acting) -> QuerySet[Assessment]:
    """Every assessment, the newest first, for whoever reads signals (HTTP 403 otherwise)."""
    require_reader(by)
    return Assessment.objects.select_related("by", "proposed__candidate").order_by("-pk")


def assessments_of(by: Acting, topic: Topic) -> list[Assessment]:
    """Those of one technology, the newest first."""
    return list(assessments(by).filter(topic=topic.key))


def find_assessment(by: Acting, number: int) -> Assessment:
    """One assessment (HTTP 404 where there is none; 403 for whoever does not read signals)."""
    found = assessments(by).filter(pk=min(number, _LARGEST)).first()
    if found is None:
        raise no_such_assessment()
    return found


def no_such_assessment() -> Refused:
    """The refusal of an assessment that is not there (HTTP 404)."""
    return not_found("沒有這則評估。", "There is no such assessment.")
