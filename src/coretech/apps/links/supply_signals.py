"""Signals of supplies: alerts on a commodity that the same measure serves as a technology does, by links that hold."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from django.db.models import Q

from coretech.apps.audit.acting import Acting
from coretech.apps.links.queries import ACCEPTED, judged
from coretech.apps.supplies.access import reads_within
from coretech.apps.supplies.models import Alert
from coretech.apps.watch.signals.signal import Kind, Signal
from coretech.apps.watch.signals.topics import Topic, Topics
from coretech.kit.sentence import Sentence


def supply_signals(by: Acting, topics: Topics) -> Iterator[Signal]:
    """Each alert on such a commodity; none for a reader from whom the alerts are kept."""
    if not reads_within(by):
        return
    served = _served(topics)
    alerts = Alert.objects.filter(commodity__in=served).select_related("commodity")
    for alert in alerts:
        name = alert.commodity.name
        for topic in served[alert.commodity_id]:
            yield Signal(
                topic=topic.key,
                kind=Kind.SUPPLY,
                at=alert.opened_at,
                what=Sentence(f"{name.zh}：{alert.zh}", f"{name.en}: {alert.en}"),
                source=Sentence("關鍵物資示警", "Alerts on critical supplies"),
                href=f"/supplies/{alert.commodity.slug}/",
                dated=alert.day.isoformat(),
            )


def _served(topics: Topics) -> Mapping[int, list[Topic]]:
    """The technologies that share a measure with each commodity."""
    holding = list(judged().filter(Q(judgement=ACCEPTED)))
    measures: dict[tuple[int, str], set[int]] = defaultdict(set)
    for link in holding:
        if link.technology_id in topics.by_technology:
            measures[link.plan_id, link.element_key].add(link.technology_id or 0)
    found: dict[int, dict[str, Topic]] = defaultdict(dict)
    for link in holding:
        if link.commodity_id is not None:
            for technology in measures.get((link.plan_id, link.element_key), ()):
                topic = topics.by_technology[technology]
                found[link.commodity_id][topic.key] = topic
    return {commodity: list(each.values()) for commodity, each in found.items()}
