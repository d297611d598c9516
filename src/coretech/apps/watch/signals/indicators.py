"""Signals of what is published in the world: a leader changed, or a share moved beyond its noise. Public."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.lists.words import country
from coretech.apps.watch.counts.alerts import Compared, TechnologyAlert, current_alerts
from coretech.apps.watch.signals.signal import Kind, Signal
from coretech.apps.watch.signals.topics import Topics
from coretech.engines.watching.alerts import Moved
from coretech.kit.sentence import Sentence

_NOISE = Sentence("（在誤差範圍內）", " (within the noise)")
_BEYOND = Sentence("（超出誤差範圍）", " (beyond the noise)")


def indicators(by: Acting, topics: Topics) -> Iterator[Signal]:  # noqa: ARG001 - every kind is told who asks
    """What moved between the two newest snapshots of a series."""
    found = current_alerts() if topics.by_watched else None
    if found is None:
        return
    for each in found.alerts:
        topic = topics.by_watched.get(each.technology.code)
        if topic is not None:
            yield _signal(topic.key, found, each)


def _signal(topic: str, found: Compared, each: TechnologyAlert) -> Signal:
    before, after = found.before.snapshot, found.after.snapshot
    what, basis = _what(each), _BEYOND if each.alert.firm else _NOISE
    return Signal(
        topic=topic,
        kind=Kind.INDICATOR,
        at=found.after.ended_at or found.after.begun_at,
        what=Sentence(f"{what.zh}{basis.zh}", f"{what.en}{basis.en}"),
        source=Sentence(
            f"{after.source}，{before.dated}與{after.dated}的快照",
            f"{after.source}, snapshots of {before.dated} and {after.dated}",
        ),
        href=f"/watch/{each.technology.code}/",
        dated=after.dated.isoformat(),
    )


def _what(each: TechnologyAlert) -> Sentence:
    alert = each.alert
    now, was = country(alert.country), country(alert.country_before)
    if alert.kind is Moved.LEADER:
        return Sentence(
            f"高被引著作占比最高的國家由{was.zh}變為{now.zh}",
            f"The country with the highest share of top papers changed from {was.en} to {now.en}",
        )
    return Sentence(
        f"{now.zh}的高被引著作占比由{alert.before:.1%}變為{alert.after:.1%}",
        f"{now.en}'s share of top papers moved from {alert.before:.1%} to {alert.after:.1%}",
    )
