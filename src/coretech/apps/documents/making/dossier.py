"""The dossier as a document: the parts of article 7(1) in their order, as far as they open to the reader."""

from collections.abc import Iterator

from coretech.apps.audit.rulings import require
from coretech.apps.cases.content_json import content_of, is_plain
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import Part
from coretech.apps.cases.states import State
from coretech.apps.documents.making.about import about
from coretech.apps.documents.making.answers import answers
from coretech.apps.documents.making.page import prose, sections, table
from coretech.apps.documents.making.source import Drafted, Source, highest
from coretech.apps.documents.making.words import day_of, level_name, part_name
from coretech.apps.meetings.queries import dossier_ruling
from coretech.engines.documents.model import Block, Paragraph
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from coretech.law.terms import Harm, Limb
from coretech.law.wording import listed

_TITLE = Sentence("國家核心關鍵技術提報資料", "Dossier on a national core key technology")
_ATTACHMENTS = Sentence("附件", "Attachments")
_FILE_COLUMNS = (
    Sentence("附件", "Attachment"),
    Sentence("名稱", "Title"),
    Sentence("所屬項目", "Part"),
    Sentence("版次", "Version"),
    Sentence("等級", "Level"),
    Sentence("SHA-256（前16碼）", "SHA-256 (first 16)"),
)
_FILE_WIDTHS = (1.4, 4.0, 3.0, 1.2, 2.0, 4.0)
_UNWRITTEN = Sentence("未填寫。", "Not written.")
_WHOLE_CASE = Sentence("全案", "the case")
_OPEN_STATES = frozenset({State.DRAFT, State.REVIEWED, State.RETURNED})


def make(source: Source) -> Drafted:
    """The whole dossier.

    Raises:
        Refused: (HTTP 403) with the ruling that keeps it closed.
    """
    require(dossier_ruling(source.by, source.case), status=403)
    files = _files(source)
    parts = [(part_name(name), _part(source, name)) for name in PARTS]
    if files:
        parts.append((_ATTACHMENTS, (table(source, _FILE_COLUMNS, files, _FILE_WIDTHS),)))
    blocks = (*about(source), *sections(source, parts))
    return Drafted(_TITLE, blocks, _level(source), draft=source.case.stands_at in _OPEN_STATES)


def _part(source: Source, name: str) -> tuple[Block, ...]:
    part = source.view.parts.get(name)
    if part is None:
        return (Paragraph(source.say(_UNWRITTEN)),)
    ruling = source.view.part(name)
    if not ruling.is_yes:
        zh, en = ruling.reason.zh, ruling.reason.en
        return (
            Paragraph(
                source.say(Sentence(f"本項未對閱覽人開放：{zh}", f"Closed to the reader: {en}")), "note"
            ),
        )
    return Paragraph(source.say(_version(part)), "small"), *_claims(source, part), *_said(source, part)


def _version(part: Part) -> Sentence:
    written, level = day_of(part.written_at), level_name(part.level)
    return Sentence(
        f"第{part.version}版，{written.zh}；等級：{level.zh}",
        f"Version {part.version}, {written.en}; level: {level.en}",
    )


def _said(source: Source, part: Part) -> tuple[Block, ...]:
    content = content_of(part)
    return prose(content.more) if is_plain(content) else answers(source, content)


def _claims(source: Source, part: Part) -> Iterator[Block]:
    """What the statement on the definition claims, in one line before the grounds one by one."""
    if part.harms:
        harms = listed(Harm(harm) for harm in part.harms)
        yield Paragraph(
            source.say(
                Sentence(f"流出將重大損害：{harms.zh}。", f"Its outflow would gravely harm: {harms.en}.")
            )
        )
    if part.limbs:
        limbs = listed(Limb(limb) for limb in part.limbs)
        yield Paragraph(source.say(Sentence(f"符合條件：{limbs.zh}。", f"Limbs met: {limbs.en}.")))


def _files(source: Source) -> list[tuple[Sentence | str, ...]]:
    kept = source.case.attachments.filter(withdrawn_at=None)
    return [
        (
            str(each.pk),
            each.title,
            part_name(each.part) if each.part else _WHOLE_CASE,
            str(each.version),
            level_name(each.level),
            each.sha256[:16],
        )
        for each in source.view.shown(kept, "title")
    ]


def _level(source: Source) -> Secrecy:
    opened = (
        Secrecy(part.level) for name, part in source.view.parts.items() if source.view.part(name).is_yes
    )
    files = source.view.shown(source.case.attachments.filter(withdrawn_at=None), "title")
    return highest((*opened, *(Secrecy(each.level) for each in files)))
