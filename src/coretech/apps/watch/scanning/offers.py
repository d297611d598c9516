"""What a dossier may cite of the watch: the assessments that led to its case or are about its technology."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Q

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.evidence import Offer
from coretech.apps.cases.models import Case
from coretech.apps.register.models import RegisterItem
from coretech.apps.watch.models import Assessment
from coretech.apps.watch.signals.gathering import require_reader
from coretech.apps.watch.signals.signal import Kind
from coretech.kit.clock import TAIPEI

_SOURCE_KINDS = {
    Kind.FOREIGN_LIST: "foreign_list",
    Kind.INDICATOR: "indicator",
    Kind.REGISTER: "register",
}
"""How a dossier names a signal's kind; any other is something else."""
_MOST = 3
_LONGEST = 200


def assessed(by: Acting, case: Case) -> Iterator[Offer]:
    """The newest assessments, each followed by what it rests on; nothing for whoever does not read signals."""
    if refusal_of(require_reader, by) is not None:
        return
    numbers = RegisterItem.objects.filter(technology=case.technology_id).values_list("number", flat=True)
    about = Q(topic__in=[f"item-{number}" for number in numbers]) if case.technology_id else Q(pk__in=[])
    led = Q(proposed__candidate=case.candidate_id)
    for row in Assessment.objects.filter(about | led).order_by("-pk")[:_MOST]:
        yield _assessment(row)
        yield from _sources(row)


def _assessment(row: Assessment) -> Offer:
    return Offer(
        kind="assessment",
        what=_short(row.reasons),
        source=f"科技觀測評估「{row.zh}」"[:_LONGEST],
        date=row.at.astimezone(TAIPEI).date().isoformat(),
        link=_address(f"/signals/assessments/{row.pk}/"),
        score=1.0,
    )


def _sources(row: Assessment) -> Iterator[Offer]:
    for each in row.sources:
        yield Offer(
            kind=_SOURCE_KINDS.get(each["kind"], "other"),
            what=_short(each["zh"]),
            source=_short(each["source_zh"]),
            date=each["dated"] if len(each["dated"]) == len("2024-02-12") else "",
            link=_address(each["href"]),
            score=1.0,
        )


def _address(href: str) -> str:
    return f"{str(settings.CORETECH_ADDRESS).rstrip('/')}{href}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
