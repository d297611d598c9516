"""The parts of the minutes on items: the matter, the discussion, who stepped aside, the vote, the resolution."""

from collections.abc import Iterator

from coretech.apps.meetings.minuting import words
from coretech.apps.meetings.minuting.content import ItemRecord, LiftRecord
from coretech.apps.meetings.minuting.document_votes import vote_blocks
from coretech.apps.meetings.minuting.reading import WITHHELD, Copy
from coretech.engines.documents.model import Block, Facts, Heading, Language, Paragraph
from coretech.kit.sentence import Sentence

_MATTER = Sentence("說明", "Papers")
_CHAIR = Sentence("本案主席", "Chair of the item")
_RECUSED = Sentence("迴避", "Recused")
_LIFTED = Sentence("撤銷迴避命令", "Order lifted")
_DISCUSSION = Sentence("發言摘要", "Discussion")
_RESOLUTION = Sentence("決議", "Resolution")


def items_blocks(
    heading: Sentence, items: tuple[ItemRecord, ...], copy: Copy, language: Language
) -> tuple[Block, ...]:
    """One part of the minutes with its items; it says so where there are none."""
    if not items:
        return Heading(1, heading.say(language)), Paragraph(words.NONE.say(language))
    return Heading(1, heading.say(language)), *(
        block for item in items for block in _blocks(item, copy, language)
    )


def _blocks(item: ItemRecord, copy: Copy, language: Language) -> Iterator[Block]:
    title = Sentence(f"第{item.order}案　案由：{item.title}", f"Item {item.order}: {item.title_en}")
    yield Heading(2, title.say(language))
    if item.order in copy.withheld:
        yield Paragraph(WITHHELD.say(language), "note")
        return
    facts = tuple((label.say(language), text.say(language)) for label, text in _facts(item))
    if facts:
        yield Facts(facts)
    yield from _worded(_DISCUSSION, item.discussion, language)
    yield from vote_blocks(item, copy.content.attendees, language)
    yield from _worded(_RESOLUTION, item.wording, language)


def _facts(item: ItemRecord) -> Iterator[tuple[Sentence, Sentence]]:
    if item.reference:
        yield (
            _MATTER,
            Sentence(f"詳案件{item.reference}之提報資料。", f"See the dossier of case {item.reference}."),
        )
    if item.chair:
        why = item.chair_why
        yield (
            _CHAIR,
            Sentence(
                f"{item.chair}{f'（{why}）' if why else ''}", f"{item.chair}{f' ({why})' if why else ''}"
            ),
        )
    if item.recused:
        yield _RECUSED, _left(item.recused)
    for lift in item.lifted:
        yield _LIFTED, _taken_back(lift)


def _left(seats: tuple[int, ...]) -> Sentence:
    """Which seats stepped aside, and no word of why."""
    zh, en = "、".join(f"第{seat}席" for seat in seats), ", ".join(map(str, seats))
    return Sentence(
        f"{zh}（計{len(seats)}席）於本案審議前離席迴避，未參與討論及表決。",
        f"Seats {en} ({len(seats)}) left before the item and took no part in discussion or vote.",
    )


def _taken_back(lift: LiftRecord) -> Sentence:
    """An order that was lifted, by whom, and why."""
    zh = "主席" if lift.by_chair else "幕僚單位"
    en = "the chair" if lift.by_chair else "the secretariat"
    return Sentence(
        f"第{lift.seat}席之迴避命令，於表決前由{zh}撤銷：{lift.why}",
        f"The order to seat {lift.seat} was lifted by {en} before the vote: {lift.why}",
    )


def _worded(heading: Sentence, text: str, language: Language) -> Iterator[Block]:
    lines = [line for line in text.split("\n") if line.strip()]
    if lines:
        yield Heading(3, heading.say(language))
        yield from map(Paragraph, lines)
