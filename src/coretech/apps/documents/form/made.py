"""The form itself: every question of the dossier in a table, with what is on record already filled in."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import groupby
from typing import Any

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.asking import Asked, Kind, asked_of
from coretech.apps.cases.content import CONTENTS, Content, Form
from coretech.apps.cases.models import Case
from coretech.apps.documents.form.codes import (
    CASE,
    EDITION,
    FORM,
    Coded,
    questions_of,
    row_form,
    version_code,
)
from coretech.apps.documents.form.standing import Standing, standing_parts
from coretech.apps.documents.form.words import NO, YES, printed
from coretech.apps.documents.making.page import CHINESE
from coretech.apps.documents.making.source import highest
from coretech.apps.documents.making.words import MARKINGS, part_name
from coretech.engines.documents.model import Block, Document, Heading, Language, Paragraph, Table
from coretech.kit.sentence import Sentence

_TITLE = Sentence("提報資料離線表單", "Dossier form to fill in offline")
_GUIDE = (
    Sentence(
        "請填寫「回答」欄。代號欄是讀回時的依據，請勿更改；表格可以加列，樣式與段落可以調整。",
        "Fill in the answers. The codes are how the form is read back: leave them as they are. Rows may be added, and "
        "styles changed.",
    ),
    Sentence(
        "填妥後存成 ODT，於案件的「公文與離線表單」頁上傳。系統先顯示與現況的差異，您確認後才存入您的草稿。",
        "Save it as ODT and send it on the case's page of documents. You see the differences first; they go into your "
        "drafts once you confirm.",
    ),
    Sentence("整項留白的部分不會變更。", "A part that is left blank altogether stays as it is."),
)
_HEADINGS = (Sentence("代號", "Code"), Sentence("問題", "Question"), Sentence("回答", "Answer"))
_WIDTHS = (1.4, 4.4, 8.5)
_CASE = Sentence("案號（請勿更改）", "Case (leave as it is)")
_FORM = Sentence("表單版次（請勿更改）", "Edition of the form (leave as it is)")
_BLANK_ROWS = 3
_ROOM = "\n\n"
_CODE_WIDTH = 1.2
_WIDE = {Kind.TEXT: 4.0, Kind.LINE: 1.8, Kind.LINK: 1.8, Kind.DAY: 1.7}

Line = tuple[str, Sentence, str]
"""A code, the question, the answer."""


def form_of(by: Acting, case: Case, language: Language = "zh-Hant-TW") -> Document:
    """The form of a case for one writer: the parts that open to them, with their draft or the newest version in it.

    Raises:
        Refused: where this person may not write the dossier now.
    """
    parts = standing_parts(by, case)
    marking = MARKINGS[highest(part.level for part in parts)]
    versions = [(version_code(part.name), _based_on(part), str(part.based_on)) for part in parts]
    head = [(CASE, _CASE, case.reference), (FORM, _FORM, EDITION), *versions]
    return Document(
        title=_TITLE.say(language),
        language=language,
        blocks=(
            *(Paragraph(line.say(language), "note") for line in _GUIDE),
            _lines(head, language),
            *(block for part in parts for block in part_blocks(part, language)),
        ),
        created=by.at.replace(microsecond=0),
        subject=case.reference,
        author="coretech",
        kind=_TITLE.say(language),
        marking="" if marking is None else marking.say(language),
        footer=case.reference,
    )


def _based_on(part: Standing) -> Sentence:
    name = part_name(part.name)
    return Sentence(
        f"{name.zh}：依據版次（請勿更改；0 為尚無版本）",
        f"{name.en}: made from version (leave as it is; 0 is none)",
    )


def value_at(content: Content, path: tuple[str, ...]) -> str | bool | tuple[Form, ...]:
    """The answer at a path of a part's form."""
    found: Any = content
    for name in path:
        found = getattr(found, name)
    value: str | bool | tuple[Form, ...] = found
    return value


def part_blocks(part: Standing, language: Language) -> Iterator[Block]:
    """The questions of one part with what stands of it."""
    place, name = list(CONTENTS).index(part.name), part_name(part.name)
    yield Heading(1, Sentence(f"{CHINESE[place]}、{name.zh}", f"{place + 1}. {name.en}").say(language))
    for group, members in groupby(questions_of(part.name), key=lambda coded: coded.path[:-1]):
        if group:
            yield Heading(2, _label(part.content, group[0]).say(language))
        yield from _questions(part.content, members, language)


def _questions(content: Content, members: Iterable[Coded], language: Language) -> Iterator[Block]:
    """Questions that follow each other stand in one table; one that takes rows has a table of its own."""
    waiting: list[Line] = []
    for coded in members:
        value = value_at(content, coded.path)
        if not isinstance(value, tuple):
            waiting.append((coded.code, _asked(coded.asked), printed(coded.asked, value, language) or _ROOM))
            continue
        if waiting:
            yield _lines(waiting, language)
        waiting = []
        yield Heading(3, coded.asked.label.say(language))
        if coded.asked.hint is not None:
            yield Paragraph(coded.asked.hint.say(language), "small")
        yield from _rows(coded, value, language)
    if waiting:
        yield _lines(waiting, language)


def _lines(lines: Iterable[Line], language: Language) -> Table:
    return Table(
        headings=tuple(heading.say(language) for heading in _HEADINGS),
        rows=tuple((code, question.say(language), answer) for code, question, answer in lines),
        widths=_WIDTHS,
    )


def _rows(coded: Coded, rows: tuple[Form, ...], language: Language) -> Iterator[Block]:
    """A table of rows under its code, with blank ones to fill in; what may be chosen stands above it."""
    columns = [(each.name, asked_of(each)) for each in fields(row_form(coded.asked))]
    for _, asked in columns:
        if asked.choices:
            yield Paragraph(f"{asked.label.say(language)}：{_options(asked, language)}", "small")
    filled = [
        (str(place), *(printed(asked, getattr(row, name), language) for name, asked in columns))
        for place, row in enumerate(rows, start=1)
    ]
    empty = [(str(len(rows) + place), *("" for _ in columns)) for place in range(1, _BLANK_ROWS + 1)]
    yield Table(
        headings=(coded.code, *(asked.label.say(language) for _, asked in columns)),
        rows=(*filled, *empty),
        widths=(_CODE_WIDTH, *(_WIDE.get(asked.kind, 1.3) for _, asked in columns)),
    )


def _asked(asked: Asked) -> Sentence:
    """The question with its hint, and what may be chosen."""
    zh, en = [asked.label.zh], [asked.label.en]
    if asked.hint is not None:
        zh, en = [*zh, asked.hint.zh], [*en, asked.hint.en]
    if asked.kind is Kind.FLAG or asked.choices:
        zh, en = [*zh, f"（{_options(asked, 'zh-Hant-TW')}）"], [*en, f"({_options(asked, 'en')})"]
    return Sentence("\n".join(zh), "\n".join(en))


def _options(asked: Asked, language: Language) -> str:
    options = (YES, NO) if asked.kind is Kind.FLAG else tuple((asked.choices or {}).values())
    return Sentence("；", "; ").say(language).join(option.say(language) for option in options)


def _label(content: Content, name: str) -> Sentence:
    return next(asked_of(each).label for each in fields(content) if each.name == name)
