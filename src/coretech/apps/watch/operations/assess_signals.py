"""Assessing a technology's signals: keep watching, propose a candidate, or nothing to do; and why."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.watch.models import Assessment
from coretech.apps.watch.signals.gathering import stream
from coretech.apps.watch.signals.signal import Signal
from coretech.apps.watch.signals.topics import Topic, find_topic
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_REASONS = 5_000
_LOCK = "watch.assessments"


@dataclass(frozen=True, slots=True)
class Assessed:
    """What somebody makes of the signals.

    ``sources`` are the keys of the signals it rests on. ``until`` is when they were looked at: what came later stays
    new; the moment of the act where none is given. ``seen`` is the number of the newest assessment there was then, 0
    where there was none.
    """

    verdict: str
    reasons: str
    sources: tuple[str, ...] = ()
    until: dt.datetime | None = None
    seen: int = 0


def check(by: Acting) -> None:
    """Whether this person assesses signals."""
    allow(by, Action.ASSESS_SIGNALS)


@operation
def assess_signals(by: Acting, key: str, given: Assessed) -> Act:
    """Write the assessment; a later one follows it, and both stay."""
    check(by)
    topic = find_topic(key)
    _refuse_bad(given)
    cited = _cited(stream(by, topic), given.sources)
    hold(_LOCK)
    _refuse_unseen(topic, given.seen)
    row = Assessment.objects.create(
        topic=topic.key,
        zh=topic.name.zh,
        en=topic.name.en,
        verdict=given.verdict,
        reasons=given.reasons.strip(),
        sources=[_kept(each) for each in cited],
        until=min(given.until or by.at, by.at),
        by_id=by.person_id,
        at=by.at,
    )
    return record(
        by,
        "watch.signals_assessed",
        row.subject,
        public={"topic": topic.key},
        confidential={"verdict": row.verdict, "sources": len(cited)},
        rows=[row],
        why=row.reasons,
    )


def _refuse_bad(given: Assessed) -> None:
    if given.verdict not in Assessment.Verdict.values:
        raise bad_input(
            "verdict",
            "請選擇持續觀測、建議提報或無須處理。",
            "Choose: keep watching, propose a candidate, or nothing to do.",
        )
    if not given.reasons.strip() or len(given.reasons) > LONGEST_REASONS:
        raise bad_input(
            "reasons",
            f"請說明理由，最多{LONGEST_REASONS}字。",
            f"Give the reasons, at most {LONGEST_REASONS} characters.",
        )


def _cited(found: Iterable[Signal], keys: Iterable[str]) -> list[Signal]:
    """The signals of these keys; only those that every reader may know of can be cited."""
    shared = {each.key: each for each in found if each.shared}
    wanted = list(dict.fromkeys(keys))
    if any(key not in shared for key in wanted):
        raise bad_input(
            "sources",
            "所選的訊號已不在清單上，或不能引用；請重新開啟後選擇。",
            "A signal you chose is not there any more or cannot be cited; open the page again and choose.",
        )
    return [shared[key] for key in wanted]


def _refuse_unseen(topic: Topic, seen: int) -> None:
    newest = Assessment.objects.filter(topic=topic.key).order_by("-pk").first()
    if newest is not None and newest.pk != seen:
        raise wrong_state(
            "您開啟後已有人評估這項技術；請先閱讀再填。",
            "Somebody assessed this technology meanwhile; read that first.",
        )


def _kept(each: Signal) -> dict[str, str]:
    return {
        "kind": each.kind.value,
        "zh": each.what.zh,
        "en": each.what.en,
        "source_zh": each.source.zh,
        "source_en": each.source.en,
        "dated": each.dated,
        "href": each.href,
    }
