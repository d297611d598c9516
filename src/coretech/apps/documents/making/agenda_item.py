"""A case as an item of the council's agenda: the matter, the explanation, what is proposed (arts. 4 and 5)."""

from collections.abc import Iterator, Mapping

from coretech.apps.audit.rulings import require
from coretech.apps.bodies.models import Body
from coretech.apps.cases.content import Description
from coretech.apps.cases.content_json import content_of
from coretech.apps.documents.making.about import about
from coretech.apps.documents.making.page import facts, numbered, sections
from coretech.apps.documents.making.panel_opinion import result_of
from coretech.apps.documents.making.source import Drafted, Source, highest
from coretech.apps.documents.making.words import day, day_of, matter
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.queries import dossier_ruling
from coretech.engines.documents.model import Block, Paragraph
from coretech.kit.roc import roc_year
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from coretech.law.terms import Part

_TITLE = Sentence("審議會議程提案", "Item of the council's agenda")
_NOT_LISTED = Sentence("（尚未排入議程）", "(not on an agenda yet)")
_BASIS = Sentence(
    "依國家核心關鍵技術認定辦法第2條及第7條辦理。",
    "Under articles 2 and 7 of the determination regulation.",
)
_PROPOSED = Sentence("提請審議。", "For the council to decide.")
_TO_BE_DECIDED = Sentence("（會議後填入）", "(to be entered after the meeting)")
_DECIDED: Mapping[str, Sentence] = {
    Item.Outcome.APPROVED: Sentence("照案通過。", "Approved."),
    Item.Outcome.REJECTED: Sentence("未獲通過。", "Not approved."),
    Item.Outcome.DEFERRED: Sentence("保留，提下次會議續審。", "Deferred to the next meeting."),
}


def make(source: Source) -> Drafted:
    """The item, from the dossier and what was found about it.

    Raises:
        Refused: (HTTP 403) with the ruling that keeps the dossier closed.
    """
    require(dossier_ruling(source.by, source.case), status=403)
    item = _item(source)
    parts: list[tuple[Sentence, tuple[Block, ...]]] = [
        (Sentence("案由", "Matter"), (Paragraph(source.say(_matter(source))),)),
        (Sentence("說明", "Explanation"), (numbered(source, _points(source)),)),
        (Sentence("擬辦", "Proposed"), (Paragraph(source.say(_PROPOSED)),)),
        (Sentence("決議", "Resolution"), (Paragraph(source.say(_resolution(item))),)),
    ]
    head = facts(source, [(Sentence("會議", "Meeting"), _place(item))])
    return Drafted(
        _TITLE, (head, *about(source), *sections(source, parts)), _level(source), draft=item is None
    )


def _item(source: Source) -> Item | None:
    rows = Item.objects.select_related("meeting__body").filter(case=source.case)
    return rows.filter(meeting__body__kind=Body.Kind.COUNCIL).order_by("-pk").first()


def _resolution(item: Item | None) -> Sentence:
    """What the council decided; until it has, the place for it."""
    return _TO_BE_DECIDED if item is None else _DECIDED.get(item.outcome, _TO_BE_DECIDED)


def _place(item: Item | None) -> Sentence:
    if item is None:
        return _NOT_LISTED
    meeting, year = item.meeting, roc_year(item.meeting.year)
    return Sentence(
        f"{year}年度第{meeting.session}次會議，第{item.order}案",
        f"Meeting {meeting.session} of {meeting.year}, item {item.order}",
    )


def _matter(source: Source) -> Sentence:
    case, what = source.case, matter(source.case)
    agency = case.submitter.name_on(source.day)
    return Sentence(
        f"{agency.zh}提報「{case.name_zh}」{what.zh}一案。",
        f"{agency.en} proposes “{case.name_en}”: {what.en}.",
    )


def _points(source: Source) -> Iterator[Sentence | str]:
    yield _BASIS
    if summary := _summary(source):
        yield summary
    review = source.case.reviews.order_by("-pk").first()
    if review is not None:
        held, result = day(review.held_on), result_of(review)
        yield Sentence(
            f"專家審查會於{held.zh}審查，{result.zh}。", f"The panel reviewed it on {held.en}: {result.en}."
        )
        if review.conditions:
            yield Sentence(f"附帶條件：{review.conditions}", f"Conditions: {review.conditions}")
    check = source.case.checks.filter(passed=True).last()
    if check is not None:
        at = day_of(check.checked_at)
        yield Sentence(
            f"關鍵技術辦公室於{at.zh}查核完成：{check.note}", f"The Office passed it on {at.en}: {check.note}"
        )


def _summary(source: Source) -> str:
    """What the technology is, in the dossier's own words, where they open to the reader."""
    part = source.view.parts.get(Part.DESCRIPTION.value)
    if part is None or not source.view.part(part.name).is_yes:
        return ""
    content = content_of(part)
    return (content.what or content.more).strip() if isinstance(content, Description) else ""


def _level(source: Source) -> Secrecy:
    part = source.view.parts.get(Part.DESCRIPTION.value)
    said = [Secrecy(part.level)] if part is not None and _summary(source) else []
    return highest(said, Secrecy.CONFIDENTIAL)
