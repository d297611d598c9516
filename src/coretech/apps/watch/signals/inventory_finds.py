"""Signals of portfolios: how many projects were accepted as a technology, told to whoever may open the portfolio."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.finds.judgements import ACCEPTED, awaits_second, words_of
from coretech.apps.inventory.finds.portfolios import readable
from coretech.apps.inventory.finds.screenings import is_newest
from coretech.apps.inventory.models import FindJudgement, Portfolio
from coretech.apps.watch.signals.signal import Kind, Signal
from coretech.apps.watch.signals.topics import Topic, Topics
from coretech.kit.sentence import Sentence


def inventory_finds(by: Acting, topics: Topics) -> Iterator[Signal]:
    """A count for each portfolio that opens to this reader; none for anybody else, the Office among them."""
    catalogue = _catalogue(topics)
    for portfolio, refusal in readable(by):
        if refusal is None and is_newest(portfolio):
            yield from _accepted(by, portfolio, catalogue)


def _catalogue(topics: Topics) -> Mapping[str, Topic]:
    """The technologies by the key that a portfolio's catalogue has for them."""
    own = {f"technology/{number}": each for number, each in topics.by_technology.items()}
    return own | {f"list-item/{number}": each for number, each in topics.listed.items()}


def _accepted(by: Acting, portfolio: Portfolio, catalogue: Mapping[str, Topic]) -> Iterator[Signal]:
    """What was accepted, without those on which this reader may yet have to give a second word unseen."""
    accepted: dict[str, list[FindJudgement]] = defaultdict(list)
    for word in words_of(portfolio).values():
        if word.first is None or word.first.verdict != ACCEPTED or word.first.item not in catalogue:
            continue
        if not awaits_second(portfolio, word, by.person_id):
            accepted[word.first.item].append(word.first)
    agency = portfolio.round.agency.name_on(by.today)
    for item, found in accepted.items():
        yield Signal(
            topic=catalogue[item].key,
            kind=Kind.FIND,
            at=max(each.at for each in found),
            what=Sentence(
                f"{agency.zh}：{len(found)}件計畫判為這項技術",
                f"{agency.en}: projects accepted as this technology: {len(found)}",
            ),
            source=Sentence(f"計畫組合「{portfolio.title}」", f"Portfolio “{portfolio.title}”"),
            href=f"/inventory/portfolios/{portfolio.pk}/",
            shared=False,
        )
