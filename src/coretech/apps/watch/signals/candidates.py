"""Signals of inventories: the candidates about a listed technology that a reader may see."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.queries import visible_candidates
from coretech.apps.watch.signals.signal import Kind, Signal
from coretech.apps.watch.signals.topics import Topics
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence

_IDENTIFY = Sentence("提報認定", "brings it for identification")
_CHANGE = Sentence("提報變更", "brings a change of it")


def candidates(by: Acting, topics: Topics) -> Iterator[Signal]:
    """Each candidate: all for the Office, an agency's own for its officers."""
    for row in visible_candidates(by).filter(technology__in=topics.by_technology):
        topic = topics.by_technology[row.technology_id or 0]
        agency = row.round.agency.name_on(row.found_at.astimezone(TAIPEI).date())
        words = _IDENTIFY if row.kind == Candidate.Kind.IDENTIFY else _CHANGE
        yield Signal(
            topic=topic.key,
            kind=Kind.CANDIDATE,
            at=row.found_at,
            what=Sentence(f"{agency.zh}{words.zh}：{row.name_zh}", f"{agency.en} {words.en}: {row.name_en}"),
            source=Sentence(f"{row.round.year}年盤點", f"The inventory of {row.round.year}"),
            href="/inventory/",
            shared=False,
        )
