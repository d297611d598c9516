"""Minutes as a document, after the form of Taiwan's meeting minutes: one source for page, ODT and PDF."""

import datetime as dt

from coretech.apps.meetings.minuting import words
from coretech.apps.meetings.minuting.content import Content
from coretech.apps.meetings.minuting.document_items import items_blocks
from coretech.apps.meetings.minuting.document_people import people_blocks
from coretech.apps.meetings.minuting.document_signatures import signature_blocks
from coretech.apps.meetings.minuting.edition import Edition, marking_of
from coretech.apps.meetings.minuting.reading import Copy
from coretech.apps.meetings.models import Item
from coretech.engines.documents.model import Block, Document, Facts, Heading, Language, Paragraph
from coretech.kit.roc import english_date, roc_date, roc_year
from coretech.kit.sentence import Sentence

_EXTRACT = Sentence(
    "本份為節本：閱覽人迴避之議案不予提供，與簽署之全文不同。",
    "This is an extract: the items the reader is recused from are left out, so it is not all that was signed.",
)
_DISCUSSED = (Item.Kind.CASE, Item.Kind.DISCUSSION)


def document_of(copy: Copy, edition: Edition, language: Language = "zh-Hant-TW") -> Document:
    """The document; the same copy and edition give the same bytes."""
    content = copy.content
    kind = words.KIND if copy.whole else words.EXTRACT
    return Document(
        title=title_of(content).say(language),
        language=language,
        blocks=(
            *_notes(copy, language),
            *body_blocks(copy, language),
            *signature_blocks(copy, edition, language),
        ),
        created=edition.written_at.replace(microsecond=0),  # no form of it dates a file closer than that
        subject=kind.say(language),
        author=Sentence(content.body, content.body_en).say(language),
        kind=kind.say(language),
        marking="　".join(each.say(language) for each in marking_of(content, edition)),
        footer=Sentence(f"第{edition.number}版", f"Version {edition.number}").say(language),
    )


def title_of(content: Content) -> Sentence:
    """The body, the year, the session: 國家核心關鍵技術審議會114年度第1次會議紀錄."""
    year, kind = roc_year(content.year), words.MEETINGS[content.kind]
    return Sentence(
        f"{content.body}{year}年度第{content.session}次{kind.zh}紀錄",
        f"{content.body_en}: minutes of {kind.en} {content.session} of {content.year} (ROC {year})",
    )


def body_blocks(copy: Copy, language: Language) -> tuple[Block, ...]:
    """The nine parts, from time to close."""
    content = copy.content
    reports = tuple(item for item in content.items if item.kind == Item.Kind.REPORT)
    discussed = tuple(item for item in content.items if item.kind in _DISCUSSED)
    motions = tuple(item for item in content.items if item.kind == Item.Kind.MOTION)
    return (
        Facts(tuple((label.say(language), text) for label, text in _facts(content, language))),
        *people_blocks(content, language),
        *_words_of(words.OPENING, content.opening, Sentence("（略）", "(omitted)"), language),
        *items_blocks(words.REPORTS, reports, copy, language),
        *items_blocks(words.DISCUSSIONS, discussed, copy, language),
        *items_blocks(words.MOTIONS, motions, copy, language),
        *_words_of(words.CLOSING, content.closing, _closed_at(content), language),
    )


def _notes(copy: Copy, language: Language) -> tuple[Block, ...]:
    notes = [*([] if copy.whole else [_EXTRACT]), *([words.TRANSLATION] if language == "en" else [])]
    return tuple(Paragraph(note.say(language), "note") for note in notes)


def _facts(content: Content, language: Language) -> list[tuple[Sentence, str]]:
    why = content.chair_why and Sentence(
        f"（代理主席，事由：{content.chair_why}）", f" (acting; {content.chair_why})"
    ).say(language)
    return [
        (words.TIME, _time(content).say(language)),
        (words.PLACE, content.place),
        (words.CHAIR, f"{content.chair or '－'}{why}"),
        (words.RECORDER, content.recorder or "－"),
    ]


def _time(content: Content) -> Sentence:
    """The day in both calendars' manner, with the hours from opening to close."""
    day = dt.date.fromisoformat(content.held_on)
    weekday, hours = (
        words.WEEKDAYS[day.weekday()],
        [_hour(at) for at in (content.opened_at, content.closed_at) if at],
    )
    zh, en = "至".join(hour.zh for hour in hours), "–".join(hour.en for hour in hours)
    return Sentence(
        f"中華{roc_date(day)}（{weekday.zh}）{zh}",
        f"{weekday.en}, {english_date(day)}{', ' if en else ''}{en}",
    )


def _hour(at: str) -> Sentence:
    clock = dt.datetime.fromisoformat(at)
    half = "上午" if clock.hour < _NOON else "中午" if clock.hour == _NOON else "下午"
    hour = clock.hour - _NOON if clock.hour > _NOON else clock.hour
    return Sentence(f"{half}{hour}時{clock.minute:02d}分", f"{clock:%H:%M}")


def _closed_at(content: Content) -> Sentence:
    if not content.closed_at:
        return words.NONE
    hour = _hour(content.closed_at)
    return Sentence(f"{hour.zh}散會。", f"The meeting closed at {hour.en}.")


def _words_of(heading: Sentence, text: str, otherwise: Sentence, language: Language) -> tuple[Block, ...]:
    """A part that the recorder words, with what stands there where nothing was written."""
    return Heading(1, heading.say(language)), *paragraphs(text or otherwise.say(language))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A text as paragraphs, one a line."""
    return tuple(Paragraph(line) for line in text.split("\n") if line.strip())


_NOON = 12
