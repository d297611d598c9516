"""The part of an item on its vote: method, count, names where the vote was by name, and readings that differ."""

from collections.abc import Iterator, Mapping

from coretech.apps.meetings.minuting import words
from coretech.apps.meetings.minuting.content import Attendee, ItemRecord
from coretech.apps.meetings.models import Item
from coretech.engines.documents.model import Block, Facts, Heading, Language, Table
from coretech.kit.sentence import Sentence

_HEADING = Sentence("表決", "Vote")
_METHOD = Sentence("方式", "Method")
_ENTITLED = Sentence("人數", "Entitled to vote")
_COUNT = Sentence("票數", "Count")
_QUORUM = Sentence("法定人數", "Quorum")
_THRESHOLD = Sentence("議決門檻", "Majority")
_READINGS = Sentence("條文解讀不同，結果不同", "The readings of the article differ in the outcome")
_READING_COLUMNS = (Sentence("解讀", "Reading"), Sentence("結果", "Outcome"))
_SETTLED = Sentence("主席認定", "The chair recorded")

Fact = tuple[Sentence, Sentence]


def vote_blocks(item: ItemRecord, attendees: tuple[Attendee, ...], language: Language) -> Iterator[Block]:
    """Nothing where there was no vote."""
    if item.tally is None:
        return
    yield Heading(3, _HEADING.say(language))
    facts = [*_facts(item, item.tally), *_names(item, attendees)]
    yield Facts(tuple((label.say(language), text.say(language)) for label, text in facts))
    if item.readings:
        yield _readings(item, language)
    if item.reading:
        yield Facts(((_SETTLED.say(language), _settled(item).say(language)),))


def _facts(item: ItemRecord, tally: Mapping[str, int]) -> Iterator[Fact]:
    if item.method:
        yield _METHOD, words.METHODS[item.method]
    yield (
        _ENTITLED,
        Sentence(
            f"出席{item.attending}席，扣除迴避{len(item.recused)}席，得參與表決{item.entitled}席",
            f"{item.entitled} ({item.attending} attending, {len(item.recused)} recused)",
        ),
    )
    if item.method != Item.Method.CONSENT:
        yield _COUNT, _count(tally)
    if item.quorum:
        yield _QUORUM, Sentence(item.quorum, item.quorum_en)
    if item.resolution:
        yield _THRESHOLD, Sentence(item.resolution, item.resolution_en)


def _count(tally: Mapping[str, int]) -> Sentence:
    return Sentence(
        "、".join(f"{name.zh}{tally[choice]}票" for choice, name in words.CHOICES.items()),
        ", ".join(f"{name.en.lower()} {tally[choice]}" for choice, name in words.CHOICES.items()),
    )


def _names(item: ItemRecord, attendees: tuple[Attendee, ...]) -> Iterator[Fact]:
    """Who voted how, where the vote was by name; of a seat whose stand-in voted, the stand-in's name."""
    if item.named is None:
        return
    names = {each.seat: each for each in attendees}
    for choice, label in words.CHOICES.items():
        seats = sorted(int(seat) for seat, given in item.named.items() if given == choice)
        if seats:
            voters = [_voter(seat, names.get(seat)) for seat in seats]
            yield (
                label,
                Sentence("、".join(each.zh for each in voters), "; ".join(each.en for each in voters)),
            )


def _voter(seat: int, attendee: Attendee | None) -> Sentence:
    if attendee is None:
        return Sentence(f"第{seat}席", f"seat {seat}")
    zh = f"{attendee.stand_in}代理" if attendee.stand_in else attendee.name
    return Sentence(f"第{seat}席{zh}", f"{seat} {attendee.stand_in or attendee.name_en}")


def _readings(item: ItemRecord, language: Language) -> Table:
    rows = tuple(
        (Sentence(each.zh, each.en).say(language), words.CARRIED[each.outcome].say(language))
        for each in item.readings
    )
    headings = tuple(column.say(language) for column in _READING_COLUMNS)
    return Table(
        headings, rows, caption=_READINGS.say(language), widths=(3, 1), alignment=("start", "centre")
    )


def _settled(item: ItemRecord) -> Sentence:
    """Which reading the chair recorded, and why."""
    named = {each.id: Sentence(each.zh, each.en) for each in item.readings}
    which = named.get(item.reading, Sentence(item.reading, item.reading))
    return Sentence(f"{which.zh}。理由：{item.reading_why}", f"{which.en}. Reason: {item.reading_why}")
